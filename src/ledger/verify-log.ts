import { existsSync, statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { checkpointFile, readCheckpointFile } from "./checkpoint-file.ts";
import { databaseFile } from "./database.ts";
import type { Findings } from "./findings.ts";
import { counted } from "../domain/words/counted.ts";

/** A ledger is copied to its log each second while it is written; one that was left alone this long has its log, ms. */
const QUIET = 10_000;
/** Entries further apart than this were not written in the second in which a crash leaves the log behind, ms. */
const MOMENT = 60_000;

/**
 * What the ledger knows of its log, held against the log: each checkpoint that was copied there is there still, but for
 * those thinned out.
 *
 * @param read the checkpoints found before the snapshot was taken.
 */
export function verifyLog(
  db: Database,
  dataDir: string,
  read: readonly number[],
  size: number,
  findings: Findings,
): void {
  const copied = copiedCheckpoints(db);
  const newest = Math.max(0, ...read);
  const alterations = copied.length > 0 ? removed(copied, dataDir, read) : unremembered(db, dataDir, newest, size);
  for (const [place, message] of alterations) findings.add(place, "log-altered", message);
  if (alterations.length === 0 && newest < size)
    findings.note("log-behind", { newest, size }, `checkpoints.log ends at ${newest}, behind the signed head ${size}`);
}

type Alterations = readonly (readonly [place: string, message: string])[];

/** None where the ledger was not opened yet by a version that remembers them. */
function copiedCheckpoints(db: Database): readonly number[] {
  const known = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'filed_checkpoint'").get() !== undefined;
  return known ? db.prepare<[], number>("SELECT position FROM filed_checkpoint ORDER BY position").pluck().all() : [];
}

function removed(copied: readonly number[], dataDir: string, read: readonly number[]): Alterations {
  const before = new Set(read);
  const suspects = copied.filter((position) => !before.has(position));
  if (suspects.length === 0) return [];
  // Copied since the file was read; the row comes after the copy.
  const now = new Set(readCheckpointFile(checkpointFile(dataDir)).checkpoints.map(({ size }) => size));
  const missing = suspects.filter((position) => !now.has(position));
  if (missing.length === copied.length) {
    const message = `${counted(missing.length, "checkpoint was", "checkpoints were")} copied to it, the newest at ${missing.at(-1) ?? 0}`;
    return [["checkpoints.log", `it ${stateOf(dataDir)}, though ${message}`]];
  }
  return missing.map((position) => [`checkpoints.log, checkpoint at ${position}`, "it was removed from the log"]);
}

function unremembered(db: Database, dataDir: string, newest: number, size: number): Alterations {
  if (newest === 0 && size > 0 && isQuiet(dataDir))
    return [["checkpoints.log", `it ${stateOf(dataDir)}, though the ledger has ${counted(size, "entry", "entries")}`]];
  if (newest === 0 || newest >= size || timeAt(db, size) - timeAt(db, newest + 1) <= MOMENT) return [];
  return [["checkpoints.log", `it ends at ${newest}: the checkpoints up to ${size} were removed from it`]];
}

const stateOf = (dataDir: string): string => (existsSync(checkpointFile(dataDir)) ? "is empty" : "is missing");

function isQuiet(dataDir: string): boolean {
  const written = ["", "-wal"]
    .map((suffix) => databaseFile(dataDir) + suffix)
    .flatMap((file) => (existsSync(file) ? [statSync(file)] : []))
    .filter(({ size }) => size > 0);
  return written.every(({ mtimeMs }) => Date.now() - mtimeMs > QUIET);
}

function timeAt(db: Database, position: number): number {
  return Date.parse(
    db.prepare<[number], string>("SELECT time FROM leaf WHERE position = ?").pluck().get(position) ?? "",
  );
}
