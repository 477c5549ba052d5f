/** Walks a table in key order, a batch at a time: memory stays flat and the event loop gets its turns. */
export class Rows<T> {
  readonly #fetch: (after: number) => readonly T[];
  readonly #keyOf: (row: T) => number;
  #batch: readonly T[] = [];
  #next = 0;
  #after = Number.MIN_SAFE_INTEGER;
  #ended = false;

  /** @param fetch rows with key > after in key order; none means the end. */
  constructor(fetch: (after: number) => readonly T[], keyOf: (row: T) => number) {
    this.#fetch = fetch;
    this.#keyOf = keyOf;
  }

  peek(): T | undefined {
    if (this.#next >= this.#batch.length && !this.#ended) this.#load();
    return this.#batch[this.#next];
  }

  take(): T | undefined {
    const row = this.peek();
    this.#next += 1;
    return row;
  }

  #load(): void {
    this.#batch = this.#fetch(this.#after);
    this.#next = 0;
    const last = this.#batch.at(-1);
    if (last === undefined) this.#ended = true;
    else this.#after = this.#keyOf(last);
  }
}

/** Rows in one batch: large enough to spare calls, small enough for a turn of a few milliseconds. */
export const BATCH = 1000;
