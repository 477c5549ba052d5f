import { openAdministrativeLog } from "../authority/administrative-log.ts";
import type { LoggedKind } from "../authority/administrative-log.ts";
import { systemClock } from "../application/clock.ts";
import { openDatabase } from "../ledger/database.ts";
import type { CommandIo } from "./io.ts";

/** For the page Administration. The ledger itself was copied or put in place: that this line fails changes nothing of it. */
export function note(io: Pick<CommandIo, "err">, dataDir: string, kind: LoggedKind): void {
  try {
    const db = openDatabase(dataDir);
    openAdministrativeLog(db, () => systemClock.now()).note({ kind, actor: "system", subject: null });
    db.close();
  } catch (error) {
    io.err(`Not noted in the administrative log: ${error instanceof Error ? error.message : String(error)}`);
  }
}
