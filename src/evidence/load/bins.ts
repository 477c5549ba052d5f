import type { Slice } from "../../domain/evidence/measurement.ts";

/** Twelve days of seconds; a run that spans more has no slices and no steps. */
const limit = 1 << 20;

/** Requests of a run by equal stretches of time, dense from the run's first start. */
export class Bins {
  readonly width: number;
  /** Stretches in use: 0 to length − 1. */
  length = 0;
  /** True once a request lay beyond the limit: the counts are then incomplete. */
  overflowed = false;
  requests = new Uint32Array(1024);
  failures = new Uint32Array(1024);
  within = new Uint32Array(1024);
  /** Lowest and highest concurrency reported in the stretch. */
  lowest = new Int32Array(1024).fill(0x7fffffff);
  highest = new Int32Array(1024).fill(-1);
  /** The stretch last added to, which neighbouring rows mostly share. */
  #index = 0;
  #from = 0;
  #to = 0;

  /** @param width milliseconds */
  constructor(width: number) {
    this.width = width;
  }

  /** @param sinceAnchor milliseconds since the run's first start, ≥ 0 */
  add(sinceAnchor: number, failed: boolean, within: boolean, concurrency: number): void {
    if ((sinceAnchor < this.#from || sinceAnchor >= this.#to) && !this.#enter(sinceAnchor)) return;
    const index = this.#index;
    this.requests[index] = this.requestsAt(index) + 1;
    if (failed) this.failures[index] = (this.failures[index] ?? 0) + 1;
    if (within) this.within[index] = (this.within[index] ?? 0) + 1;
    if (concurrency < (this.lowest[index] ?? 0)) this.lowest[index] = concurrency;
    if (concurrency > (this.highest[index] ?? 0)) this.highest[index] = concurrency;
  }

  requestsAt(index: number): number {
    return this.requests[index] ?? 0;
  }

  /** The bins from ≤ index < to as one slice. */
  slice(from: number, to: number, seconds: number, withLevel: boolean): Slice {
    const sum = (counts: Uint32Array): number => counts.subarray(from, to).reduce((total, count) => total + count, 0);
    const slice = { seconds, requests: sum(this.requests), failures: sum(this.failures) };
    return withLevel ? { ...slice, within: sum(this.within) } : slice;
  }

  /** Makes the stretch of an instant the current one; false beyond the limit. */
  #enter(at: number): boolean {
    const index = Math.floor(at / this.width);
    if (index >= limit) {
      this.overflowed = true;
      return false;
    }
    if (index >= this.length) this.#reach(index);
    this.#index = index;
    this.#from = index * this.width;
    this.#to = this.#from + this.width;
    return true;
  }

  #reach(index: number): void {
    if (index >= this.requests.length) {
      const size = Math.min(limit, 2 ** Math.ceil(Math.log2(index + 1)));
      this.requests = grown(this.requests, new Uint32Array(size));
      this.failures = grown(this.failures, new Uint32Array(size));
      this.within = grown(this.within, new Uint32Array(size));
      this.lowest = grown(this.lowest, new Int32Array(size).fill(0x7fffffff));
      this.highest = grown(this.highest, new Int32Array(size).fill(-1));
    }
    this.length = index + 1;
  }
}

function grown<T extends Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
