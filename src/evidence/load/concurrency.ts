import type { LoadStep, Slice } from "../../domain/evidence/measurement.ts";
import { Bins } from "./bins.ts";
import { Histogram, type Grain, type PageBudget } from "./histogram.ts";
import { inStretches } from "./stretches.ts";

const minimumSeconds = 60;
/** Nothing for so long, seconds, is no stall any more: the tool rested. */
const rest = 900;
/** More distinct levels than this are a concurrency that varies continuously. */
const mostLevels = 1024;

type Running = (fromSecond: number, toSecond: number) => boolean;

/** Seconds of one concurrency, first inclusive, last exclusive. */
interface Stretch {
  readonly concurrency: number;
  readonly first: number;
  last: number;
}

/**
 * The steps of a load run: 60 s or more at one concurrency. JMeter reports the threads running when a request *ends*,
 * so requests are put into seconds by their end. A second belongs to a level when all its requests report that
 * level; seconds without an end (a stall) interrupt nothing up to a minute, within one file up to a quarter of an hour:
 * where every request runs into a long timeout, little ends for minutes, and what fails then belongs to its level. Where
 * the level wanders, no second is pure for long and there is no step. A step's latency is over all requests that report
 * its level.
 */
export class Concurrency {
  overflowed = false;
  readonly #seconds = new Bins(1000);
  readonly #latencies = new Map<number, Histogram>();
  #tooMany = false;
  /** Neighbouring rows mostly share their level. */
  #level = -1;
  #levelLatencies: Histogram | undefined;
  readonly #budget: PageBudget;
  readonly #grain: Grain;

  constructor(budget: PageBudget, grain: Grain) {
    this.#budget = budget;
    this.#grain = grain;
  }

  /**
   * @param end milliseconds since the run's first start
   * @param units the latency in whole units of the grain
   */
  add(end: number, units: number, failed: boolean, within: boolean, concurrency: number): void {
    if (this.#tooMany) return;
    // Seconds are closed at their end, (i, i + 1], so that the run's last end lies in its last second.
    this.#seconds.add(end > 1 ? Math.ceil(end) - 1 : 0, failed, within, concurrency);
    this.overflowed = this.#seconds.overflowed;
    if (concurrency !== this.#level || this.#levelLatencies === undefined) this.#enter(concurrency);
    this.#levelLatencies?.add(units);
    if (this.#latencies.size > mostLevels || this.#budget.left < 0) {
      this.#tooMany = true;
      this.#latencies.clear();
    }
  }

  #enter(concurrency: number): void {
    this.#level = concurrency;
    this.#levelLatencies = this.#latencies.get(concurrency) ?? new Histogram(this.#budget, this.#grain);
    this.#latencies.set(concurrency, this.#levelLatencies);
  }

  /**
   * Ascending concurrency; empty where there is none.
   * @param running whether one file spans these seconds since the run's first start
   */
  steps(durationSeconds: number, withinMs: number | undefined, running: Running): LoadStep[] {
    if (this.#tooMany) return [];
    const long = this.#stretches(running).filter((stretch) => stretch.last - stretch.first >= minimumSeconds);
    const levels = [...new Set(long.map((stretch) => stretch.concurrency))].sort((a, b) => a - b);
    return levels.flatMap((level) => {
      const same = long.filter((stretch) => stretch.concurrency === level);
      const slices = inStretches(same.map((stretch) => this.#sliced(stretch, durationSeconds, withinMs !== undefined)));
      const latencyMs = this.#latencies.get(level)?.latency();
      return latencyMs === undefined ? [] : [step(level, slices, latencyMs, withinMs)];
    });
  }

  #stretches(running: Running): Stretch[] {
    const stretches: Stretch[] = [];
    let open: Stretch | undefined;
    for (let second = 0; second < this.#seconds.length; second += 1) {
      if (this.#seconds.requestsAt(second) === 0) continue;
      const low = this.#seconds.lowest[second] ?? -1;
      const pure = low === this.#seconds.highest[second];
      if (open !== undefined && pure && open.concurrency === low && isStall(open.last, second, running)) {
        open.last = second + 1;
        continue;
      }
      // The run begins at its first start, though nothing has ended yet.
      const first: number = stretches.length === 0 && open === undefined && second < minimumSeconds ? 0 : second;
      open = pure ? { concurrency: low, first, last: second + 1 } : { concurrency: -1, first: second, last: second };
      stretches.push(open);
    }
    return stretches;
  }

  #sliced(stretch: Stretch, durationSeconds: number, withLevel: boolean): Slice[] {
    const end = Math.min(stretch.last, durationSeconds);
    const slices: Slice[] = [];
    for (let from = stretch.first; from < stretch.last; from += 10) {
      const to = Math.min(from + 10, stretch.last);
      const seconds = Math.round((Math.min(to, end) - from) * 1000) / 1000;
      slices.push(this.#seconds.slice(from, to, seconds, withLevel));
    }
    return slices;
  }
}

function isStall(from: number, to: number, running: Running): boolean {
  return to - from < minimumSeconds || (to - from < rest && running(from, to));
}

function step(
  concurrency: number,
  slices: readonly Slice[],
  latencyMs: LoadStep["latencyMs"],
  ms: number | undefined,
): LoadStep {
  const sum = (of: (slice: Slice) => number): number => slices.reduce((total, slice) => total + of(slice), 0);
  const seconds = Math.round(sum((slice) => slice.seconds) * 1000) / 1000;
  const requests = sum((slice) => slice.requests);
  return {
    concurrency,
    seconds,
    requests,
    failures: sum((slice) => slice.failures),
    ...(ms === undefined ? {} : { within: { ms, requests: sum((slice) => slice.within ?? 0) } }),
    throughputPerSecond: requests / seconds,
    latencyMs,
    slices,
  };
}
