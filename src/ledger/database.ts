import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { NewerDatabase, migrate } from "../../db/authority/sqlite/migrate.ts";
import { LedgerError, explainSqlite } from "./errors.ts";
import { checkFolder, ledgerName, refuseUnbegun } from "./folder.ts";

export const databaseFile = (dataDir: string): string => join(dataDir, ledgerName);

/** How long a writer waits for another process before it gives up, ms. */
const BUSY_MS = 5000;

/**
 * Opens <data>/ledger.sqlite for writing, brought to the newest migration; begins it in a folder without a house.
 *
 * @throws {LedgerError} "format" where a house stands without its ledger, the file is something else or durability
 *   cannot be had; "busy", "corrupt", "disk-full", "unwritable".
 */
export function openDatabase(dataDir: string): Database {
  const exists = checkFolder(dataDir, "vault");
  mkdirSync(dataDir, { recursive: true, mode: 0o750 });
  let db: Database | null = null;
  try {
    db = new Sqlite(databaseFile(dataDir), { timeout: BUSY_MS });
    if (exists) checkContent(db, dataDir);
    makeDurable(db);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof NewerDatabase) throw new LedgerError("format", error.message, error);
    throw explainSqlite(error, "opening ledger.sqlite");
  }
}

/** A database of something else is not turned into a ledger, and one without a log is no ledger that was begun here. */
export function checkContent(db: Database, dataDir: string): void {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  if (tables.length > 0 && !(tables.includes("meta") && tables.includes("leaf")))
    throw new LedgerError("format", `${databaseFile(dataDir)} is a database of something else, not a ledger.`);
  const log = tables.length === 0 ? undefined : db.prepare("SELECT 1 FROM meta WHERE name = 'log'").get();
  if (log === undefined) refuseUnbegun(dataDir);
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
