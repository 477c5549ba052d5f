import { rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import type { Ledger } from "../ledger/port.ts";
import { readCheckpoint, readMark, writeCheckpoint } from "./checkpoint.ts";
import { definition, fingerprint } from "./schema.ts";

export const viewsFile = (dataDir: string): string => join(dataDir, "views.sqlite");

/** Read models are damaged or held fast by somebody else: they are thrown away and made again from the ledger. */
export class ViewsDamaged extends Error {
  override readonly name = "ViewsDamaged";
}

const damage = [
  "SQLITE_CORRUPT",
  "SQLITE_NOTADB",
  "SQLITE_BUSY",
  "SQLITE_LOCKED",
  "SQLITE_IOERR_SHORT_READ",
  "SQLITE_CONSTRAINT",
];

/** Whether an error of views.sqlite says that the file, not the disk, is what is wrong; tables that went missing too. */
export function saysDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  const code = String(error.code);
  return damage.some((name) => code.startsWith(name)) || (code === "SQLITE_ERROR" && /^no such /.test(error.message));
}

/**
 * Opens views.sqlite where it belongs to this ledger and this schema, and begins an empty one where it does not:
 * another log, a ledger restored to an older copy, another version of the application, a damaged file, a folder.
 */
export async function openStore(dataDir: string, ledger: Ledger): Promise<Database> {
  const file = viewsFile(dataDir);
  const existing = openExisting(file);
  if (existing !== null) {
    if (isWhole(existing) && (await belongs(existing, ledger).catch(() => false))) return existing;
    existing.close();
  }
  return createStore(dataDir, ledger.logId);
}

/** Up to this many bytes a check of the whole file takes a blink; larger damage is met when it is read. */
const checkedAtOnce = 32 * 1024 * 1024;

function isWhole(db: Database): boolean {
  const bytes = Number(db.pragma("page_count", { simple: true })) * Number(db.pragma("page_size", { simple: true }));
  if (bytes > checkedAtOnce) return true;
  try {
    return db.pragma("integrity_check(1)", { simple: true }) === "ok";
  } catch {
    return false;
  }
}

/**
 * Empties the file in place: a server that has it open sees the mark go back and joins in, where a file taken away
 * beneath it would leave it reading a ghost.
 */
export function empty(db: Database, logId: string): void {
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT GLOB 'sqlite_*'`,
    )
    .pluck();
  db.transaction(() => {
    for (const table of tables.all()) db.exec(`DROP TABLE ${table}`);
    fill(db, logId);
  }).immediate();
}

function openExisting(file: string): Database | null {
  try {
    const db = new Sqlite(file, { fileMustExist: true, timeout: 5000 });
    try {
      if (readCheckpoint(db, "fingerprint") === fingerprint) return tuned(db);
    } catch {
      // Not ours, or damaged: it is disposable.
    }
    db.close();
    return null;
  } catch {
    return null;
  }
}

async function belongs(db: Database, ledger: Ledger): Promise<boolean> {
  if (readCheckpoint(db, "log") !== ledger.logId) return false;
  const { position, leafHash } = readMark(db);
  return position === 0 || (await ledger.leafHash(position)) === leafHash;
}

/** Begins an empty one, whatever stands there. */
export function createStore(dataDir: string, logId: string): Database {
  const file = viewsFile(dataDir);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true, recursive: true });
  const db = tuned(new Sqlite(file, { timeout: 5000 }));
  db.transaction(() => fill(db, logId)).immediate();
  return db;
}

function fill(db: Database, logId: string): void {
  db.exec(definition);
  writeCheckpoint(db, "fingerprint", fingerprint);
  writeCheckpoint(db, "log", logId);
}

/** NORMAL is enough here: what a power cut takes is applied again, and WAL keeps the rows and their mark together. */
function tuned(db: Database): Database {
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.pragma("secure_delete = ON");
  db.pragma("cache_size = -32000");
  return db;
}
