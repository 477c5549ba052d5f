import { openServices } from "../application/services.ts";
import type { Config } from "../config.ts";
import { requireLedger } from "../ledger/reader.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

/** `touchstone rebuild`: the read models once more from the ledger, also while a server runs. */
export async function rebuildCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  if (args.length > 0) {
    io.err("usage: touchstone rebuild");
    return 2;
  }
  requireLedger(config.dataDir);
  const services = await openServices(config);
  try {
    const position = await services.views.rebuild();
    io.err(`The read models stand at position ${position}.`);
    return 0;
  } finally {
    await services.close();
  }
}
