import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { migrate } from "../../db/authority/sqlite/migrate.ts";
import { LedgerError, explainSqlite } from "./errors.ts";

export const databaseFile = (dataDir: string): string => join(dataDir, "ledger.sqlite");

/** How long a writer waits for another process before it gives up, ms. */
const BUSY_MS = 5000;

/**
 * Opens <data>/ledger.sqlite for writing, brought to the newest migration.
 *
 * @throws {LedgerError} "format" where durability cannot be had, "busy", "corrupt", "disk-full".
 */
export function openDatabase(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o750 });
  try {
    const db = new Sqlite(databaseFile(dataDir), { timeout: BUSY_MS });
    makeDurable(db);
    migrate(db);
    return db;
  } catch (error) {
    throw explainSqlite(error, "opening ledger.sqlite");
  }
}

/**
 * WAL with synchronous=FULL: each commit is synced before it is acknowledged. better-sqlite3's builds default to
 * NORMAL in WAL, which loses acknowledged commits when the power goes, so what SQLite answers is checked.
 * secure_delete overwrites what is erased instead of only unlinking it.
 */
function makeDurable(db: Database): void {
  const mode = db.pragma("journal_mode = WAL", { simple: true });
  db.pragma("synchronous = FULL");
  db.pragma("secure_delete = ON");
  const level = db.pragma("synchronous", { simple: true });
  if (mode !== "wal" || level !== 2) {
    db.close();
    throw new LedgerError(
      "format",
      `ledger.sqlite cannot be written durably here (journal_mode ${String(mode)}, synchronous ${String(level)}): ` +
        "use a local file system that supports WAL.",
    );
  }
}
