import { createHash } from "node:crypto";
import type { RejectedRow } from "../domain/evidence/measurement.ts";
import { readableIn } from "./archive/inside.ts";
import { isArchive } from "./archive/kinds.ts";
import { packed } from "./archive/packed.ts";
import { contradictions } from "./contradictions/contradictions.ts";
import { Doubts } from "./doubts.ts";
import { headOf } from "./encoding.ts";
import { feed, headBytes } from "./feed.ts";
import {
  type EvidenceFile,
  type FileSink,
  type Format,
  type PieceReader,
  type ReadOptions,
  type ReadOutcome,
  type WorkbookShape,
} from "./format.ts";
import { Refused } from "./refused.ts";
import { impossibleFigure } from "./figures.ts";
import { formats } from "./formats.ts";
import { Limits } from "./limits.ts";
import { asStated } from "./mapping.ts";
import { namedFormat } from "./named-format.ts";
import { SetAside } from "./set-aside.ts";

export interface Progress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/**
 * Measures a piece of evidence: one or several files of one format, recognised from their content, read once from
 * front to back while their SHA-256 is taken.
 *
 * @param files at least one; the result does not depend on their order or names
 * @returns measured, document (attached unmeasured) or refused with what is wrong; files of a folder that no reader
 *   knows are warnings ("unread-file") beside those that one knows
 * @throws the file system's errors and bugs only
 */
