import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Address } from "../../../src/http/addresses.ts";

/** Every address of the product that can be looked at, as `touchstone routes` prints them. */
export function addressesToLookAt(): readonly Address[] {
  const cli = join(import.meta.dirname, "../../../src/cli.ts");
  const printed = execFileSync(process.execPath, [cli, "routes", "--json"], { encoding: "utf8" });
  return (JSON.parse(printed) as readonly Address[]).filter(({ method }) => method === "GET");
}
