import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../app.ts";
import { openServices } from "../application/open-services.ts";
import type { Config } from "../config.ts";
import type { Address } from "../http/addresses.ts";
import { linesInColumns } from "./columns.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

/** `touchstone routes`: every address of the product, with who may use it and the room that answers. */
export async function routesCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  const [option, ...more] = args;
  if (more.length > 0 || (option !== undefined && option !== "--json")) {
    io.err("usage: touchstone routes [--json]");
    return 2;
  }
  const addresses = await addressesOf(config);
  if (option === "--json") io.out(JSON.stringify(addresses, null, 2));
  else for (const line of linesOf(addresses)) io.out(line);
  return 0;
}

/** From the application itself, over an empty ledger of its own: nobody's data is opened for it. */
async function addressesOf(config: Config): Promise<readonly Address[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "touchstone-routes-"));
  try {
    const services = await openServices({ ...config, dataDir });
    const app = createApp(services, config);
    await services.close();
    return app.locals["addresses"] as readonly Address[];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const linesOf = (addresses: readonly Address[]): string[] =>
  linesInColumns([["ROOM", "", "ADDRESS", "WHO"], ...addresses.map(rowOf)]);

const rowOf = ({ room, method, path, who, cost, again }: Address): readonly string[] => [
  room,
  method,
  path,
  [who.join(" "), ...(cost === undefined ? [] : [`turn: ${cost}`]), ...(again === undefined ? [] : ["password"])].join(
    " · ",
  ),
];
