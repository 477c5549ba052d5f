import { limits } from "../limits.ts";

interface Span {
  start: number;
  end: number;
}

/**
 * Rows that lie over the row before them on the same thread, which makes one request at a time: a transaction controller's,
 * where no column tells (its message, or its data type and address). Where rows of a thread overlap otherwise, several
 * machines share its name and nothing follows.
 */
export class Covering {
  /** Rows over another one. */
  rows = 0;
  /** True where threads of several machines cannot be told apart. */
  mixed = false;
  readonly #last = new Map<string, Span>();

  add(thread: string, start: number, elapsed: number): void {
    const end = start + elapsed;
    const before = this.#last.get(thread);
    if (before === undefined) {
      if (this.#last.size < limits.level.most * 10) this.#last.set(thread, { start, end });
      return;
    }
    if (start < before.end) {
      if (start <= before.start && end >= before.end) this.rows += 1;
      else this.mixed = true;
    }
    before.start = start;
    before.end = end;
  }
}
