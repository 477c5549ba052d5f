/** Rows looked at before the first start is taken for known; tools write rows in the order of their ends. */
const most = 4096;
/** Numbers a row. */
const width = 4;

type Take = (start: number, elapsed: number, failed: boolean, within: boolean, concurrency: number) => void;

/** The first rows of a run, kept until its first start is known. */
export class Waiting {
  readonly #numbers = new Float64Array(most * width);
  #rows = 0;

  get full(): boolean {
    return this.#rows === most;
  }

  add(...[start, elapsed, failed, within, concurrency]: Parameters<Take>): void {
    this.#numbers.set([start, elapsed, (failed ? 1 : 0) + (within ? 2 : 0), concurrency], this.#rows * width);
    this.#rows += 1;
  }

  /** Hands every row on, in order, and keeps none. */
  drain(take: Take): void {
    for (let i = 0; i < this.#rows; i += 1) {
      const [start = 0, elapsed = 0, flags = 0, concurrency = -1] = this.#numbers.subarray(i * width, (i + 1) * width);
      take(start, elapsed, (flags & 1) !== 0, (flags & 2) !== 0, concurrency);
    }
    this.#rows = 0;
  }
}
