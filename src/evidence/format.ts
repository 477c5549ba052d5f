import type { Problem } from "./refused.ts";
import type { Readable } from "node:stream";
import type {
  Measurement,
  MeasurementHead,
  MeasurementKind,
  RejectedRow,
  Warning,
} from "../domain/evidence/measurement.ts";
import type { Encoding } from "../domain/evidence/encoding.ts";
import type { MappingAnswers, Mapping } from "../domain/evidence/mapping.ts";
import type { FormatName } from "../domain/evidence/format-name.ts";
import type { Reporting } from "./contradictions/littles-law.ts";
import type { Limits } from "./limits.ts";
import type { Question } from "./question.ts";
import { Questions } from "./questions.ts";
import type { OnRow } from "./row-seen.ts";
import type { Unreadable } from "./unreadable.ts";

/**
 * One file of a piece. Its name appears in messages for people and never in a meaning. A stream must be openable
 * again: a load run whose earliest row comes late is read a second time.
 */
export type EvidenceFile = {
  readonly name: string;
  /** Size, for progress. */
  readonly bytes: number;
} & ({ readonly path: string } | { readonly open: () => Readable });

export interface ReadOptions {
  /** Skips recognition; "document" attaches without measuring. */
  readonly as?: FormatName;
  /** Latency level of the plan: successes within it are counted. Whole milliseconds, > 0. */
  readonly withinMs?: number;
  /** IANA name; times without an offset are local to it. */
  readonly timeZone: string;
  /** How to read a table whose headings no reader knows, or what its cells mean. */
  readonly mapping?: Mapping;
  /** What was answered before anybody knew the format; before the mapping's. Readers ask answersIn for both. */
  readonly answers?: MappingAnswers;
  /** How the bytes are to be read, where the person knows it; else the content tells, or a guess that is a warning. Before the mapping's. */
  readonly encoding?: Encoding;
  /** A task's success after this many seconds is partial, where the file has no limit of its own. */
  readonly taskLimitSeconds?: number;
  /** Told of every row of a table as it is read; never across threads. */
  readonly onRow?: OnRow;
  /** True for a piece that is recorded already: it is read as it was, however many labels it holds (limits.ts). */
  readonly asRecorded?: boolean;
}

/** The sheets of a workbook that a person sees, in their order: what its source is known by. */
export type WorkbookShape = readonly { readonly sheet: string; readonly headings: readonly string[] }[];

export type ReadOutcome =
  | {
      readonly kind: "measured";
      readonly measurement: Measurement;
      readonly reader: ReaderId;
      /** SHA-256 hex of each file, in the order given. */
      readonly digests: readonly string[];
      /** What the reading leaves open and a mapping may answer; it is no part of the measurement. */
      readonly questions?: readonly Question[];
      /** Of the last workbook among the files. */
      readonly workbook?: WorkbookShape;
    }
  /** Linkable from a rubric score, never measured. */
  | { readonly kind: "document"; readonly format: string; readonly digests: readonly string[] }
  | { readonly kind: "refused"; readonly problems: readonly Problem[]; readonly workbook?: WorkbookShape };

interface ReaderId {
  readonly format: FormatName;
  /** Raised when the same bytes would give another measurement. */
  readonly version: number;
}

/** The beginning of a file, as recognition sees it. */
export interface Head {
  readonly bytes: Uint8Array;
  /** Decoded, without a byte order mark; the last character may be cut. */
  readonly text: string;
  readonly encoding: Encoding;
  /** True where nothing but statistics speaks for the encoding; readEvidence warns of it. */
  readonly guessed?: boolean;
}

export interface ReaderChange {
  /** The first version that reads so. */
  readonly version: number;
  /** In a few words, without a full stop. */
  readonly change: string;
}

/** One tool's output: a file of its own beside this one, listed in formats.ts. */
export interface Format {
  readonly name: FormatName;
  readonly title: string;
  readonly version: number;
  /** What each version since the first reads otherwise, so that a piece read by an older one can be explained. */
  readonly changes?: readonly ReaderChange[];
  readonly kind: MeasurementKind;
  /**
   * True where the tool waits for an answer before it asks again, so that a stall hides the waiting it would have caused
   * (coordinated omission); pages say so.
   */
  readonly closedLoop?: boolean;
  /** How the tool comes to its users and its mean latency, where that is not the plain way. */
  readonly reporting?: Reporting;
  /**
   * Where its reader takes a period that a person states in place of one the files lack: what it does without, which is to
   * warn, or to refuse files none of whose services was watched.
   */
  readonly withoutPeriod?: "warns" | "refuses";
  /** True where the reader itself counts files of the same content once. */
  readonly tellsCopies?: boolean;
  /** From the content alone. */
  recognises(head: Head): boolean;
  /** One reader a piece; it takes the files one after the other. */
  open(options: ReadOptions): PieceReader;
}

export interface PieceReader {
  /** @throws Refused where the file's structure is broken */
  file(name: string, head: Head): FileSink;
  /** @throws Refused without a usable row */
  finish(): PieceResult | Promise<PieceResult>;
}

export interface FileSink {
  /** The chunk's memory is reused afterwards: keep a copy of what is needed later. */
  write(chunk: Uint8Array): void;
  /** @param digest SHA-256 hex of the whole file */
  end(digest: string): void | Promise<void>;
}

export type PieceResult =
  | { readonly kind: "measured"; readonly measurement: Measurement; readonly questions?: readonly Question[] }
  /** The reader only now knows what it needed from the start: read all files again into this reader. */
  | { readonly kind: "again"; readonly reader: PieceReader };

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A measurement but for what a piece's reader adds itself; `from` and `to` where the format has times, `groupNames` where it has groups. */
export type Figures = DistributiveOmit<Measurement, Exclude<keyof MeasurementHead, "from" | "to" | "groupNames">>;

/** What every reader collects beside its figures. */
export class Findings {
  readonly warnings: Warning[] = [];
  readonly rejected: RejectedRow[] = [];
  readonly questions = new Questions();
  readonly limits: Limits;
  rejectedCount = 0;
  rowCount = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  warn(code: string, message: string): void {
    this.warnings.push({ code, message });
  }

  /** Counts a data row that cannot be used; the first hundred are listed. */
  reject(row: number, unreadable: Unreadable, file?: string): void {
    this.rowCount += 1;
    this.rejectedCount += 1;
    if (this.rejected.length >= 100) return;
    const { reason, why } = unreadable;
    this.rejected.push({ row, reason, why, ...(file === undefined ? {} : { file }) });
  }

  /** What a measurement says of the rows that it is made from. */
  ofRows(): Pick<MeasurementHead, "warnings" | "rejectedRows" | "rejectedCount" | "rowCount"> {
    const { warnings, rejected: rejectedRows, rejectedCount, rowCount } = this;
    return { warnings, rejectedRows, rejectedCount, rowCount };
  }
}
