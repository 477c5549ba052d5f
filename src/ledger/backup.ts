import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import Sqlite from "better-sqlite3";
import { leftOut, voidAccess } from "./access.ts";
import { checkpointFile, readCheckpointFile } from "./checkpoint-file.ts";
import type { FiledCheckpoint } from "./checkpoint-file.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import { databaseFile } from "./database.ts";
import { LedgerError, codeOf } from "./errors.ts";
import type { Finding } from "./findings.ts";
import { syncFile, syncFolder, writeDurably } from "./files.ts";
import { manifestFile } from "./manifest.ts";
import type { Holdings, Manifest } from "./manifest.ts";
import { readMeta, readNote, readSnapshot } from "./reader.ts";
import { sealFolder } from "./sealed-backup.ts";
import type { Seal } from "./sealed-backup.ts";
import { Vault, digestOf } from "./vault.ts";
import { verifyLedger } from "./verify.ts";

export interface Backup extends Manifest {
  /** What verification holds against the copy: as it was in the ledger, or a disk that did not keep what was written. */
  readonly findings: readonly Finding[];
}

/**
 * Copies ledger, vault and checkpoint file of a running or stopped installation to a new folder, or sealed to one file.
 * The signing key is left out: a stolen backup must not be able to sign; so is whatever lets somebody in. What was
 * written is read back and verified before it appears under its name.
 *
 * @param now for the manifest.
 * @param seal makes `target` one encrypted file.
 * @throws {LedgerError} where there is no ledger, the target is taken, the disk is full or the copy is not what was read.
 */
export async function backup(dataDir: string, target: string, now: Date, seal: Seal | null = null): Promise<Backup> {
  refuseTaken(target, seal);
  const part = `${target}.part`;
  // Sealed, the plain copy never leaves the data folder's own disk.
  const folder = seal === null ? part : join(dataDir, `backup-${now.getTime()}.part`);
  rmSync(part, { recursive: true, force: true });
  try {
    const manifest = await fill(dataDir, makeFolder(folder), now);
    const { findings } = await verifyLedger({ dataDir: folder });
    if (seal !== null) await writeSealed(folder, manifest, part, seal);
    rmSync(target, { recursive: true, force: true });
    renameSync(part, target);
    syncFolder(dirname(target));
    return { ...manifest, findings };
  } finally {
    for (const left of [part, folder]) rmSync(left, { recursive: true, force: true });
  }
}

function refuseTaken(target: string, seal: Seal | null): void {
  if (!existsSync(target)) return;
  if (seal === null && statSync(target).isDirectory() && readdirSync(target).length === 0) return;
  const message =
    seal === null && statSync(target).isDirectory()
      ? `${target} is not empty: a backup goes to a new folder.`
      : `${target} exists already: a backup goes to a new place.`;
  throw new LedgerError("restore", message);
}

function makeFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o750 });
  return folder;
}

async function fill(dataDir: string, part: string, now: Date): Promise<Manifest> {
  // The checkpoint file first: copied later, it could name a head that the copied database has not reached.
  const before = readCheckpointFile(checkpointFile(dataDir)).checkpoints;
  const facts = await copyDatabase(dataDir, part);
  copyCheckpoints(dataDir, part, before, facts.position);
  // The vault last: an event names a file only once it is stored, so every file named is there.
  const evidenceFiles = await copyVault(dataDir, part);
  const { holds, ...rest } = facts;
  const files = await listFiles(part);
  const manifest: Manifest = {
    backup: 1,
    ...rest,
    takenAt: now.toISOString(),
    files,
    holds: { ...holds, evidenceFiles, leftOut },
  };
  writeDurably(manifestFile(part), `${JSON.stringify(manifest, null, 2)}\n`, "w");
  syncFolder(part);
  return manifest;
}

type Facts = Pick<Manifest, "logId" | "vkey" | "position"> & {
  readonly holds: Omit<Holdings, "evidenceFiles" | "leftOut">;
};

/** VACUUM INTO copies one snapshot while others write, without the pages of erased texts. */
async function copyDatabase(dataDir: string, part: string): Promise<Facts> {
  await readSnapshot(dataDir, (db) => {
    db.exec("COMMIT");
    db.prepare("VACUUM INTO ?").run(databaseFile(part));
  });
  strip(databaseFile(part));
  syncFile(databaseFile(part));
  return readSnapshot(part, (db) => {
    const count = (of: string): number => db.prepare<[], number>(`SELECT count(*) FROM ${of}`).pluck().get() ?? 0;
    return {
      logId: readMeta(db, "log") ?? "",
      vkey: readMeta(db, "vkey") ?? "",
      position: parseCheckpoint(readNote(db) ?? "")?.size ?? 0,
      holds: {
        peopleWithNameAndEmail: count("identity"),
        passwordHashes: count("identity WHERE password IS NOT NULL"),
        drafts: count("draft"),
        privateTexts: count("private_text WHERE text IS NOT NULL"),
      },
    };
  });
}

function strip(file: string): void {
  const db = new Sqlite(file);
  try {
    voidAccess(db);
    db.exec("VACUUM");
  } finally {
    db.close();
  }
}

/** On the same disk a second name is enough: a file of the vault never changes. */
async function copyVault(dataDir: string, part: string): Promise<number> {
  const [from, to] = [new Vault(dataDir, "read"), new Vault(part, "read")];
  let files = 0;
  for await (const digest of from.list()) {
    makeFolder(dirname(to.path(digest)));
    if (part.startsWith(dataDir)) linkOrCopy(from.path(digest), to.path(digest));
    else copyFileSync(from.path(digest), to.path(digest));
    syncFile(to.path(digest));
    files += 1;
  }
  for (const digest of await from.placing.list()) if (to.has(digest)) await to.placing.begin(digest);
  return files;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EXDEV", "EMLINK"].includes(codeOf(error))) throw error;
    copyFileSync(from, to);
  }
}

/** Those from before the database was copied, and those that the copy knows of: it remembers what it filed. */
function copyCheckpoints(dataDir: string, part: string, before: readonly FiledCheckpoint[], position: number): void {
  const known = new Set(before.map(({ note }) => note));
  const after = readCheckpointFile(checkpointFile(dataDir)).checkpoints.filter(
    ({ size, note }) => size <= position && !known.has(note),
  );
  writeDurably(checkpointFile(part), [...before, ...after].map(({ note }) => note).join(""), "w");
}

async function listFiles(part: string): Promise<Manifest["files"]> {
  const entries = readdirSync(part, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    files.push({ path: relative(part, path), ...(await digestOf(path)) });
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function writeSealed(folder: string, { files }: Manifest, target: string, seal: Seal): Promise<void> {
  makeFolder(dirname(target));
  const manifest = { path: relative(folder, manifestFile(folder)), bytes: statSync(manifestFile(folder)).size };
  await sealFolder(folder, [manifest, ...files], target, seal);
}
