import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseCheckpoint } from "./checkpoint.ts";
import type { TreeHead } from "./checkpoint.ts";
import { replaceFile, syncFolder, writeDurably } from "./files.ts";

/** Checkpoints outside the database: a database set back to an older copy contradicts them. */
export const checkpointFile = (dataDir: string): string => join(dataDir, "checkpoints.log");

export interface FiledCheckpoint extends TreeHead {
  readonly note: string;
  /** 1, 2, 3 … in the file. */
  readonly record: number;
}

export interface CheckpointFile {
  readonly checkpoints: readonly FiledCheckpoint[];
  /** The record at which reading stopped; null where the file is whole. */
  readonly damaged: { readonly record: number; readonly torn: boolean } | null;
}

/** One note after the other, so that a record cut from the file is itself a checkpoint anyone can check. */
const RECORD = /\S+\n\d+\n[A-Za-z0-9+/]{43}=\n\n(?:— \S+ [A-Za-z0-9+/]+=*\n)+/y;

/** Reads a file of signed checkpoints, oldest first; a missing file is an empty one. Signatures are not checked. */
export function readCheckpointFile(file: string): CheckpointFile {
  const text = existsSync(file) ? readFileSync(file, "utf8").replaceAll("\r\n", "\n") : "";
  const checkpoints: FiledCheckpoint[] = [];
  let end = 0;
  for (const [note] of records(text)) {
    const head = parseCheckpoint(note);
    if (head === null) break;
    checkpoints.push({ size: head.size, root: head.root, note, record: checkpoints.length + 1 });
    end += note.length;
  }
  const rest = text.slice(end);
  if (rest.trim() === "") return { checkpoints, damaged: null };
  // A crash tears the last record only: where whole records follow, somebody altered the file.
  const torn = !new RegExp(RECORD, "").test(rest);
  return { checkpoints, damaged: { record: checkpoints.length + 1, torn } };
}

function* records(text: string): Generator<RegExpExecArray> {
  const pattern = new RegExp(RECORD);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) yield match;
}

/** Appends one checkpoint and returns once it is on disk. */
export function fileCheckpoint(file: string, note: string): void {
  const begun = existsSync(file);
  writeDurably(file, note, "a");
  if (!begun) syncFolder(dirname(file));
}

const RECENT = 100;

/**
 * Thins the file to the last 100 and the last of each hour, once there are twice as many recent ones.
 *
 * @param timeOf time of the entry at a position, or null where the ledger no longer has it: such a checkpoint
 *   names a loss and is always kept.
 */
export function thinCheckpointFile(file: string, timeOf: (position: number) => string | null): void {
  const { checkpoints, damaged } = readCheckpointFile(file);
  if (damaged !== null && !damaged.torn) return;
  const older = checkpoints.slice(0, -RECENT);
  const hours = older.map(({ size }) => timeOf(size)?.slice(0, 13) ?? null);
  const kept = older.filter((_, index) => hours[index] === null || hours[index] !== hours[index + 1]);
  if (damaged === null && older.length - kept.length < RECENT) return;
  replaceFile(file, [...kept, ...checkpoints.slice(-RECENT)].map(({ note }) => note).join(""));
}
