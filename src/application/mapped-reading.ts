import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Mapping } from "../domain/evidence/mapping.ts";
import type { ReadOutcome } from "../evidence/format.ts";
import { formats } from "../evidence/formats.ts";
import type { PathFile } from "../evidence/in-worker.ts";
import { answersIn } from "../evidence/questions.ts";
import type { Progress } from "../evidence/read.ts";
import type { Problem } from "../evidence/refused.ts";
import type { Mappings, RememberedMapping } from "../authority/mappings.ts";
import { guessedThroughout, sourceOf } from "./file-beginnings.ts";
import { readFiles } from "./measure-piece.ts";
import type { Reading } from "./measure-piece.ts";

export interface MappedReading {
  readonly kind: "read";
  readonly read: Exclude<ReadOutcome, { kind: "refused" }>;
  /** What it was read with: given now, or remembered; null where a reader knew the headings. */
  readonly mapping: Mapping | null;
  /** What the mapping is remembered under; null where nothing tells the files' source. */
  readonly source: string | null;
  /** Where nobody gave all of it for these very files: whose word it rests on. */
  readonly remembered?: RememberedMapping;
}

export interface RefusedReading {
  readonly kind: "refused";
  readonly problems: readonly Problem[];
  readonly remembered?: RememberedMapping;
}

/** What a person says of files that do not say it themselves: Mapping.stated. */
export type Stated = NonNullable<Mapping["stated"]>;

/** Where what was said of a source before is looked up; null where it is to be said anew. */
type Memory = Pick<Mappings, "find"> | null;

/**
 * Files measured with the mapping given, or with the one that their source was given before.
 *
 * @param stated holds for availability, whatever tool it comes from: the format is known only once the files are read
 */
export async function readMapped(
  memory: Memory,
  files: readonly PathFile[],
  reading: Reading,
  stated: Stated | null,
  onProgress?: (progress: Progress) => void,
): Promise<MappedReading | RefusedReading> {
  const result = named(await readUnstated(memory, files, reading, onProgress), reading);
  if (stated === null) return result;
  if (result.kind === "refused") return (await watchedThen(files, reading, stated, onProgress)(result)) ?? result;
  // A period alone is no more than when a piece is effective.
  if (stated["service"] === undefined) return result;
  if (result.read.kind !== "measured" || result.read.measurement.kind !== "availability") return result;
  const { read, mapping } = result;
  const whole: Mapping = { ...(mapping ?? plain(read.reader.format)), stated: { ...stated, ...mapping?.stated } };
  const again = await readFiles(files, { ...reading, mapping: whole }, onProgress);
  return again.kind === "refused" ? again : { ...result, read: again, mapping: whole };
}

/** A piece of which a person named the encoding or answered a question says so in its mapping, so that it is read again the same way. */
function named(result: MappedReading | RefusedReading, { encoding, answers }: Reading): MappedReading | RefusedReading {
  if (result.kind === "refused" || result.read.kind !== "measured") return result;
  if (encoding === undefined && answers === undefined) return result;
  const mapping: Mapping = {
    ...(result.mapping ?? plain(result.read.reader.format)),
    ...answersIn({ ...(result.mapping !== null && { mapping: result.mapping }), ...(answers && { answers }) }),
    ...(encoding !== undefined && { encoding }),
  };
  return { ...result, mapping };
}

/** Refused for want of any row that says which time was watched, a table is read once its person says it. */
const watchedThen =
  (files: readonly PathFile[], reading: Reading, stated: Stated, onProgress?: (progress: Progress) => void) =>
  async ({ problems }: RefusedReading): Promise<MappedReading | null> => {
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
  memory: Memory,
  files: readonly PathFile[],
  reading: Reading,
  onProgress?: (progress: Progress) => void,
): Promise<MappedReading | RefusedReading> {
  const read = await readFiles(files, reading, onProgress);
  const format = read.kind === "measured" ? read.reader.format : null;
  const source = await sourceOf(files, format, read.kind === "document" ? [] : read.workbook);
  const first: MappedReading | RefusedReading =
    read.kind === "refused" ? read : { kind: "read", read, mapping: reading.mapping, source };
  if (source === null || memory === null || reading.mapping !== null || !leavesOpen(read)) return first;
  const remembered = await memory.find(source, reading.format ?? undefined);
  if (remembered === null) return first;
  const mapping = await asRemembered(remembered, files, reading);
  const again = await readFiles(files, { ...reading, mapping }, onProgress);
  if (again.kind !== "refused") return { kind: "read", read: again, mapping, source, remembered };
  // What was said of the source does not fit this file: its reasons, and the headings to say it anew.
  return read.kind === "refused"
    ? { kind: "refused", problems: [...again.problems, ...read.problems], remembered }
    : first;
}

/** Whether something may have been said of the source that this reading lacks. */
const leavesOpen = (read: ReadOutcome): boolean =>
  read.kind === "refused"
    ? read.problems.some(({ headings, questions }) => headings !== undefined || questions !== undefined)
    : read.kind === "measured" && read.questions !== undefined;

/** A remembered encoding stands in for a guess; it never overrides what the bytes themselves tell. */
async function asRemembered(
  { mapping: { encoding, ...rest } }: RememberedMapping,
  files: readonly PathFile[],
  reading: Reading,
): Promise<Mapping> {
  const guessed = encoding !== undefined && reading.encoding === undefined && (await guessedThroughout(files));
  return guessed ? { ...rest, encoding } : rest;
}
