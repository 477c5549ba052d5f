import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { migrate } from "../../db/authority/sqlite/migrate.ts";
import { voidAccess } from "./access.ts";
import { carriedInto } from "./carried.ts";
import type { Carried } from "./carried.ts";
import { checkpointFile, readCheckpointFile } from "./checkpoint-file.ts";
import type { FiledCheckpoint } from "./checkpoint-file.ts";
import { databaseFile } from "./database.ts";
import { declareLoss } from "./declare-loss.ts";
import { LedgerError } from "./errors.ts";
import { replaceFile, syncFile, syncFolder } from "./files.ts";
import { keyFile } from "./key.ts";
import { withFolder } from "./lock.ts";
import type { Loss } from "./loss.ts";
import { malformedIn } from "./malformed.ts";
import type { EntryCheck, Malformed } from "./malformed.ts";
import { checkBackup } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { checkPlace, setCurrentAside } from "./restore-place.ts";
import { openSealed } from "./sealed-backup.ts";
import type { Seal } from "./sealed-backup.ts";
import { openLedger } from "./sqlite.ts";
import { Vault } from "./vault.ts";
import { lostWithholdings, withholdAgain } from "./withhold-again.ts";
import type { LostWithholding } from "./withhold-again.ts";

export interface RestoreOptions {
  /** Declare what the restored copy lacks as lost, so that the ledger can be written again. */
  readonly acceptLoss?: boolean;
  readonly now: Date;
  /** For a sealed backup. */
  readonly seal?: Seal | null;
  /** What each entry of the copy is held against, for it may have been written anywhere; absent: nothing. */
  readonly check?: EntryCheck;
}

/** What a restore would do, before it is done. */
export interface RestorePlan {
  readonly manifest: Manifest;
  readonly carried: Carried;
  /** Entries of the copy that are not what their type says. */
  readonly malformed: readonly Malformed[];
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
  readonly carried: Carried;
}

/**
 * Puts a backup in place. Nothing is overwritten: a ledger that is there is set aside, the vault only gains files,
 * and the checkpoint file keeps every checkpoint, so an older copy is noticed until its loss is declared. Entries that
 * were withheld after the copy was taken come back with it and are withheld again as soon as it can be written. The
 * database changes place in one rename, last; whatever fails before leaves the old one as it was.
 *
 * What was revoked since does not come back: sessions, links and tokens of the copy are void, and so is each password
 * that may have been changed; what was erased since stays erased.
 *
 * @param agrees is told what would be done, once everything was looked at; where it does not agree, nothing is done.
 * @returns null where it did not agree.
 * @throws {LedgerError} where the backup is not whole, the ledger is in use, another ledger or another key is there.
 */
export async function restore(
  source: string,
  dataDir: string,
  options: RestoreOptions,
  agrees: (plan: RestorePlan) => Promise<boolean>,
): Promise<Restored | null> {
  return staged(source, dataDir, options.seal ?? null, async ({ folder, file, manifest, carried }) => {
    const check = options.check ?? (() => null);
    if (!(await agrees({ manifest, carried, malformed: malformedIn(file, check) }))) return null;
    const lost = await lostWithholdings(dataDir, manifest.logId, manifest.position);
    takeBack(file, carried);
    syncFile(file);
    await restoreVault(folder, dataDir, carried.files);
    const setAside = setCurrentAside(dataDir, options.now);
    mergeCheckpoints(folder, dataDir);
    renameSync(file, databaseFile(dataDir));
    syncFolder(dataDir);
    return settle(dataDir, manifest, { setAside, lost, carried }, options);
  });
}

interface Staged {
  /** The backup, opened. */
  readonly folder: string;
  /** A copy of its database beside the one in place. */
  readonly file: string;
  readonly manifest: Manifest;
  readonly carried: Carried;
}

async function staged<T>(
  source: string,
  dataDir: string,
  seal: Seal | null,
  run: (staged: Staged) => Promise<T>,
): Promise<T> {
  const isSealed = refuseMissing(source);
  mkdirSync(dataDir, { recursive: true, mode: 0o750 });
  return withFolder(dataDir, async () => {
    const opened = isSealed ? mkdtempSync(join(dataDir, "restoring-")) : null;
    const file = join(dataDir, "ledger.sqlite.restoring");
    try {
      if (opened !== null) await openSealed(source, opened, seal ?? refuseUnopened(source));
      const folder = opened ?? source;
      const manifest = await checkBackup(folder);
      await checkPlace(dataDir, manifest);
      copyFileSync(databaseFile(folder), file);
      raise(file);
      return await run({ folder, file, manifest, carried: carriedInto(file, dataDir, manifest.logId) });
    } finally {
      for (const suffix of ["", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
      if (opened !== null) rmSync(opened, { recursive: true, force: true });
    }
  });
}

/** True for a file, which only a sealed backup is. */
function refuseMissing(source: string): boolean {
  if (!existsSync(source)) throw new LedgerError("restore", `There is no ${source}.`);
  return !statSync(source).isDirectory();
}

function refuseUnopened(source: string): never {
  throw new LedgerError(
    "restore",
    `${source} is a file, so a sealed backup: say how it opens with --passphrase-file FILE or --key-file FILE.`,
  );
}

/** To the newest migration, so that every version's copy has the same tables. */
function raise(file: string): void {
  const db = new Sqlite(file);
  try {
    db.pragma("journal_mode = DELETE");
    migrate(db);
  } finally {
    db.close();
  }
}

/** Takes out of the copy what must not come back with it. */
function takeBack(file: string, { passwords, texts }: Carried): void {
  const db = new Sqlite(file);
  try {
    voidAccess(db);
    const voidPassword = db.prepare("UPDATE identity SET password = NULL WHERE person = ?");
    const erase = db.prepare("UPDATE private_text SET salt = NULL, text = NULL WHERE digest = ?");
    db.transaction(() => {
      for (const person of passwords) voidPassword.run(person);
      for (const digest of texts) erase.run(digest);
    }).immediate();
  } finally {
    db.close();
  }
}

async function restoreVault(source: string, dataDir: string, erased: readonly string[]): Promise<void> {
  const [from, to] = [new Vault(source, "read"), new Vault(dataDir)];
  for await (const digest of from.list()) {
    if (erased.includes(digest) || (await to.check(digest)) === "whole") continue;
    const received = join(to.incoming, digest);
    copyFileSync(from.path(digest), received);
    await to.adopt(received);
  }
  for (const digest of erased) await to.erase(digest);
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

/** What a restore found on its way. */
interface Brought {
  readonly setAside: string | null;
  readonly lost: readonly LostWithholding[];
  readonly carried: Carried;
}

async function settle(
  dataDir: string,
  { position }: Manifest,
  { setAside, lost, carried }: Brought,
  options: RestoreOptions,
): Promise<Restored> {
  const summary = { position, setAside, carried, broughtBack: lost.map(({ entry }) => entry) };
  if (!existsSync(keyFile(dataDir))) {
    return { ...summary, readOnly: null, declared: null, withheldAgain: [], keyPresent: false };
  }
  const ledger = openLedger({ dataDir, syncEvery: 0 });
  try {
    const declared = options.acceptLoss === true ? await declareLoss(ledger, options.now, carried) : null;
    const withheldAgain = ledger.readOnly === null ? await withholdAgain(ledger, lost, options.now) : [];
    return { ...summary, readOnly: ledger.readOnly, declared, withheldAgain, keyPresent: true };
  } finally {
    ledger.close();
  }
}
