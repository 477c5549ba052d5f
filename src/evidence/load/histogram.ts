import type { Latency } from "../../domain/evidence/measurement.ts";

const pageBits = 10;
const pageSize = 1 << pageBits;

/** Pages that the histograms of one piece may still take: bounds the memory whatever the file holds. */
export interface PageBudget {
  left: number;
}

/** How finely a histogram counts. */
export interface Grain {
  /** Counted units a millisecond: 1, or 1000 where a tool writes fractions. */
  readonly perMs: number;
  /** Values below 2^exactBits units are counted one by one, larger ones to eleven binary digits (under 0.1 %). */
  readonly exactBits: number;
}

/** Tools that write whole milliseconds: exact below 17 minutes. */
export const wholeMilliseconds: Grain = { perMs: 1, exactBits: 20 };
/** Tools that write fractions: exact to the microsecond below a second. */
export const microseconds: Grain = { perMs: 1000, exactBits: 20 };
/** The same where there may be hundreds of histograms: under 0.1 % from two milliseconds on. */
export const coarseMicroseconds: Grain = { perMs: 1000, exactBits: 11 };

/**
 * Counts of latencies in memory that never depends on the number of requests. Percentiles are type 7 (Hyndman and Fan
 * 1996), as methods.md asks, of the counted units; beyond the exact ones, of the lower edge of the unit's class.
 */
export class Histogram {
  count = 0;
  #sum = 0;
  #max = 0;
  readonly #perMs: number;
  readonly #exactBits: number;
  readonly #exactBelow: number;
  readonly #pages: (Uint32Array | undefined)[] = [];
  readonly #budget: PageBudget;

  constructor(budget: PageBudget, grain: Grain) {
    this.#budget = budget;
    this.#perMs = grain.perMs;
    this.#exactBits = grain.exactBits;
    this.#exactBelow = 2 ** grain.exactBits;
  }

  /** @param units a whole number ≥ 0 of the grain's units */
  add(units: number): void {
    this.count += 1;
    this.#sum += units;
    if (units > this.#max) this.#max = units;
    if (units >= this.#exactBelow) {
      this.#addLarge(units);
      return;
    }
    const page = this.#pages[units >>> pageBits] ?? this.#newPage(units >>> pageBits);
    const slot = units & (pageSize - 1);
    page[slot] = (page[slot] ?? 0) + 1;
  }

  /** @returns undefined for an empty histogram */
  latency(): Latency | undefined {
    if (this.count === 0) return undefined;
    const [p50 = 0, p90 = 0, p95 = 0, p99 = 0] = this.#quantiles([0.5, 0.9, 0.95, 0.99]);
    return { mean: this.#sum / this.count / this.#perMs, p50, p90, p95, p99, max: this.#max / this.#perMs };
  }

  #newPage(index: number): Uint32Array {
    this.#budget.left -= 1;
    const page = new Uint32Array(pageSize);
    this.#pages[index] = page;
    return page;
  }

  /** Beyond the exact units each doubling is a page of 1024 classes. */
  #addLarge(units: number): void {
    const exponent = exponentOf(units);
    const index = (this.#exactBelow >>> pageBits) + exponent - this.#exactBits;
    const page = this.#pages[index] ?? this.#newPage(index);
    const slot = Math.floor(units / 2 ** (exponent - pageBits)) & (pageSize - 1);
    page[slot] = (page[slot] ?? 0) + 1;
  }

  /** Ascending p; value at rank h = (n−1)p, linear between the neighbours, in milliseconds. */
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
      return (low + (h - Math.floor(h)) * (high - low)) / this.#perMs;
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
    const exactPages = this.#exactBelow >>> pageBits;
    for (const [index, page] of this.#pages.entries()) {
      if (page === undefined) continue;
      const unit = index < exactPages ? 1 : 2 ** (index - exactPages + this.#exactBits - pageBits);
      const first = index < exactPages ? index * pageSize : unit * pageSize;
      for (let slot = 0; slot < pageSize; slot += 1) {
        const count = page[slot] ?? 0;
        if (count > 0) yield [first + slot * unit, count];
      }
    }
  }
}

/** The highest power of two in a whole number from 1 to 2^53; a logarithm would be off beside the powers. */
function exponentOf(units: number): number {
  return units < 2 ** 32 ? 31 - Math.clz32(units) : 63 - Math.clz32(Math.floor(units / 2 ** 32));
}
