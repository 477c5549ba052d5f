import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Database } from "better-sqlite3";
import { personOf } from "../domain/people/streams.ts";
import { decodeLeaf } from "./codec.ts";
import { databaseFile } from "./database.ts";
import { LOSS_DECLARED, declaredErasures } from "./loss.ts";
import { readMeta } from "./reader.ts";

/** What an older copy must not bring back, as far as the ledgers say that it replaces. */
export interface Carried {
  /** The newest entry of the ledger that is in place; null where there is none, or it cannot be read. */
  readonly position: number | null;
  /** People whose password is void: it was changed since, or nobody can say. */
  readonly passwords: readonly string[];
  /** Of these: the ledger in place cannot say whose password was changed, so that everybody's is void. */
  readonly unknown: boolean;
  /** People who were disabled or lost a role after the copy was taken; their passwords are void too. */
  readonly restricted: readonly string[];
  /** Digests of private texts that were erased since. */
  readonly texts: readonly string[];
  /** Digests of files that were erased since, whether the copy holds them or not. */
  readonly files: readonly string[];
}

/**
 * Compares a copy with the ledger in place and with those set aside before. Passwords stand beside the ledger, so only
 * the database in place knows the newest: where it is missing or damaged, none of the copy's can be trusted.
 */
export function carriedInto(copyFile: string, dataDir: string, logId: string): Carried {
  const copy = new Sqlite(copyFile, { readonly: true, fileMustExist: true });
  const present = openPresent(databaseFile(dataDir), logId);
  const aside = asideIn(dataDir).flatMap((folder) => openPresent(databaseFile(folder), logId) ?? []);
  try {
    const newer = [...(present === null ? [] : [present]), ...aside];
    const restricted = present === null ? [] : restrictedSince(copy, present);
    return {
      position: present === null ? null : newest(present),
      passwords: passwordsVoid(copy, present, restricted),
      unknown: present === null,
      restricted,
      texts: textsErased(copy, newer),
      files: filesErased(copy, newer),
    };
  } finally {
    for (const db of [copy, present, ...aside]) db?.close();
  }
}

const asideIn = (dataDir: string): string[] =>
  existsSync(dataDir)
    ? readdirSync(dataDir)
        .filter((name) => name.startsWith("replaced-"))
        .map((name) => join(dataDir, name))
    : [];

/** Null where it is missing, damaged or another ledger's. */
function openPresent(file: string, logId: string): Database | null {
  if (!existsSync(file)) return null;
  let db: Database | null = null;
  try {
    // Not read-only: what was set aside may have its write-ahead log still to be folded.
    db = new Sqlite(file, { fileMustExist: true });
    const whole = db.prepare<[], string>("PRAGMA quick_check(1)").pluck().get() === "ok";
    if (whole && readMeta(db, "log") === logId) return db;
  } catch {
    // As good as missing.
  }
  db?.close();
  return null;
}

const newest = (db: Database): number =>
  db.prepare<[], number>("SELECT coalesce(max(position), 0) FROM leaf").pluck().get() ?? 0;

const passwordsIn = (db: Database): ReadonlyMap<string, string> =>
  new Map(
    db.prepare<[], [string, string]>("SELECT person, password FROM identity WHERE password IS NOT NULL").raw().all(),
  );

function passwordsVoid(copy: Database, present: Database | null, restricted: readonly string[]): string[] {
  const now = present === null ? null : passwordsIn(present);
  return [...passwordsIn(copy)]
    .filter(([person, hash]) => now?.get(person) !== hash || restricted.includes(person))
    .map(([person]) => person);
}

function restrictedSince(copy: Database, present: Database): string[] {
  const streams = present
    .prepare<[number], string>(
      "SELECT DISTINCT stream FROM leaf WHERE position > ? AND type IN ('PersonDisabled', 'RoleRevoked')",
    )
    .pluck()
    .all(commonPart(copy, present));
  return streams.map((stream) => personOf(stream) ?? stream);
}

/** The last position up to which both are one history: each leaf names its place, so equal hashes are equal entries. */
function commonPart(copy: Database, present: Database): number {
  const [ours, theirs] = [copy, present].map((db) =>
    db.prepare<[number], Buffer>("SELECT hash FROM leaf WHERE position = ?").pluck(),
  );
  let [same, differs] = [0, Math.min(newest(copy), newest(present)) + 1];
  while (differs - same > 1) {
    const middle = Math.floor((same + differs) / 2);
    const [a, b] = [ours?.get(middle), theirs?.get(middle)];
    if (a !== undefined && b !== undefined && a.equals(b)) same = middle;
    else differs = middle;
  }
  return same;
}

function textsErased(copy: Database, newer: readonly Database[]): string[] {
  const stored = copy.prepare("SELECT 1 FROM private_text WHERE digest = ? AND text IS NOT NULL");
  const erased = newer.flatMap((db) =>
    db.prepare<[], string>("SELECT digest FROM private_text WHERE text IS NULL").pluck().all(),
  );
  return [...new Set(erased)].filter((digest) => stored.get(digest) !== undefined);
}

function filesErased(copy: Database, newer: readonly Database[]): string[] {
  const known = new Set(erasedFilesIn(copy));
  return [...new Set(newer.flatMap(erasedFilesIn))].filter((digest) => !known.has(digest));
}

function erasedFilesIn(db: Database): string[] {
  const leaves = db
    .prepare<[string], Buffer>("SELECT bytes FROM leaf WHERE type IN ('FileErased', ?)")
    .pluck()
    .all(LOSS_DECLARED)
    .map((bytes) => decodeLeaf(bytes));
  return leaves.flatMap((leaf) => {
    const { digest } = leaf.payload;
    return leaf.type === "FileErased" && typeof digest === "string" ? [digest] : declaredErasures(leaf).files;
  });
}