export async function readEvidence(
  files: readonly EvidenceFile[],
  options: ReadOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<ReadOutcome> {
  let piece: Piece | undefined;
  try {
    piece = new Piece(files, options, onProgress);
    return withShape(await piece.read(), piece);
  } catch (error) {
    if (error instanceof Refused) return withShape({ kind: "refused", problems: [error.problem] }, piece);
    throw error;
  }
}

function withShape(outcome: ReadOutcome, piece: Piece | undefined): ReadOutcome {
  const workbook = piece?.workbook;
  return workbook === undefined || outcome.kind === "document" ? outcome : { ...outcome, workbook };
}

class Piece {
  readonly #files: readonly EvidenceFile[];
  readonly #options: ReadOptions;
  readonly #onProgress: (progress: Progress) => void;
  readonly #bytesTotal: number;
  workbook: WorkbookShape | undefined;
  #setAside = new SetAside();
  #doubts = new Doubts();
  /** Indices of the files that the reader took. */
  #taken: number[] = [];
  #format: Format | undefined;
  #reader: PieceReader | undefined;

  constructor(files: readonly EvidenceFile[], options: ReadOptions, onProgress: (progress: Progress) => void) {
    this.#files = files;
    this.#options = options;
    this.#onProgress = onProgress;
    this.#bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0);
    const as = namedFormat(options);
    this.#format = formats.find((format) => format.name === as);
  }

  async read(): Promise<ReadOutcome> {
    new Limits(this.#options).size("file", this.#files.length);
    const digests = await this.#pass();
    if (this.#reader === undefined || this.#format === undefined) return this.#setAside.outcome(digests);
    const copies = this.#format.tellsCopies === true ? new Set<number>() : this.#copies(digests);
    if (copies.size > 0) return this.#withoutCopies(copies, digests);
    const { name, version, reporting } = this.#format;
    const { measured, questions = [] } = await this.#measured(this.#reader);
    const impossible = impossibleFigure(measured);
    if (impossible !== null) {
      const message = `${measured.format}: the files make ${impossible} a figure that cannot be: look for a number out of place`;
      throw new Refused({ code: "impossible-figure", message });
    }
    const rejectedRows = this.#files.length > 1 ? measured.rejectedRows : measured.rejectedRows.map(withoutFile);
    const warnings = [
      ...measured.warnings,
      ...contradictions(measured, reporting),
      ...this.#doubts.all,
      ...this.#setAside.warnings(),
    ];
    return {
      kind: "measured",
      measurement: { ...measured, rejectedRows, warnings },
      reader: { format: name, version },
      digests,
      ...(questions.length > 0 && { questions }),
    };
  }

  async #measured(reader: PieceReader) {
    let result = await reader.finish();
    if (result.kind === "again") {
      this.#reader = result.reader;
      await this.#pass();
      result = await result.reader.finish();
    }
    if (result.kind === "again") throw new Error("A reader asked for a third pass");
    return { measured: asStated(result.measurement, this.#options.mapping), questions: result.questions };
  }

  #copies(digests: readonly string[]): Set<number> {
    const seen = new Set<string | undefined>();
    const copies = this.#taken.filter((i) => {
      const again = seen.has(digests[i]);
      seen.add(digests[i]);
      return again;
    });
    return new Set(copies);
  }

  /** The same bytes twice are one file: otherwise attaching a run twice would double it. */
  async #withoutCopies(copies: ReadonlySet<number>, digests: readonly string[]): Promise<ReadOutcome> {
    const once = this.#files.filter((_, i) => !copies.has(i));
    const outcome = await new Piece(once, this.#options, this.#onProgress).read();
    if (outcome.kind !== "measured") return outcome;
    const message = `${copies.size} files repeat the content of others and count once`;
    const warnings = [...outcome.measurement.warnings, { code: "same-file-twice", message }];
    return { ...outcome, measurement: { ...outcome.measurement, warnings }, digests };
  }

  /** Feeds every file to the reader; returns their digests. */
  async #pass(): Promise<string[]> {
    this.#setAside = new SetAside();
    this.#doubts = new Doubts();
    this.#taken = [];
    let bytesRead = 0;
    const onBytes = (bytes: number): void => {
      bytesRead += bytes;
      this.#onProgress({ bytesRead, bytesTotal: this.#bytesTotal });
    };
    const digests: string[] = [];
    for (const [i, file] of this.#files.entries()) {
      const { digest, taken } = await feed(file, (beginning) => this.#sinkFor(file, beginning), onBytes);
      digests.push(digest);
      if (taken) this.#taken.push(i);
    }
    return digests;
  }

  /** Null where the file is not measured. */
  #sinkFor({ name }: EvidenceFile, beginning: Uint8Array): FileSink | null {
    const { as, mapping } = this.#options;
    const encoding = this.#options.encoding ?? mapping?.encoding;
    if (beginning.length === 0) this.#setAside.empty(name);
    else if (as === "document") this.#setAside.declared(beginning);
    else if (isArchive(beginning)) return packed(name, (bytes) => this.#inside(name, bytes));
    else {
      const head = headOf(beginning.subarray(0, headBytes), encoding);
      const format =
        namedFormat(this.#options) === undefined
          ? formats.find((candidate) => candidate.recognises(head))
          : this.#format;
      if (format !== undefined) return this.#doubts.over(this.#readerFor(format, name).file(name, head), name, head);
      this.#setAside.unrecognised(name, beginning, encoding);
    }
    return null;
  }

  async #inside(file: string, bytes: Buffer): Promise<void> {
    const inside = await readableIn(file, bytes, this.#options);
    if ("workbook" in inside) this.workbook = inside.workbook;
    if (inside.is === "document") this.#setAside.document(file, inside.format);
    else if (inside.is === "problem") this.#setAside.problem(inside.problem);
    else {
      if (inside.note !== "") this.#doubts.add("read-from-archive", `${file}: ${inside.note}`);
      for (const { name, head, format, content } of inside.members) {
        const sink = this.#doubts.over(this.#readerFor(format, name).file(name, head), name, head);
        sink.write(content);
        await sink.end(createHash("sha256").update(content).digest("hex"));
      }
    }
  }

  #readerFor(format: Format, file: string): PieceReader {
    if (this.#format !== undefined && this.#format !== format) {
      const message = `${file} is ${format.title}, a file before it is ${this.#format.title}: attach them as two pieces of evidence`;
      throw new Refused({ file, code: "two-formats", message });
    }
    this.#format = format;
    this.#reader ??= format.open(this.#options);
    return this.#reader;
  }
}

function withoutFile({ row, reason, why }: RejectedRow): RejectedRow {
  return { row, reason, why };
}
