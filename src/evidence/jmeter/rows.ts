import type { Findings } from "../format.ts";
import { parseTime, shorten } from "../time.ts";
import type { Zone } from "../zone.ts";
import type { JMeterHeader } from "./header.ts";
import type { Fields } from "./scanner.ts";
import type { Tally } from "../load/tally.ts";

const parent = ascii("Number of samples in transaction");
const trueWord = ascii("true");
const falseWord = ascii("false");
const nullWord = ascii("null");
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);
/** 30 days: what a broken clock writes is longer. */
const longestElapsed = 30 * 86_400_000;

/**
 * Turns JMeter's records into requests of a tally, byte by byte: only what is wrong or unusual becomes a string.
 */
export class JMeterRows {
  parents = 0;
  readonly #header: JMeterHeader;
  readonly #tally: Tally;
  readonly #findings: Findings;
  readonly #zone: Zone;
  readonly #file: string | undefined;
  #atHeader = true;
  #minute = "";
  #minuteMs = 0;

  constructor(header: JMeterHeader, tally: Tally, findings: Findings, zone: Zone, file: string | undefined) {
    this.#header = header;
    this.#tally = tally;
    this.#findings = findings;
    this.#zone = zone;
    this.#file = file;
  }

  handle(fields: Fields): void {
    if (this.#atHeader) {
      this.#atHeader = false;
      return;
    }
    const reason = this.#use(fields);
    if (reason === null) this.#findings.rowCount += 1;
    else this.#findings.reject(fields.line, reason, this.#file);
  }

  /** Null where the row was usable, else why not. */
  #use(fields: Fields): string | null {
    const header = this.#header;
    const { buffer, starts, ends } = fields;
    if (fields.malformed) return "text stands beside a closing quote";
    if (fields.count !== header.columns) return `${fields.count} fields where the header has ${header.columns}`;
    const elapsed = digits(buffer, starts[header.elapsed] ?? 0, ends[header.elapsed] ?? 0);
    if (elapsed < 0 || elapsed > longestElapsed)
      return `elapsed ${this.#quoted(fields, header.elapsed)} is not a whole number of milliseconds`;
    const start = this.#start(fields);
    if (typeof start === "string") return `timeStamp: ${start}`;
    const failed = equals(buffer, starts, ends, header.success, falseWord);
    if (!failed && !equals(buffer, starts, ends, header.success, trueWord)) {
      return `success ${this.#quoted(fields, header.success)} is neither true nor false`;
    }
    const threads =
      header.allThreads < 0 ? -1 : digits(buffer, starts[header.allThreads] ?? 0, ends[header.allThreads] ?? 0);
    if (threads > 0x7ffffff) return `allThreads ${this.#quoted(fields, header.allThreads)} is not a number of threads`;
    if (this.#isParent(fields)) {
      this.parents += 1;
      return null;
    }
    this.#tally.add(start, elapsed, failed, threads);
    if (header.label >= 0) this.#label(fields, elapsed, failed);
    return null;
  }

  #start(fields: Fields): number | string {
    const from = fields.starts[this.#header.timeStamp] ?? 0;
    const to = fields.ends[this.#header.timeStamp] ?? 0;
    const epoch = to - from === 13 ? digits(fields.buffer, from, to) : -1;
    const start = epoch >= 0 ? epoch : this.#writtenStart(this.#text(fields, this.#header.timeStamp));
    if (typeof start === "number" && (start < earliest || start >= latest)) return "lies outside 2000 to 2099";
    return start;
  }

  /** Rows of the same minute share one conversion, which no zone's rules can tell apart. */
  #writtenStart(text: string): number | string {
    const minute = text.slice(0, 16);
    const seconds = /^:(\d\d)(?:[.,](\d{1,3}))?$/.exec(text.slice(16));
    if (seconds === null) return parseTime(text, this.#zone);
    if (minute !== this.#minute) {
      const ms = parseTime(minute, this.#zone);
      if (typeof ms === "string") return ms;
      this.#minute = minute;
      this.#minuteMs = ms;
    }
    const [, second, fraction = "0"] = seconds;
    if (Number(second) > 59) return `“${shorten(text)}” is not a time of the calendar`;
    return this.#minuteMs + Number(second) * 1000 + Number(fraction.padEnd(3, "0"));
  }

  /**
   * A transaction controller writes a row of its own over its requests. Its message says so; where the tester did not
   * save messages, it is a row without data type whose URL is null.
   */
  #isParent({ buffer, starts, ends }: Fields): boolean {
    const { responseMessage, dataType, url } = this.#header;
    if (responseMessage >= 0) {
      const from = starts[responseMessage] ?? 0;
      return (ends[responseMessage] ?? 0) - from >= parent.length && matches(buffer, from, parent);
    }
    return (
      dataType >= 0 && url >= 0 && starts[dataType] === ends[dataType] && equals(buffer, starts, ends, url, nullWord)
    );
  }

  #label({ buffer, starts, ends }: Fields, elapsed: number, failed: boolean): void {
    const from = starts[this.#header.label] ?? 0;
    const to = ends[this.#header.label] ?? 0;
    if (buffer[from - 1] !== 0x22 || !doubled(buffer, from, to)) {
      this.#tally.labels.add(buffer, from, to, elapsed, failed);
      return;
    }
    const label = Buffer.from(
      Buffer.from(buffer.subarray(from, to)).toString("latin1").replaceAll('""', '"'),
      "latin1",
    );
    this.#tally.labels.add(label, 0, label.length, elapsed, failed);
  }

  #text({ buffer, starts, ends }: Fields, column: number): string {
    return new TextDecoder().decode(buffer.subarray(starts[column] ?? 0, ends[column] ?? 0));
  }

  #quoted(fields: Fields, column: number): string {
    return `“${shorten(this.#text(fields, column))}”`;
  }
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A whole number of at most 15 digits, −1 for anything else. */
function digits(buffer: Uint8Array, from: number, to: number): number {
  const length = to - from;
  if (length <= 0 || length > 15) return -1;
  if (length <= 9) return small(buffer, from, to);
  // Two small integers are several times faster than one that needs a double.
  const high = small(buffer, from, to - 9);
  const low = small(buffer, to - 9, to);
  return high < 0 || low < 0 ? -1 : high * 1e9 + low;
}

function small(buffer: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = (buffer[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = (value * 10 + digit) | 0;
  }
  return value;
}

function equals(buffer: Uint8Array, starts: Int32Array, ends: Int32Array, column: number, word: Uint8Array): boolean {
  const from = starts[column] ?? 0;
  return (ends[column] ?? 0) - from === word.length && matches(buffer, from, word);
}

function matches(buffer: Uint8Array, from: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i += 1) if (buffer[from + i] !== word[i]) return false;
  return true;
}

function doubled(buffer: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (buffer[i] === 0x22) return true;
  return false;
}
