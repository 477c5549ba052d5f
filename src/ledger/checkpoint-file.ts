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

/** Lines that are no checkpoint. */
export interface Foreign {
  /** 1, 2, 3 … in the file. */
  readonly line: number;
  /** Nothing follows them: what a crash in the middle of a record leaves. */
  readonly torn: boolean;
}

export interface CheckpointFile {
  readonly checkpoints: readonly FiledCheckpoint[];
  readonly foreign: readonly Foreign[];
}

/** One note after the other, so that a record cut from the file is itself a checkpoint anyone can check. */
const RECORD = /^\S+\n\d+\n[A-Za-z0-9+/]{43}=\n\n(?:— \S+ [A-Za-z0-9+/]+=*\n)+/gm;

/** Reads a file of signed checkpoints, oldest first; a missing file is an empty one. Signatures are not checked. */
export function readCheckpointFile(file: string): CheckpointFile {
  return readCheckpoints(existsSync(file) ? readFileSync(file, "utf8").replaceAll("\r\n", "\n") : "");
}

/** The same of a text with bare line feeds. */
export function readCheckpoints(text: string): CheckpointFile {
  const checkpoints: FiledCheckpoint[] = [];
  const foreign: Foreign[] = [];
  let end = 0;
  const skipTo = (next: number, torn: boolean): void => {
    const skipped = text.slice(end, next);
    if (skipped.trim() !== "") foreign.push({ line: text.slice(0, end).split("\n").length, torn });
  };
  for (const match of text.matchAll(RECORD)) {
    const head = parseCheckpoint(match[0]);
    if (head === null) continue;
    skipTo(match.index, false);
    checkpoints.push({ size: head.size, root: head.root, note: match[0], record: checkpoints.length + 1 });
    end = match.index + match[0].length;
  }
  skipTo(text.length, true);
  return { checkpoints, foreign };
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
 * @param forget hears which positions the file is about to lose.
 */
export function thinCheckpointFile(
  file: string,
  timeOf: (position: number) => string | null,
  forget: (positions: readonly number[]) => void = () => undefined,
): void {
  const { checkpoints, foreign } = readCheckpointFile(file);
  // Where somebody altered the file it stays as it is, for verify to name the place.
  if (foreign.some(({ torn }) => !torn)) return;
  const older = checkpoints.slice(0, -RECENT);
  const hours = older.map(({ size }) => timeOf(size)?.slice(0, 13) ?? null);
  const hourly = older.filter((_, index) => hours[index] === null || hours[index] !== hours[index + 1]);
  if (foreign.length === 0 && older.length - hourly.length < RECENT) return;
  const all = [...hourly, ...checkpoints.slice(-RECENT)];
  const staying = new Set(all.map(({ size }) => size));
  forget(checkpoints.map(({ size }) => size).filter((size) => !staying.has(size)));
  replaceFile(file, all.map(({ note }) => note).join(""));
}
