import { Refused } from "../refused.ts";

const newline = 0x0a;
const carriageReturn = 0x0d;
/** A line longer than this is none that a load tool writes. */
const longestLine = 1 << 20;
const mark = [0xef, 0xbb, 0xbf];

export type LineHandler = (buffer: Uint8Array, from: number, to: number, line: number) => void;

/**
 * Splits bytes into lines without making a string a line. A byte order mark, carriage returns before the newline and
 * blank lines are passed over; the last line needs no newline. Chunks may end anywhere.
 */
export class LineScanner {
  readonly #file: string;
  readonly #handle: LineHandler;
  #work = Buffer.alloc(1 << 16);
  #held = 0;
  #line = 0;

  constructor(file: string, handle: LineHandler) {
    this.#file = file;
    this.#handle = handle;
  }

  /** @throws Refused where a line is longer than a mebibyte */
  write(chunk: Uint8Array): void {
    const total = this.#held + chunk.length;
    if (total > this.#work.length) this.#widen(total);
    this.#work.set(chunk, this.#held);
    const used = this.#lines(total);
    this.#work.copyWithin(0, used, total);
    this.#held = total - used;
    if (this.#held <= longestLine) return;
    const row = this.#line + 1;
    const message = `${this.#file}: line ${row} is longer than a mebibyte`;
    throw new Refused({ file: this.#file, row, code: "line-too-long", message });
  }

  end(): void {
    if (this.#held > 0) this.#take(0, this.#held);
    this.#held = 0;
  }

  /** Handles the complete lines before `end`; returns where the first incomplete one begins. */
  #lines(end: number): number {
    let from = 0;
    for (;;) {
      const to = this.#work.indexOf(newline, from);
      if (to < 0 || to >= end) return from;
      this.#take(from, to);
      from = to + 1;
    }
  }

  #take(from: number, to: number): void {
    this.#line += 1;
    const work = this.#work;
    const start = this.#line === 1 && mark.every((byte, i) => work[from + i] === byte) ? from + 3 : from;
    let stop = to;
    while (stop > start && work[stop - 1] === carriageReturn) stop -= 1;
    if (stop > start) this.#handle(work, start, stop, this.#line);
  }

  #widen(size: number): void {
    const wider = Buffer.alloc(Math.max(size, this.#work.length * 2));
    wider.set(this.#work.subarray(0, this.#held));
    this.#work = wider;
  }
}
