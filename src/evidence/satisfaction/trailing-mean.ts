import type { Row } from "../table-reading.ts";

interface Tail {
  rows: number;
  sum: number;
  /** Rows with a rating between two steps. */
  uneven: number;
  dated: number;
  named: number;
  last: { readonly row: Row; readonly rating: number } | undefined;
}

/**
 * Finds the last row of a file that is the mean of the ratings above it and does not say so: without the date or the
 * person that every other row has, or of ratings that are all whole.
 */
export class TrailingMean {
  readonly #tails = new Map<string, Tail>();

  look(row: Row): void {
    const text = row.cell("rating");
    if (!/^-?\d{1,6}(?:[.,]\d{1,9})?$/.test(text)) return;
    const tail = this.#tails.get(row.file) ?? { rows: 0, sum: 0, uneven: 0, dated: 0, named: 0, last: undefined };
    this.#tails.set(row.file, tail);
    const { last } = tail;
    if (last !== undefined) {
      tail.rows += 1;
      tail.sum += last.rating;
      if (!Number.isInteger(last.rating)) tail.uneven += 1;
      if (last.row.cell("date") !== "") tail.dated += 1;
      if (last.row.cell("respondent") !== "") tail.named += 1;
    }
    tail.last = { row, rating: Number(text.replace(",", ".")) };
  }

  /** Once every row was seen. */
  has(row: Row): boolean {
    const tail = this.#tails.get(row.file);
    if (tail?.last?.row.place !== row.place || tail.rows < 2) return false;
    const { rating } = tail.last;
    const lacks =
      (tail.dated === tail.rows && row.cell("date") === "") ||
      (tail.named === tail.rows && row.cell("respondent") === "");
    const decimals = /[.,](\d+)$/.exec(row.cell("rating"))?.[1]?.length ?? 0;
    const isMean = Math.abs(tail.sum / tail.rows - rating) <= (decimals === 0 ? 0 : 0.5 * 10 ** -decimals) + 1e-9;
    const between = tail.uneven === 0 && !Number.isInteger(rating);
    return lacks ? between || isMean : between && isMean;
  }
}
