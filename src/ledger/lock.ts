import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { LedgerError, codeOf, explainSqlite } from "./errors.ts";

/** Held by whoever works on a folder for itself alone. */
export interface FolderLock {
  release(): void;
}

const lockFile = (dataDir: string): string => join(dataDir, "server.lock");

/**
 * Takes the folder for one server, or for a command that must not run beside one. It is the operating system's lock on
 * an empty SQLite file: it ends with the process however that ends, so that nothing stale ever has to be cleared away.
 * Commands that only read, and `user`, do not ask for it.
 *
 * @throws {LedgerError} "in-use" where somebody has it.
 */
export function lockFolder(dataDir: string): FolderLock {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o750 });
    const db = new Sqlite(lockFile(dataDir), { timeout: 0 });
    try {
      db.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      db.close();
      throw error;
    }
    return { release: () => void db.close() };
  } catch (error) {
    if (codeOf(error).startsWith("SQLITE_BUSY")) throw inUse(dataDir, error);
    throw explainSqlite(error, `locking ${lockFile(dataDir)}`);
  }
}

const inUse = (dataDir: string, cause: unknown): LedgerError =>
  new LedgerError(
    "in-use",
    `A server or another command works on ${dataDir}. Stop it first; nothing was changed.`,
    cause,
  );

/** Runs what must have the folder for itself. */
export async function withFolder<T>(dataDir: string, run: () => Promise<T>): Promise<T> {
  const lock = lockFolder(dataDir);
  try {
    return await run();
  } finally {
    lock.release();
  }
}
