import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { checkpointFile } from "./checkpoint-file.ts";
import { parseCheckpoint } from "./checkpoint.ts";
import { databaseFile } from "./database.ts";
import { LedgerError } from "./errors.ts";
import { syncFile, syncFolder, writeDurably } from "./files.ts";
import { manifestFile } from "./manifest.ts";
import type { Manifest } from "./manifest.ts";
import { readMeta, readNote, readSnapshot } from "./reader.ts";
import { Vault, digestOf } from "./vault.ts";

/**
 * Copies ledger, vault and checkpoint file of a running or stopped installation to a new folder. The signing key is
 * left out: a stolen backup must not be able to sign. The folder appears under its name only once it is whole.
 *
 * @param now for the manifest.
 * @throws {LedgerError} where there is no ledger, the target is not empty or the disk is full.
 */
export async function backup(dataDir: string, target: string, now: Date): Promise<Manifest> {
  if (existsSync(target) && readdirSync(target).length > 0) {
    throw new LedgerError("restore", `${target} is not empty: a backup goes to a new folder.`);
  }
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o750 });
  try {
    const manifest = await fill(dataDir, part, now);
    rmSync(target, { recursive: true, force: true });
    renameSync(part, target);
    syncFolder(dirname(target));
    return manifest;
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw error;
  }
}

async function fill(dataDir: string, part: string, now: Date): Promise<Manifest> {
  // The checkpoint file first: copied later, it could name a head that the copied database has not reached.
  if (existsSync(checkpointFile(dataDir))) copyFileSync(checkpointFile(dataDir), checkpointFile(part));
  const facts = await copyDatabase(dataDir, part);
  // The vault last: an event names a file only once it is stored, so every file named is there.
  await copyVault(dataDir, part);
  const manifest: Manifest = { backup: 1, ...facts, takenAt: now.toISOString(), files: await listFiles(part) };
  writeDurably(manifestFile(part), `${JSON.stringify(manifest, null, 2)}\n`, "w");
  syncFolder(part);
  return manifest;
}

/** VACUUM INTO copies one snapshot while others write, without the pages of erased texts. */
async function copyDatabase(dataDir: string, part: string): Promise<Pick<Manifest, "logId" | "vkey" | "position">> {
  await readSnapshot(dataDir, (db) => {
    db.exec("COMMIT");
    db.prepare("VACUUM INTO ?").run(databaseFile(part));
  });
  syncFile(databaseFile(part));
  return readSnapshot(part, (db) => ({
    logId: readMeta(db, "log") ?? "",
    vkey: readMeta(db, "vkey") ?? "",
    position: parseCheckpoint(readNote(db) ?? "")?.size ?? 0,
  }));
}

async function copyVault(dataDir: string, part: string): Promise<void> {
  const [from, to] = [new Vault(dataDir, "read"), new Vault(part, "read")];
  for await (const digest of from.list()) {
    mkdirSync(dirname(to.path(digest)), { recursive: true, mode: 0o750 });
    copyFileSync(from.path(digest), to.path(digest));
    syncFile(to.path(digest));
  }
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
