import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { checkContent, databaseFile } from "./database.ts";
import { LedgerError, explainSqlite } from "./errors.ts";
import { checkFolder } from "./folder.ts";
import { readEvent } from "./codec.ts";
import { keysInTime } from "./keys-in-time.ts";
import type { KeysInTime } from "./keys-in-time.ts";
import { LOSS_STREAM } from "./loss.ts";
import { enteredRotations } from "./rotation.ts";

/**
 * Runs `read` on one snapshot of the ledger, without writing anything and without the signing key. May run beside a
 * writing server.
 *
 * @throws {LedgerError} "format" where there is no ledger.
 */
export async function readSnapshot<T>(dataDir: string, read: (db: Database) => T | Promise<T>): Promise<T> {
  requireLedger(dataDir);
  const file = databaseFile(dataDir);
  let db: Database | null = null;
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5000 });
    db.exec("BEGIN");
    checkContent(db, dataDir);
    return await read(db);
  } catch (error) {
    throw explainSqlite(error, "reading the ledger");
  } finally {
    db?.close();
  }
}

/**
 * For commands that read or repair: a mistyped folder is said to be empty, not turned into a new ledger.
 *
 * @throws {LedgerError} "format" where there is no ledger, with what stands there instead.
 */
export function requireLedger(dataDir: string): void {
  if (!checkFolder(dataDir)) throw new LedgerError("format", `There is no ledger in ${dataDir}.`);
}

/** One of the ledger's own facts: "log" (the log id) or "vkey". */
export const readMeta = (db: Database, name: "log" | "vkey"): string | null =>
  db.prepare<[string], string>("SELECT value FROM meta WHERE name = ?").pluck().get(name) ?? null;

/** The newest signed checkpoint. */
export const readNote = (db: Database): string | null =>
  db.prepare<[], string>("SELECT note FROM checkpoint").pluck().get() ?? null;

/** Every key the log signed with, as the database has it. */
export function readKeys(db: Database): KeysInTime {
  const own = db
    .prepare<[string], string>("SELECT CAST(bytes AS TEXT) FROM leaf WHERE stream = ? ORDER BY version")
    .pluck()
    .all(LOSS_STREAM);
  return keysInTime(readMeta(db, "vkey") ?? "", enteredRotations(own.map((text) => readEvent(text))));
}
