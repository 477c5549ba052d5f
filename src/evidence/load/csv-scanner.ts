import { Refused } from "../refused.ts";
import { quoted, splitPlain, type Fields } from "./fields.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
/** A record longer than this is an open quote that swallows the file. */
const longestRecord = 1 << 20;

/**
 * Splits bytes into CSV records (RFC 4180, any one-byte delimiter, doubled quotes, newlines in quotes, a quote inside
 * an unquoted field is text) without making a string or an object a row: csv-parse reads 15–20 MB/s, this several
 * hundred. Chunks may end anywhere; what is left of one is kept for the next.
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #columns: number;
  readonly #handle: (fields: Fields) => void;
  readonly #file: string;
  readonly #fields: Fields;
  #work = new Uint8Array(1 << 16);
  #held = 0;
  #line = 1;

  constructor(delimiter: number, columns: number, file: string, handle: (fields: Fields) => void) {
    this.#delimiter = delimiter;
    this.#columns = columns;
    this.#file = file;
    this.#handle = handle;
    const [starts, ends] = [new Int32Array(columns), new Int32Array(columns)];
    const view = new DataView(this.#work.buffer);
    this.#fields = { buffer: this.#work, view, starts, ends, count: 0, line: 1, malformed: false };
  }

  /** @throws Refused where a quote stays open over a mebibyte */
  write(chunk: Uint8Array): void {
    const total = this.#held + chunk.length;
    // Four bytes more than the text: the loops stop at a newline put there, four bytes at a time, without a bounds check.
    if (total + 4 > this.#work.length) this.#widen(total + 4);
    this.#work.set(chunk, this.#held);
    this.#keepFrom(this.#scan(total, false), total);
    if (this.#held > longestRecord) this.#refuseOpenQuote();
  }

  /** @throws Refused where a quote is still open */
  end(): void {
    const total = this.#held;
    this.#scan(total, true);
    this.#held = 0;
  }

  #widen(size: number): void {
    const wider = new Uint8Array(Math.max(size, this.#work.length * 2));
    wider.set(this.#work.subarray(0, this.#held));
    this.#work = wider;
    this.#fields.buffer = wider;
    this.#fields.view = new DataView(wider.buffer);
  }

  #keepFrom(consumed: number, total: number): void {
    this.#work.copyWithin(0, consumed, total);
    this.#held = total - consumed;
  }

  /** Handles the complete records before `end`; returns where the first incomplete one begins. */
  #scan(end: number, final: boolean): number {
    this.#work[end] = newline;
    let position = 0;
    while (position < end) {
      let next = splitPlain(this.#fields, position, this.#delimiter);
      if (next === quoted) next = this.#record(position, end, final);
      else if (next > end && !final) return position;
      else {
        this.#fields.line = this.#line;
        this.#line += 1;
      }
      if (next < 0) return position;
      const { count, starts, ends } = this.#fields;
      const blank = count === 1 && starts[0] === ends[0];
      if (!blank) this.#handle(this.#fields);
      position = next;
    }
    return position;
  }

  /** Splits one record into the fields; returns the position after it, −1 where it is not complete. */
  #record(from: number, end: number, final: boolean): number {
    const work = this.#work;
    const delimiter = this.#delimiter;
    const fields = this.#fields;
    const { starts, ends } = fields;
    const columns = this.#columns;
    let column = 0;
    let lines = 1;
    let at = from;
    fields.malformed = false;
    for (;;) {
      let start = at;
      let stop: number;
      if (work[at] === quote) {
        start = at + 1;
        stop = this.#closingQuote(start, end);
        if (stop < 0 || (stop + 1 >= end && !final)) return final ? this.#refuseOpenQuote() : -1;
        for (let i = start; i < stop; i += 1) if (work[i] === newline) lines += 1;
        at = stop + 1;
        if (work[at] === carriageReturn && work[at + 1] === newline) at += 1;
        while (work[at] !== delimiter && work[at] !== newline) {
          fields.malformed = true;
          at += 1;
        }
      } else {
        let byte = work[at];
        while (byte !== delimiter && byte !== newline) byte = work[++at];
        stop = byte === newline && at > start && work[at - 1] === carriageReturn ? at - 1 : at;
      }
      if (column < columns) {
        starts[column] = start;
        ends[column] = stop;
      }
      column += 1;
      if (work[at] === newline) break;
      at += 1;
    }
    if (at >= end && !final) return -1;
    fields.count = column;
    fields.line = this.#line;
    this.#line += lines;
    return at + 1;
  }

  /** Position of the quote that closes a field begun before `at`, −1 where it is not in the buffer. */
  #closingQuote(at: number, end: number): number {
    for (let i = at; ; i += 1) {
      i = this.#work.indexOf(quote, i);
      if (i < 0 || i >= end) return -1;
      if (i + 1 < end && this.#work[i + 1] === quote) i += 1;
      else return i;
    }
  }

  #refuseOpenQuote(): never {
    const row = this.#line;
    const message = `${this.#file}: a quote that opens in the record at line ${row} never closes`;
    throw new Refused({ file: this.#file, row, code: "open-quote", message });
  }
}
