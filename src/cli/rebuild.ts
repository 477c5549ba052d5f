import { openServices } from "../application/open-services.ts";
import type { Config } from "../config.ts";
import { withFolder } from "../ledger/lock.ts";
import { requireLedger } from "../ledger/reader.ts";
import type { CommandIo, ExitStatus } from "./io.ts";

/** `touchstone rebuild`: the read models once more from the ledger; a server that reads them must not run meanwhile. */
export async function rebuildCommand(args: readonly string[], io: CommandIo, config: Config): Promise<ExitStatus> {
  if (args.length > 0) {
    io.err("usage: touchstone rebuild");
    return 2;
  }
  requireLedger(config.dataDir);
  return withFolder<ExitStatus>(config.dataDir, async () => {
    const services = await openServices(config);
    try {
      const position = await services.views.rebuild();
      io.err(`The read models stand at entry ${position}.`);
      return 0;
    } finally {
      await services.close();
    }
  });
}
