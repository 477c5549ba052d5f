import { open } from "node:fs/promises";
import type { Mapping } from "../domain/evidence/mapping.ts";
import { headOf } from "../evidence/encoding.ts";
import { headBytes } from "../evidence/feed.ts";
import type { Problem, ReadOutcome } from "../evidence/format.ts";
import { tableStart } from "../evidence/header.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import { sourceKey } from "../evidence/mapping.ts";
import type { Progress } from "../evidence/read.ts";
import type { Mappings } from "./mappings.ts";
import { readFiles } from "./measurePiece.ts";
import type { Reading } from "./measurePiece.ts";

export interface MappedReading {
  readonly kind: "read";
  readonly read: Exclude<ReadOutcome, { kind: "refused" }>;
  /** What it was read with: given now, or remembered; null where a reader knew the headings. */
  readonly mapping: Mapping | null;
  /** What the mapping is remembered under; null without one, or where its files are no tables. */
  readonly source: string | null;
}

/** What a person says of files that do not say it themselves: Mapping.stated. */
export type Stated = NonNullable<Mapping["stated"]>;

/**
 * Files measured with the mapping given, or with the one that their source was given before.
 *
 * @param stated holds for availability, whatever tool it comes from: the format is known only once the files are read
 */
export async function readMapped(
  mappings: Mappings,
  files: readonly PathFile[],
  reading: Reading,
  stated: Stated | null,
  onProgress?: (progress: Progress) => void,
): Promise<MappedReading | { readonly kind: "refused"; readonly problems: readonly Problem[] }> {
  const found = await readUnstated(mappings, files, reading, onProgress);
  if (stated === null || found.kind === "refused" || found.read.kind !== "measured") return found;
  const { read, mapping, source } = found;
  if (read.measurement.kind !== "availability") return found;
  const none = { format: read.reader.format, columns: {}, conditions: {}, rows: {} };
  const whole: Mapping = { ...(mapping ?? none), stated: { ...stated, ...mapping?.stated } };
  const again = await readFiles(files, { ...reading, mapping: whole }, onProgress);
  return again.kind === "refused" ? again : { kind: "read", read: again, mapping: whole, source };
}

async function readUnstated(
  mappings: Mappings,
  files: readonly PathFile[],
  reading: Reading,
  onProgress?: (progress: Progress) => void,
): Promise<MappedReading | { readonly kind: "refused"; readonly problems: readonly Problem[] }> {
  const read = await readFiles(files, reading, onProgress);
  if (read.kind !== "refused") {
    const source = reading.mapping === null ? null : await sourceOf(files);
    return { kind: "read", read, mapping: reading.mapping, source };
  }
  const headings = read.problems.find((problem) => problem.headings !== undefined)?.headings;
  if (headings === undefined || reading.mapping !== null) return read;
  const source = sourceKey(headings);
  const remembered = mappings.find(source, reading.format ?? undefined);
  if (remembered === null) return read;
  const { mapping } = remembered;
  const again = await readFiles(files, { ...reading, mapping }, onProgress);
  // What was said of the source does not fit this file: its reasons, and the headings to say it anew.
  if (again.kind === "refused") return { kind: "refused", problems: [...again.problems, ...read.problems] };
  return { kind: "read", read: again, mapping, source };
}

/** Null where no file begins as a table: then there is nothing to know the next one by. */
async function sourceOf(files: readonly PathFile[]): Promise<string | null> {
  for (const { path } of files) {
    const start = tableStart(headOf(await beginningOf(path)).text);
    if (start !== null) return sourceKey(start.headings);
  }
  return null;
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
