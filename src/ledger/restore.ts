import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { checkpointFile, readCheckpointFile } from "./checkpoint-file.ts";
import type { FiledCheckpoint } from "./checkpoint-file.ts";
import { databaseFile } from "./database.ts";
import { declareLoss } from "./declare-loss.ts";
import { LedgerError } from "./errors.ts";
import { replaceFile, syncFile, syncFolder } from "./files.ts";
import { keyFile, readSigner } from "./key.ts";
import type { Loss } from "./loss.ts";
import { checkBackup } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { readMeta, readSnapshot } from "./reader.ts";
import { openLedger } from "./sqlite.ts";
import { Vault } from "./vault.ts";
import { lostWithholdings, withholdAgain } from "./withhold-again.ts";
import type { LostWithholding } from "./withhold-again.ts";

export interface RestoreOptions {
  /** Declare what the restored copy lacks as lost, so that the ledger can be written again. */
  readonly acceptLoss?: boolean;
  readonly now: Date;
}

export interface Restored {
  readonly position: number;
  /** Where the ledger that was there is now, or null where there was none. */
  readonly setAside: string | null;
  /** Why the restored ledger cannot be written, or null. */
  readonly readOnly: string | null;
  readonly declared: Loss | null;
  /** Entries that were withheld after this copy was taken: it brought them back. */
  readonly broughtBack: readonly number[];
  /** Those of them that were withheld again. */
  readonly withheldAgain: readonly number[];
  /** False where the signing key has to be put in its place before the ledger can be opened. */
  readonly keyPresent: boolean;
}

/**
 * Puts a backup in place. Nothing is overwritten: a ledger that is there is set aside, the vault only gains files,
 * and the checkpoint file keeps every checkpoint, so an older copy is noticed until its loss is declared. Entries that
 * were withheld after the copy was taken come back with it and are withheld again as soon as it can be written. The
 * database changes place in one rename, last; whatever fails before leaves the old one as it was.
 *
 * @throws {LedgerError} where the backup is not whole, the ledger is in use, another ledger or another key is there.
 */
export async function restore(source: string, dataDir: string, options: RestoreOptions): Promise<Restored> {
  const manifest = await checkBackup(source);
  mkdirSync(dataDir, { recursive: true, mode: 0o750 });
  await checkPlace(dataDir, manifest);
  const lost = await lostWithholdings(dataDir, manifest.logId, manifest.position);
  const staged = join(dataDir, "ledger.sqlite.restoring");
  try {
    copyFileSync(databaseFile(source), staged);
    syncFile(staged);
    await restoreVault(source, dataDir);
    const setAside = setCurrentAside(dataDir, options.now);
    mergeCheckpoints(source, dataDir);
    renameSync(staged, databaseFile(dataDir));
    syncFolder(dataDir);
    return await settle(dataDir, manifest, { setAside, lost }, options);
  } finally {
    rmSync(staged, { force: true });
  }
}

async function checkPlace(dataDir: string, manifest: Manifest): Promise<void> {
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

function isKeyOf(dataDir: string, { vkey }: Manifest): boolean {
  return readSigner(keyFile(dataDir), vkey.split("+")[0] ?? "").vkey === vkey;
}

async function restoreVault(source: string, dataDir: string): Promise<void> {
  const [from, to] = [new Vault(source, "read"), new Vault(dataDir)];
  for await (const digest of from.list()) {
    if ((await to.check(digest)) === "whole") continue;
    const received = join(to.incoming, digest);
    copyFileSync(from.path(digest), received);
    await to.adopt(received);
  }
}

/** Keeps the present database under another name too, then the caller's rename takes its place in one step. */
function setCurrentAside(dataDir: string, now: Date): string | null {
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

/** Leaving WAL needs the file for itself, so this also finds a server that still runs. */
function foldWriteAheadLog(file: string): void {
  const db = new Sqlite(file, { timeout: 500 });
  try {
    db.pragma("journal_mode = DELETE");
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY")) {
      throw new LedgerError("busy", "Another process has the ledger open: stop the server first.", error);
    }
    // A damaged database is set aside as it is, its write-ahead log beside it.
  } finally {
    db.close();
  }
}

/** The file only gains: what was signed stays known, whatever copy of the database is put back. */
function mergeCheckpoints(source: string, dataDir: string): void {
  const known = readCheckpointFile(checkpointFile(dataDir)).checkpoints;
  const notes = new Set(known.map(({ note }) => note));
  const brought = readCheckpointFile(checkpointFile(source)).checkpoints.filter(({ note }) => !notes.has(note));
  const all = [...known, ...brought].toSorted(bySize);
  replaceFile(checkpointFile(dataDir), all.map(({ note }) => note).join(""));
}

const bySize = (a: FiledCheckpoint, b: FiledCheckpoint): number => a.size - b.size;

async function settle(
  dataDir: string,
  manifest: Manifest,
  { setAside, lost }: { readonly setAside: string | null; readonly lost: readonly LostWithholding[] },
  options: RestoreOptions,
): Promise<Restored> {
  const said = { position: manifest.position, setAside, broughtBack: lost.map(({ entry }) => entry) };
  if (!existsSync(keyFile(dataDir))) {
    return { ...said, readOnly: null, declared: null, withheldAgain: [], keyPresent: false };
  }
  const ledger = openLedger({ dataDir, syncEvery: 0 });
  try {
    const declared = options.acceptLoss === true ? await declareLoss(ledger, options.now) : null;
    const withheldAgain = ledger.readOnly === null ? await withholdAgain(ledger, lost, options.now) : [];
    return { ...said, readOnly: ledger.readOnly, declared, withheldAgain, keyPresent: true };
  } finally {
    ledger.close();
  }
}
