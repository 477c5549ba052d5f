import type { Encoding } from "../domain/evidence/encoding.ts";
import type { Warning } from "../domain/evidence/measurement.ts";
import { otherArchive } from "./archive/kinds.ts";
import { documentFormat, isOldWorkbook } from "./documents.ts";
import { encodingTitles, headOf } from "./encoding.ts";
import { explain } from "./explain.ts";
import { headBytes } from "./feed.ts";
import type { ReadOutcome } from "./format.ts";
import type { Problem } from "./refused.ts";

/** The files of a piece that are not measured, and why. */
export class SetAside {
  readonly #documents: string[] = [];
  readonly #problems: Problem[] = [];

  empty(file: string): void {
    this.#problems.push({ file, code: "empty-file", message: `${file} is empty` });
  }

  /** The person attaching it says that it is a document. */
  declared(beginning: Uint8Array): void {
    this.#documents.push(documentFormat(beginning) ?? "Document");
  }

  /** A document by its content, not by its first bytes alone. */
  document(file: string, format: string): void {
    this.#documents.push(format);
    this.#problems.push({ file, code: "document-in-piece", message: `${file} (${format}) is not measured` });
  }

  problem(problem: Problem): void {
    this.#problems.push(problem);
  }

  unrecognised(file: string, beginning: Uint8Array, encoding?: Encoding): void {
    if (isOldWorkbook(beginning)) {
      const message = `${file} is an old Excel workbook (XLS): save it as XLSX or CSV`;
      this.#problems.push({ file, code: "old-workbook", message });
      return;
    }
    const document = documentFormat(beginning);
    if (document !== null) {
      this.document(file, document);
      return;
    }
    const packed = otherArchive(beginning);
    if (packed !== null) {
      const message = `${file} is ${packed}: unpack it and attach what is in it`;
      this.#problems.push({ file, code: "other-archive", message });
      return;
    }
    const head = headOf(beginning.subarray(0, headBytes), encoding);
    const { reason, ...problem } = explain(head.text);
    const guess =
      head.guessed === true ? ` (its bytes were read as ${encodingTitles[head.encoding]}, which is a guess)` : "";
    this.#problems.push({ ...problem, file, message: `${file} was not read: ${reason}${guess}` });
  }

  /** Beside files that were measured. */
  warnings(): Warning[] {
    const known = new Set(["empty-file", "document-in-piece"]);
    return this.#problems.map(({ code, message }) => ({ code: known.has(code) ? code : "unread-file", message }));
  }

  /** Where no file was measured: all are documents, or the piece is refused. */
  outcome(digests: readonly string[]): ReadOutcome {
    const [format] = this.#documents;
    const others = this.#problems.filter((problem) => problem.code !== "document-in-piece");
    if (format !== undefined && others.length === 0) return { kind: "document", format, digests };
    const none: Problem = { code: "no-file", message: "There is no file to read" };
    return { kind: "refused", problems: others.length === 0 ? [none] : others };
  }
}
