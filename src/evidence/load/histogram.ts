import type { Latency } from "../../domain/evidence/measurement.ts";

const pageBits = 10;
const pageSize = 1 << pageBits;
/** Whole milliseconds below 2^20 (17 minutes) are counted exactly. */
const exactBelow = 1 << 20;

/** Pages that the histograms of one piece may still take: bounds the memory whatever the file holds. */
export interface PageBudget {
  left: number;
}

/**
 * Counts of whole milliseconds: exact below 17 minutes, beyond to eleven binary digits (under 0.1 %), so that the
 * memory never depends on the number of requests. Percentiles are type 7 (Hyndman and Fan 1996), as methods.md asks.
 */
export class Histogram {
  count = 0;
  #sum = 0;
  #max = 0;
  readonly #pages: (Uint32Array | undefined)[] = [];
  readonly #tail = new Map<number, number>();
  readonly #budget: PageBudget;

  constructor(budget: PageBudget) {
    this.#budget = budget;
  }

  /** @param ms a whole number ≥ 0 */
  add(ms: number): void {
    this.count += 1;
    this.#sum += ms;
    if (ms > this.#max) this.#max = ms;
    if (ms >= exactBelow) {
      this.#addToTail(ms);
      return;
    }
    const page = this.#pages[ms >>> pageBits] ?? this.#newPage(ms >>> pageBits);
    const slot = ms & (pageSize - 1);
    page[slot] = (page[slot] ?? 0) + 1;
  }

  /** @returns undefined for an empty histogram */
  latency(): Latency | undefined {
    if (this.count === 0) return undefined;
    const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = this.#quantiles([0.5, 0.9, 0.95, 0.99]);
    return { mean: this.#sum / this.count, p50, p90, p95, p99, max: this.#max };
  }

  #newPage(index: number): Uint32Array {
    this.#budget.left -= 1;
    const page = new Uint32Array(pageSize);
    this.#pages[index] = page;
    return page;
  }

  #addToTail(ms: number): void {
    const unit = 2 ** (Math.floor(Math.log2(ms)) - 10);
    const rounded = Math.floor(ms / unit) * unit;
    this.#tail.set(rounded, (this.#tail.get(rounded) ?? 0) + 1);
  }

  /** Ascending p; value at rank h = (n−1)p, linear between the neighbours. */
  #quantiles(shares: readonly number[]): number[] {
    const ranks = shares.flatMap((p) => {
      const below = Math.floor((this.count - 1) * p);
      return [below, Math.min(below + 1, this.count - 1)];
    });
    const values = this.#atRanks(ranks);
    return shares.map((p, i) => {
      const h = (this.count - 1) * p;
      const low = values[2 * i] ?? 0;
      const high = values[2 * i + 1] ?? 0;
      return low + (h - Math.floor(h)) * (high - low);
    });
  }

  #atRanks(ranks: readonly number[]): number[] {
    const values = new Array<number>(ranks.length).fill(this.#max);
    let seen = 0;
    for (const [value, count] of this.#ascending()) {
      ranks.forEach((rank, i) => {
        if (rank >= seen && rank < seen + count) values[i] = Math.min(value, this.#max);
      });
      seen += count;
    }
    return values;
  }

  *#ascending(): Generator<[number, number]> {
    for (const [index, page] of this.#pages.entries()) {
      if (page === undefined) continue;
      for (let slot = 0; slot < pageSize; slot += 1) {
        const count = page[slot] ?? 0;
        if (count > 0) yield [index * pageSize + slot, count];
      }
    }
    yield* [...this.#tail].sort(([a], [b]) => a - b);
  }
}
