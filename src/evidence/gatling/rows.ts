import { ascii, equalsAt, textAt, wholeAt } from "../load/bytes.ts";
import { plausible } from "../load/instant.ts";
import type { Run } from "../load/run-reader.ts";
import { shorten } from "../time.ts";
import { Unreadable } from "../unreadable.ts";

const tab = 0x09;
/** Columns that are looked at; what follows is a message. */
const most = 12;
const words = {
  request: ascii("REQUEST"),
  user: ascii("USER"),
  start: ascii("START"),
  end: ascii("END"),
  ok: ascii("OK"),
  ko: ascii("KO"),
};
const divider = ascii(" / ");
const longestElapsed = 30 * 86_400_000;

/**
 * The rows of a text simulation.log. What stands before a request's two times depends on the version:
 *
 * - 2.0, 2.1: scenario, user, REQUEST, groups, name, four times (request begun, sent, answer begun, ended), status;
 * - 2.2, 2.3: REQUEST, scenario, user, groups, name, begun, ended, status, message;
 * - 3.0–3.3: REQUEST, user, groups, name, begun, ended, status, message;
 * - 3.4–3.12: REQUEST, groups, name, begun, ended, status, message.
 *
 * The times and the status that follows them settle it row by row, since the version in the RUN row may be another's
 * (Taurus writes one). Users running are USER rows begun less ended, in the order of the file.
 */
export class GatlingRows {
  readonly #name: string;
  readonly #run: Run;
  readonly #starts = new Int32Array(most);
  readonly #ends = new Int32Array(most);
  #count = 0;
  #users = 0;
  /** Whether USER rows tell the concurrency. */
  #counted = true;

  constructor(name: string, run: Run) {
    this.#name = name;
    this.#run = run;
  }

  handle(buffer: Uint8Array, from: number, to: number, line: number): void {
    this.#split(buffer, from, to);
    const reason = this.#use(buffer);
    if (reason !== null) this.#run.findings.reject(line, reason, this.#name);
  }

  end(): void {
    if (this.#counted) return;
    this.#run.remark("users-unknown", "A USER row cannot be read: the concurrency after it is not known");
  }

  #split(buffer: Uint8Array, from: number, to: number): void {
    this.#count = 0;
    let start = from;
    for (let at = from; at <= to && this.#count < most; at += 1) {
      if (at < to && buffer[at] !== tab) continue;
      this.#starts[this.#count] = start;
      this.#ends[this.#count] = at;
      this.#count += 1;
      start = at + 1;
    }
  }

  #use(buffer: Uint8Array): Unreadable | null {
    if (this.#is(buffer, 0, words.request)) return this.#request(buffer, 3, 5, 2);
    if (this.#is(buffer, 0, words.user)) return this.#user(buffer);
    if (this.#is(buffer, 2, words.request)) return this.#request(buffer, 5, 5, 4);
    if (this.#is(buffer, 2, words.user)) return this.#user(buffer);
    return null;
  }

  /** The begun time stands in one of these columns, the ended one so many columns before the status. */
  #request(buffer: Uint8Array, first: number, last: number, times: number): Unreadable | null {
    for (let column = first; column <= last; column += 1) {
      const failed = this.#is(buffer, column + times, words.ko);
      if (!failed && !this.#is(buffer, column + times, words.ok)) continue;
      const start = this.#number(buffer, column);
      const end = this.#number(buffer, column + times - 1);
      if (start >= 0 && end >= 0) return this.#add(buffer, column, start, end, failed);
    }
    return new Unreadable("request-without-two-times-and-ok-or");
  }

  #add(buffer: Uint8Array, column: number, start: number, end: number, failed: boolean): Unreadable | null {
    if (!plausible(start))
      return new Unreadable("the-time-lies-outside-2000-to-2099", { written: this.#text(buffer, column) });
    const elapsed = end - start;
    if (elapsed < 0 || elapsed > longestElapsed)
      return new Unreadable("the-request-begins-at-and-ends-at", { start, end });
    const { tally, findings } = this.#run;
    findings.rowCount += 1;
    tally.add(start, elapsed, failed, this.#counted && this.#users > 0 ? this.#users : -1);
    this.#label(buffer, column, elapsed, failed);
    return null;
  }

  /** The name under its groups, as Gatling's own report has it. */
  #label(buffer: Uint8Array, column: number, elapsed: number, failed: boolean): void {
    const { labels } = this.#run.tally;
    const [from, to] = [this.#starts[column - 1] ?? 0, this.#ends[column - 1] ?? 0];
    const [groupsFrom, groupsTo] = [this.#starts[column - 2] ?? 0, this.#ends[column - 2] ?? 0];
    if (groupsTo === groupsFrom) {
      labels.add(buffer, from, to, elapsed, failed);
      return;
    }
    const parts = [buffer.subarray(groupsFrom, groupsTo), divider, buffer.subarray(from, to)];
    const label = Buffer.concat(parts);
    labels.add(label, 0, label.length, elapsed, failed);
  }

  #user(buffer: Uint8Array): Unreadable | null {
    for (let column = 2; column < Math.min(this.#count, 5); column += 1) {
      const starts = this.#is(buffer, column, words.start);
      if (!starts && !this.#is(buffer, column, words.end)) continue;
      this.#users += starts ? 1 : -1;
      return null;
    }
    this.#counted = false;
    return new Unreadable("user-without-start-or-end");
  }

  #is(buffer: Uint8Array, column: number, word: Uint8Array): boolean {
    return column < this.#count && equalsAt(buffer, this.#starts[column] ?? 0, this.#ends[column] ?? 0, word);
  }

  #number(buffer: Uint8Array, column: number): number {
    return wholeAt(buffer, this.#starts[column] ?? 0, this.#ends[column] ?? 0);
  }

  #text(buffer: Uint8Array, column: number): string {
    return shorten(textAt(buffer, this.#starts[column] ?? 0, this.#ends[column] ?? 0));
  }
}
