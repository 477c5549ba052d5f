import { createHash } from "node:crypto";
import type { RejectedRow, Warning } from "../domain/evidence/measurement.ts";
import { documentFormat } from "./documents.ts";
import { headOf } from "./encoding.ts";
import {
  Refused,
  type EvidenceFile,
  type FileSink,
  type Format,
  type Head,
  type PieceReader,
  type Problem,
  type ReadOptions,
  type ReadOutcome,
} from "./format.ts";
import { explain } from "./explain.ts";
import { formats } from "./formats.ts";
import { chunksOf } from "./source.ts";

/** Enough to recognise any format by. */
const headBytes = 1 << 16;

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
  const piece = new Piece(options, files, onProgress);
  try {
    return await piece.read();
  } catch (error) {
    if (error instanceof Refused) return { kind: "refused", problems: [error.problem] };
    throw error;
  }
}

class Piece {
  readonly #options: ReadOptions;
  readonly #files: readonly EvidenceFile[];
  readonly #onProgress: (progress: Progress) => void;
  readonly #unread: Problem[] = [];
  readonly #documents: string[] = [];
  #format: Format | undefined;
  #reader: PieceReader | undefined;
  #bytesRead = 0;

  constructor(options: ReadOptions, files: readonly EvidenceFile[], onProgress: (progress: Progress) => void) {
    this.#options = options;
    this.#files = files;
    this.#onProgress = onProgress;
    this.#format = formats.find((format) => format.name === options.as);
  }

  async read(): Promise<ReadOutcome> {
    const digests = await this.#pass();
    if (this.#reader === undefined || this.#format === undefined) return this.#unmeasured(digests);
    let result = this.#reader.finish();
    for (let passes = 1; result.kind === "again"; passes += 1) {
      if (passes > 2) throw new Error(`The reader of ${this.#format.title} asks for a third pass`);
      this.#reader = result.reader;
      this.#bytesRead = 0;
      await this.#pass();
      result = this.#reader.finish();
    }
    const { name, version } = this.#format;
    const warnings: Warning[] = this.#unread.map(({ code, message }) => ({ code, message }));
    const measured = result.measurement;
    const rejectedRows = this.#files.length > 1 ? measured.rejectedRows : measured.rejectedRows.map(withoutFile);
    const measurement = { ...measured, rejectedRows, warnings: [...measured.warnings, ...warnings] };
    return { kind: "measured", measurement, reader: { format: name, version }, digests };
  }

  async #pass(): Promise<string[]> {
    this.#unread.length = 0;
    const digests: string[] = [];
    for (const file of this.#files) digests.push(await this.#file(file));
    return digests;
  }

  /** Feeds one file to the piece's reader; returns its digest. */
  async #file(file: EvidenceFile): Promise<string> {
    const hash = createHash("sha256");
    let head = new Uint8Array(0);
    let sink: FileSink | null | undefined;
    for await (const chunk of chunksOf(file)) {
      hash.update(chunk);
      if (sink === undefined) {
        head = joined(head, chunk);
        if (head.length >= headBytes) {
          sink = this.#sinkFor(file, head);
          sink?.write(head);
        }
      } else {
        sink?.write(chunk);
      }
      this.#bytesRead += chunk.length;
      this.#onProgress({ bytesRead: this.#bytesRead, bytesTotal: this.#bytesTotal });
    }
    const digest = hash.digest("hex");
    if (sink === undefined) {
      sink = this.#sinkFor(file, head);
      if (head.length > 0) sink?.write(head);
    }
    sink?.end(digest);
    return digest;
  }

  get #bytesTotal(): number {
    return this.#files.reduce((sum, file) => sum + file.bytes, 0);
  }

  /** Null where the file is not measured. */
  #sinkFor(file: EvidenceFile, bytes: Uint8Array): FileSink | null {
    if (bytes.length === 0) {
      this.#unread.push({ file: file.name, code: "empty-file", message: `${file.name} is empty` });
      return null;
    }
    if (this.#options.as === "document") {
      this.#documents.push(documentFormat(bytes) ?? "Document");
      return null;
    }
    const head = headOf(bytes.length > headBytes ? bytes.slice(0, headBytes) : bytes);
    const format = this.#options.as === undefined ? recognised(head) : this.#format;
    if (format === undefined) {
      this.#setAside(file, bytes);
      return null;
    }
    this.#settle(format, file);
    this.#reader ??= format.open(this.#options);
    return this.#reader.file(file.name, head);
  }

  #setAside(file: EvidenceFile, bytes: Uint8Array): void {
    const document = documentFormat(bytes);
    if (document !== null) this.#documents.push(document);
    const message =
      document === null
        ? `${file.name} was not read: ${explain(headOf(bytes.slice(0, headBytes)).text)}`
        : `${file.name} (${document}) is not measured`;
    this.#unread.push({ file: file.name, code: document === null ? "unread-file" : "document-in-piece", message });
  }

  #settle(format: Format, file: EvidenceFile): void {
    if (this.#format !== undefined && this.#format !== format) {
      const message = `${file.name} is ${format.title}, a file before it is ${this.#format.title}: attach them as two pieces of evidence`;
      throw new Refused({ file: file.name, code: "two-formats", message });
    }
    this.#format = format;
  }

  /** No file was measured: all are documents, or the piece is refused. */
  #unmeasured(digests: readonly string[]): ReadOutcome {
    const [format] = this.#documents;
    const others = this.#unread.filter((problem) => problem.code !== "document-in-piece");
    if (format !== undefined && others.length === 0) return { kind: "document", format, digests };
    const none: Problem = { code: "no-file", message: "There is no file to read" };
    return { kind: "refused", problems: others.length === 0 ? [none] : others };
  }
}

function withoutFile({ row, reason }: RejectedRow): RejectedRow {
  return { row, reason };
}

function recognised(head: Head): Format | undefined {
  return formats.find((format) => format.recognises(head));
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
