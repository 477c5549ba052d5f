import type { LoadMeasurement } from "../../domain/evidence/measurement.ts";
import { Bins } from "./bins.ts";
import { Concurrency } from "./concurrency.ts";
import { coarseMicroseconds, Histogram, microseconds, wholeMilliseconds } from "./histogram.ts";
import { Labels } from "./labels.ts";
import { FileSpans } from "./file-spans.ts";
import { Waiting } from "./waiting.ts";

const sliceMs = 10_000;

/** What a tool's output says of failures: every one, those that were answered only, or nothing. */
export type FailureCount = "all" | "answered" | "none";

export interface TallyOptions {
  readonly withinMs: number | undefined;
  /** True where the tool writes fractions of a millisecond: latencies are then counted in whole microseconds. */
  readonly fractions: boolean;
  readonly failures: FailureCount;
}

/**
 * The figures of a load run, request by request, in memory that does not grow with their number. Slices begin at the
 * run's first start, which only the last row settles: it is guessed from the first rows, and where a later row
 * began earlier, `earliest` says so and the caller reads again with that anchor.
 *
 * Where the tool does not write down every failure, there are no slices and no steps: every share of a gate is then
 * unknown (methods.md: a gate without an error count is unknown), whatever is shown.
 */
export class Tally {
  readonly budget = { left: 4096 };
  readonly labels: Labels;
  readonly #withinMs: number;
  readonly #options: TallyOptions;
  readonly #unitsPerMs: number;
  #anchor: number | undefined;
  #failures = 0;
  #within = 0;
  readonly #latencies: Histogram;
  readonly #slices = new Bins(sliceMs);
  readonly #concurrency: Concurrency;
  readonly #waiting = new Waiting();
  readonly #spans = new FileSpans();

  constructor(options: TallyOptions, anchor?: number) {
    const { fractions, withinMs } = options;
    const each = fractions ? coarseMicroseconds : wholeMilliseconds;
    this.#options = options;
    this.#withinMs = withinMs ?? -1;
    this.#anchor = anchor;
    this.#unitsPerMs = each.perMs;
    this.#latencies = new Histogram({ left: Infinity }, fractions ? microseconds : wholeMilliseconds);
    this.#concurrency = new Concurrency(this.budget, each);
    this.labels = new Labels(this.budget, each);
  }

  get requests(): number {
    return this.#latencies.count;
  }

  /** Epoch ms of the first start in the files that have ended. */
  get earliest(): number {
    return this.#spans.earliest;
  }

  get failures(): number {
    return this.#failures;
  }

  /** True where the slices began at a start that was not the first. */
  get misanchored(): boolean {
    return this.#anchor !== undefined && this.earliest < this.#anchor;
  }

  /** True where the run is too long for slices and steps. */
  get overlong(): boolean {
    return this.#slices.overflowed || this.#concurrency.overflowed;
  }

  /** True where files speak of the same time: each knows its own concurrency only, so that there are no steps. */
  get sideBySide(): boolean {
    return this.#spans.overlap;
  }

  /** The whole units in which latencies are counted; fractions of them are rounded. */
  unitsOf(elapsed: number): number {
    return this.#unitsPerMs === 1 ? elapsed : Math.round(elapsed * this.#unitsPerMs);
  }

  /**
   * @param start epoch ms, or ms since any instant for the whole piece
   * @param elapsed ms ≥ 0, whole where the tally counts no fractions
   * @param concurrency users or threads running when the request ended, −1 where not reported
   */
  add(start: number, elapsed: number, failed: boolean, concurrency: number): void {
    // The level is compared with what the tool wrote, not with what is counted.
    const within = !failed && elapsed <= this.#withinMs;
    this.#spans.add(start, start + elapsed);
    if (failed) this.#failures += 1;
    if (within) this.#within += 1;
    const units = this.unitsOf(elapsed);
    this.#latencies.add(units);
    if (this.#anchor === undefined) {
      this.#waiting.add(start, elapsed, failed, within, concurrency);
      if (this.#waiting.full) this.#settleAnchor();
    } else this.#place(start - this.#anchor, elapsed, units, failed, within, concurrency);
  }

  /** Call at the end of each file. */
  endFile(): void {
    this.#spans.endFile();
  }

  /** Call once, after the last file, with at least one request. */
  figures(): Omit<LoadMeasurement, "kind" | "byLabel" | "transactionParents"> {
    this.#settleAnchor();
    const { count } = this.#latencies;
    const { failures, withinMs: ms } = this.#options;
    const durationSeconds = this.#durationSeconds();
    const latencyMs = this.#latencies.latency() ?? {};
    const inTime = failures === "all" && !this.overlong;
    const running = (from: number, to: number): boolean =>
      this.#spans.inOneFile(this.earliest + from * 1000, this.earliest + to * 1000);
    const steps = inTime && !this.sideBySide ? this.#concurrency.steps(durationSeconds, ms, running) : [];
    return {
      requests: count,
      ...(failures === "none" ? {} : { failures: this.#failures }),
      durationSeconds,
      throughputPerSecond: durationSeconds > 0 ? count / durationSeconds : 0,
      latencyMs,
      ...(ms === undefined || failures !== "all" ? {} : { within: { ms, requests: this.#within } }),
      ...(steps.length === 0 ? {} : { steps }),
      ...(inTime ? { slices: this.#sliced(durationSeconds) } : {}),
    };
  }

  period(): { readonly from: string; readonly to: string } {
    return { from: new Date(this.earliest).toISOString(), to: new Date(this.#spans.latestEnd).toISOString() };
  }

  /** Fractions of a microsecond are noise of the subtraction. */
  #durationSeconds(): number {
    const ms = this.#spans.latestEnd - this.earliest;
    return this.#options.fractions ? Math.round(ms * 1000) / 1e6 : ms / 1000;
  }

  #sliced(durationSeconds: number) {
    const whole = Math.round(durationSeconds * 1000) / 1000;
    const last = Math.max(0, Math.min(this.#slices.length, Math.ceil(whole / 10)) - 1);
    return Array.from({ length: last + 1 }, (_, i) => {
      const seconds = Math.min(10, Math.round((whole - i * 10) * 1000) / 1000);
      const to = i === last ? this.#slices.length : i + 1;
      return this.#slices.slice(i, to, seconds, this.#options.withinMs !== undefined);
    });
  }

  #place(at: number, elapsed: number, units: number, failed: boolean, within: boolean, concurrency: number): void {
    if (at < 0) return;
    this.#slices.add(at, failed, within, 0);
    if (concurrency >= 0) this.#concurrency.add(at + elapsed, units, failed, within, concurrency);
  }

  #settleAnchor(): void {
    const anchor = (this.#anchor ??= this.#spans.first);
    this.#waiting.drain((start, elapsed, failed, within, concurrency) =>
      this.#place(start - anchor, elapsed, this.unitsOf(elapsed), failed, within, concurrency),
    );
  }
}
