import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import type { ReadOutcome } from "../evidence/format.ts";
import { formats } from "../evidence/formats.ts";
import type { Problem } from "../evidence/refused.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import type { Progress } from "../evidence/read.ts";
import { guessedThroughout, sourceOf } from "./file-beginnings.ts";
import type { Mappings } from "../authority/mappings.ts";
import { readFiles } from "./measure-piece.ts";
import type { Reading } from "./measure-piece.ts";

export interface MappedReading {
  readonly kind: "read";
  readonly read: Exclude<ReadOutcome, { kind: "refused" }>;
  /** What it was read with: given now, or remembered; null where a reader knew the headings. */
  readonly mapping: Mapping | null;
  /** What the mapping is remembered under; null without one, or where its files are no tables. */
  readonly source: string | null;
  /** True where nobody gave the mapping for these very files. */
  readonly remembered?: true;
}

type Refusal = { readonly kind: "refused"; readonly problems: readonly Problem[] };

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
): Promise<MappedReading | Refusal> {
  const result = named(await readUnstated(mappings, files, reading, onProgress), reading);
  if (stated === null) return result;
  if (result.kind === "refused") return (await watchedThen(files, reading, stated, onProgress)(result)) ?? result;
  // A period alone is no more than when a piece is effective.
  if (stated["service"] === undefined) return result;
  if (result.read.kind !== "measured" || result.read.measurement.kind !== "availability") return result;
  const { read, mapping, source } = result;
  const whole: Mapping = { ...(mapping ?? plain(read.reader.format)), stated: { ...stated, ...mapping?.stated } };
  const again = await readFiles(files, { ...reading, mapping: whole }, onProgress);
  return again.kind === "refused" ? again : { kind: "read", read: again, mapping: whole, source };
}

/** A piece whose encoding a person named says so in its mapping, so that it is read again the same way. */
function named(result: MappedReading | Refusal, { encoding }: Reading): MappedReading | Refusal {
  if (encoding === undefined || result.kind === "refused" || result.read.kind !== "measured") return result;
  return { ...result, mapping: { ...(result.mapping ?? plain(result.read.reader.format)), encoding } };
}

/** Refused for want of any row that says which time was watched, a table is read once its person says it. */
const watchedThen =
  (files: readonly PathFile[], reading: Reading, stated: Stated, onProgress?: (progress: Progress) => void) =>
  async ({ problems }: Refusal): Promise<MappedReading | null> => {
    const { encoding, mapping: given } = reading;
    if (given !== null || !problems.some(({ code }) => code === "period-unknown")) return null;
    for (const { name } of formats.filter(({ withoutPeriod }) => withoutPeriod === "refuses")) {
      const mapping: Mapping = { ...plain(name), stated, ...(encoding !== undefined && { encoding }) };
      const read = await readFiles(files, { ...reading, mapping }, onProgress);
      if (read.kind !== "refused") return { kind: "read", read, mapping, source: null };
    }
    return null;
  };

const plain = (format: FormatName): Mapping => ({ format, columns: {}, conditions: {}, rows: {} });

async function readUnstated(
  mappings: Mappings,
  files: readonly PathFile[],
  reading: Reading,
  onProgress?: (progress: Progress) => void,
): Promise<MappedReading | Refusal> {
  const read = await readFiles(files, reading, onProgress);
  if (read.kind !== "refused") {
    const source = reading.mapping === null ? null : await sourceOf(files);
    return { kind: "read", read, mapping: reading.mapping, source };
  }
  const headings = read.problems.find((problem) => problem.headings !== undefined)?.headings;
  if (headings === undefined || reading.mapping !== null) return read;
  const source = await sourceOf(files);
  const remembered = source === null ? null : await mappings.find(source, reading.format ?? undefined);
  if (remembered === null) return read;
  const { encoding, ...rest } = remembered.mapping;
  // A remembered encoding stands in for a guess; it never overrides what the bytes themselves tell.
  const guessed = encoding !== undefined && reading.encoding === undefined && (await guessedThroughout(files));
  const mapping: Mapping = guessed ? { ...rest, encoding } : rest;
  const again = await readFiles(files, { ...reading, mapping }, onProgress);
  // What was said of the source does not fit this file: its reasons, and the headings to say it anew.
  if (again.kind === "refused") return { kind: "refused", problems: [...again.problems, ...read.problems] };
  return { kind: "read", read: again, mapping, source, remembered: true };
}
