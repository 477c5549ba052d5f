import { existsSync, linkSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { checkpointFile } from "./checkpoint-file.ts";
import { databaseFile } from "./database.ts";
import { LedgerError, codeOf } from "./errors.ts";
import { syncFolder } from "./files.ts";
import { refuseForeign } from "./head-check.ts";
import { keyFile, readSigner } from "./key.ts";
import type { Manifest } from "./manifest.ts";
import { readMeta, readSnapshot } from "./reader.ts";
import { rotationsBetween } from "./rotation-file.ts";

/** @throws {LedgerError} where another ledger, its checkpoints or its key stand in the folder. */
export async function checkPlace(dataDir: string, manifest: Manifest): Promise<void> {
  const present = await presentLog(dataDir);
  if (present !== null && present !== manifest.logId) {
    throw new LedgerError("restore", `${dataDir} holds another ledger: restore this one to a folder of its own.`);
  }
  if (existsSync(keyFile(dataDir)) && !isKeyOf(dataDir, manifest)) {
    throw new LedgerError(
      "restore",
      `${keyFile(dataDir)} is not the key of the backup's ledger: put the right key there.`,
    );
  }
  refuseForeign(checkpointFile(dataDir), originOf(manifest));
}

async function presentLog(dataDir: string): Promise<string | null> {
  if (!existsSync(databaseFile(dataDir))) return null;
  try {
    return await readSnapshot(dataDir, (db) => readMeta(db, "log"));
  } catch {
    // Too damaged to say whose it is: the reason why one restores. It is set aside, not lost.
    return null;
  }
}

/** Its own key, or one that was handed over to since the copy was taken. */
function isKeyOf(dataDir: string, manifest: Manifest): boolean {
  const { vkey } = readSigner(keyFile(dataDir), originOf(manifest));
  return vkey === manifest.vkey || rotationsBetween(dataDir, manifest.vkey, vkey) !== null;
}

const originOf = ({ vkey }: Manifest): string => vkey.split("+")[0] ?? "";

/** Keeps the present database under another name too; the caller's rename then takes its place in one step. */
export function setCurrentAside(dataDir: string, now: Date): string | null {
  const file = databaseFile(dataDir);
  if (!existsSync(file)) return null;
  foldWriteAheadLog(file);
  const folder = freshFolder(join(dataDir, `replaced-${now.toISOString().replaceAll(/[^0-9TZ]/g, "")}`));
  for (const suffix of ["-wal", "-shm"]) {
    if (existsSync(file + suffix)) renameSync(file + suffix, databaseFile(folder) + suffix);
  }
  linkSync(file, databaseFile(folder));
  syncFolder(folder);
  return folder;
}

/** Nothing that was set aside before may be overwritten. */
function freshFolder(name: string): string {
  let folder = name;
  for (let number = 2; existsSync(folder); number++) folder = `${name}-${number}`;
  mkdirSync(folder, { mode: 0o750 });
  return folder;
}

/** Leaving WAL needs the file for itself, so this also finds whoever still has it open. */
function foldWriteAheadLog(file: string): void {
  const db = new Sqlite(file, { timeout: 500 });
  try {
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    if (codeOf(error).startsWith("SQLITE_BUSY"))
      throw new LedgerError("busy", "Another process has the ledger open: stop the server first.", error);
    // A damaged database is set aside as it is, its write-ahead log beside it.
  } finally {
    db.close();
  }
}
