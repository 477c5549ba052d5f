import { Refused } from "./refused.ts";

/** A record longer than this is an open quote that swallows the file. */
const longestRecord = 1 << 20;

/** @param ended false for a last record without a line end, which may be cut off */
type RecordHandler = (cells: string[], line: number, ended: boolean) => void;

/**
 * CSV (RFC 4180, any one-character delimiter) from text that arrives in pieces, record by record with the line each
 * begins on. Lines end with LF, CRLF or CR, also mixed. Blank lines are skipped. For tables that people write; load tests have a byte scanner of their own.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #file: string;
  readonly #handle: RecordHandler;
  #text = "";
  #line = 1;

  constructor(delimiter: string, file: string, handle: RecordHandler) {
    this.#delimiter = delimiter;
    this.#file = file;
    this.#handle = handle;
  }

  /** @throws Refused where a quote stays open over a million characters */
  write(text: string): void {
    this.#text += text;
    const used = this.#records(false);
    this.#text = this.#text.slice(used);
    if (this.#text.length > longestRecord) this.#refuse();
  }

  /** @throws Refused where a quote is still open */
  end(): void {
    if (this.#records(true) < this.#text.length) this.#refuse();
    this.#text = "";
  }

  #records(final: boolean): number {
    let at = 0;
    while (at < this.#text.length) {
      const record = nextRecord(this.#text, at, this.#delimiter, final);
      if (record === null) break;
      if (record.cells.length > 1 || record.cells[0]?.trim() !== "")
        this.#handle(record.cells, this.#line, record.ended);
      this.#line += record.lines;
      at = record.next;
    }
    return at;
  }

  #refuse(): never {
    const message = `${this.#file}: a quote that opens in the record at line ${this.#line} never closes`;
    throw new Refused({ file: this.#file, row: this.#line, code: "open-quote", message });
  }
}

/** The line by which a spreadsheet is told the delimiter: “sep=;”, quoted or not. It is no row. */
const separatorLine = /^\uFEFF?"?sep=(.)"?[ \t]*(?:\r\n?|\n|$)/i;

/** The delimiter that a text's first line declares; null where it declares none. */
export const declaredDelimiter = (text: string): string | null => separatorLine.exec(text)?.[1] ?? null;

export const isSeparatorLine = (line: string): boolean =>
  /^"?sep=(?:.|\t)"?$/i.test(line.replace(/^[ \uFEFF]+|[ \r\n]+$/g, ""));

export const withoutSeparatorLine = (text: string): string => text.replace(separatorLine, "");

/** The cells of a text's first record that is not blank; null where it is cut or its quote stays open. */
export function firstRecord(text: string, delimiter: string): string[] | null {
  const start = /^(?:[ \t]*(?:\r\n?|\n))+/.exec(text)?.[0].length ?? 0;
  return nextRecord(text, start, delimiter, true)?.cells ?? null;
}

/** The cells of a text's first records that are not blank, fewer where it ends or a quote stays open. */
export function firstRecords(text: string, delimiter: string, most: number): string[][] {
  const records: string[][] = [];
  for (let at = 0; at < text.length && records.length < most;) {
    const record = nextRecord(text, at, delimiter, true);
    if (record === null) break;
    if (record.cells.length > 1 || record.cells[0]?.trim() !== "") records.push(record.cells);
    at = record.next;
  }
  return records;
}

interface CsvRecord {
  readonly cells: string[];
  readonly next: number;
  readonly lines: number;
  readonly ended: boolean;
}

/** Null where the record's end is not in the text. */
function nextRecord(text: string, from: number, delimiter: string, final: boolean): CsvRecord | null {
  const cells: string[] = [];
  let at = from;
  let lines = 1;
  for (;;) {
    let cell = "";
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0 || (!final && close + 1 >= text.length)) return null;
      const quoted = text.slice(at + 1, close);
      lines += quoted.split(/\r\n?|\n/).length - 1;
      cell = quoted.replaceAll('""', '"');
      at = close + 1;
    }
    const end = endOfCell(text, at, delimiter);
    // A CR at the very end may be half of a CRLF.
    if (!final && (end === text.length || (text[end] === "\r" && end + 1 === text.length))) return null;
    cells.push(cell + text.slice(at, end));
    if (end === text.length) return { cells, next: end, lines, ended: false };
    if (text[end] !== delimiter)
      return { cells, next: end + (text.startsWith("\r\n", end) ? 2 : 1), lines, ended: true };
    at = end + 1;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === delimiter || character === "\n" || character === "\r") return at;
  }
  return text.length;
}
