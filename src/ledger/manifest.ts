import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { LedgerError } from "./errors.ts";
import { digestOf } from "./vault.ts";

/** What a backup holds; written last, so that a folder without one is no backup. */
export interface Manifest {
  readonly backup: 1;
  readonly logId: string;
  readonly vkey: string;
  readonly position: number;
  /** RFC 3339. */
  readonly takenAt: string;
  readonly files: readonly { readonly path: string; readonly digest: string; readonly bytes: number }[];
  /** Absent in backups of versions before 0.3.0, which held sessions, links and tokens too. */
  readonly holds?: Holdings;
}

/** Which kinds of personal and of secret data stand in it, for whoever keeps it. */
export interface Holdings {
  readonly peopleWithNameAndEmail: number;
  readonly passwordHashes: number;
  readonly drafts: number;
  readonly privateTexts: number;
  readonly evidenceFiles: number;
  readonly leftOut: readonly string[];
}

export const manifestFile = (folder: string): string => join(folder, "manifest.json");

/**
 * Reads the manifest and every file it names.
 *
 * @throws {LedgerError} "restore" naming the file that is missing or altered.
 */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = readManifest(folder);
  for (const { path, digest, bytes } of manifest.files) {
    const file = join(folder, path);
    if (!existsSync(file)) throw new LedgerError("restore", `The backup is not whole: ${path} is missing.`);
    const copy = await digestOf(file);
    if (copy.digest !== digest || copy.bytes !== bytes) {
      throw new LedgerError("restore", `The backup is not whole: ${path} was altered.`);
    }
  }
  return manifest;
}

export function readManifest(folder: string): Manifest {
  if (!existsSync(manifestFile(folder))) {
    throw new LedgerError("restore", `${folder} is no backup: it has no manifest.json.`);
  }
  try {
    const manifest = JSON.parse(readFileSync(manifestFile(folder), "utf8")) as Manifest;
    if (manifest.backup === 1 && manifest.files.every(({ path }) => isInside(path))) return manifest;
  } catch {
    // Said below, as for any other manifest we cannot use.
  }
  throw new LedgerError("restore", `${manifestFile(folder)} cannot be read as the manifest of a backup.`);
}

/** A manifest comes from outside: its paths must stay in the backup. */
export function isInside(path: string): boolean {
  return typeof path === "string" && normalize(path) === path && !path.startsWith("/") && !path.startsWith("..");
}
