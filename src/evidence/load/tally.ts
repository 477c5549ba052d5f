import type { LoadMeasurement } from "../../domain/evidence/measurement.ts";
import { Bins } from "./bins.ts";
import { Concurrency } from "./concurrency.ts";
import { Histogram } from "./histogram.ts";
import { Labels } from "./labels.ts";

const sliceMs = 10_000;
/** Rows looked at before the first start is taken for known; JMeter writes rows in the order of their ends. */
const ahead = 4096;

/**
 * The figures of a load run, request by request, in memory that does not grow with their number. Slices begin at the
 * run's first start, which only the last row settles: it is guessed from the first rows, and where a later row
 * began earlier, `earliest` says so and the caller reads again with that anchor.
 */
export class Tally {
  readonly budget = { left: 4096 };
  readonly labels = new Labels(this.budget);
  earliest = Infinity;
  readonly #withinMs: number | undefined;
  #anchor: number | undefined;
  #latestEnd = -Infinity;
  #failures = 0;
  #within = 0;
  readonly #latencies = new Histogram({ left: Infinity });
  readonly #slices = new Bins(sliceMs);
  readonly #concurrency = new Concurrency(this.budget);
  readonly #waiting = new Float64Array(ahead * 4);
  #waitingRows = 0;

  constructor(withinMs: number | undefined, anchor?: number) {
    this.#withinMs = withinMs;
    this.#anchor = anchor;
  }

  get requests(): number {
    return this.#latencies.count;
  }

  /** True where the slices began at a start that was not the first. */
  get misanchored(): boolean {
    return this.#anchor !== undefined && this.earliest < this.#anchor;
  }

  /** True where the run is too long for slices and steps. */
  get overlong(): boolean {
    return this.#slices.overflowed || this.#concurrency.overflowed;
  }

  /**
   * @param start epoch ms
   * @param elapsed whole ms ≥ 0
   * @param concurrency threads running when the request ended, −1 where not reported
   */
  add(start: number, elapsed: number, failed: boolean, concurrency: number): void {
    const within = !failed && this.#withinMs !== undefined && elapsed <= this.#withinMs;
    if (start < this.earliest) this.earliest = start;
    if (start + elapsed > this.#latestEnd) this.#latestEnd = start + elapsed;
    if (failed) this.#failures += 1;
    if (within) this.#within += 1;
    this.#latencies.add(elapsed);
    if (this.#anchor === undefined) this.#wait(start, elapsed, (failed ? 1 : 0) + (within ? 2 : 0), concurrency);
    else this.#place(start - this.#anchor, elapsed, failed, within, concurrency);
  }

  /** Call once, after the last row, with at least one request. */
  figures(): Omit<LoadMeasurement, "kind" | "byLabel" | "transactionParents"> {
    this.#settleAnchor();
    const { count } = this.#latencies;
    const durationSeconds = (this.#latestEnd - this.earliest) / 1000;
    const latencyMs = this.#latencies.latency() ?? { mean: 0, p50: 0, p90: 0, p95: 0, p99: 0, max: 0 };
    const ms = this.#withinMs;
    const steps = this.overlong ? undefined : this.#concurrency.steps(durationSeconds, ms);
    return {
      requests: count,
      failures: this.#failures,
      durationSeconds,
      throughputPerSecond: durationSeconds > 0 ? count / durationSeconds : 0,
      latencyMs,
      ...(ms === undefined ? {} : { within: { ms, requests: this.#within } }),
      ...(steps === undefined || steps.length === 0 ? {} : { steps }),
      ...(this.overlong ? {} : { slices: this.#sliced(durationSeconds) }),
    };
  }

  period(): { readonly from: string; readonly to: string } {
    return { from: new Date(this.earliest).toISOString(), to: new Date(this.#latestEnd).toISOString() };
  }

  #sliced(durationSeconds: number) {
    const last = Math.max(0, Math.min(this.#slices.length, Math.ceil(durationSeconds / 10)) - 1);
    return Array.from({ length: last + 1 }, (_, i) => {
      const seconds = Math.min(10, Math.round((durationSeconds - i * 10) * 1000) / 1000);
      const to = i === last ? this.#slices.length : i + 1;
      return this.#slices.slice(i, to, seconds, this.#withinMs !== undefined);
    });
  }

  #place(sinceAnchor: number, elapsed: number, failed: boolean, within: boolean, concurrency: number): void {
    if (sinceAnchor < 0) return;
    this.#slices.add(sinceAnchor, failed, within, 0);
    if (concurrency >= 0) this.#concurrency.add(sinceAnchor + elapsed, elapsed, failed, within, concurrency);
  }

  #wait(start: number, elapsed: number, flags: number, concurrency: number): void {
    this.#waiting.set([start, elapsed, flags, concurrency], this.#waitingRows * 4);
    this.#waitingRows += 1;
    if (this.#waitingRows === ahead) this.#settleAnchor();
  }

  #settleAnchor(): void {
    this.#anchor ??= this.earliest;
    for (let i = 0; i < this.#waitingRows; i += 1) {
      const [start = 0, elapsed = 0, flags = 0, concurrency = -1] = this.#waiting.subarray(i * 4, i * 4 + 4);
      this.#place(start - this.#anchor, elapsed, (flags & 1) !== 0, (flags & 2) !== 0, concurrency);
    }
    this.#waitingRows = 0;
  }
}
