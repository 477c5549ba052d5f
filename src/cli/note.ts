import { systemClock } from "../application/clock.ts";
import type { LoggedKind } from "../authority/administrative-log.ts";
import { openNoting } from "../authority/sqlite/open.ts";
import { openDatabase } from "../ledger/database.ts";
import type { CommandIo } from "./io.ts";

/** For the page Administration. The ledger itself was copied or put in place: that this line fails changes nothing of it. */
export async function note(io: Pick<CommandIo, "err">, dataDir: string, kind: LoggedKind): Promise<void> {
  try {
    const database = openDatabase(dataDir);
    await openNoting(database, () => systemClock.now()).note({ kind, actor: "system", subject: null });
    database.close();
  } catch (error) {
    io.err(`Not noted in the administrative log: ${error instanceof Error ? error.message : String(error)}`);
  }
}
