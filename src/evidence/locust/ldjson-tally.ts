import type { Latency, LoadLabel, LoadMeasurement, Slice } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { limits, type Limits } from "../limits.ts";
import type { ReportEntry } from "./ldjson-report.ts";

/** Twelve days of seconds, as for every run. */
const mostSeconds = 1 << 20;
const mostLabels = limits.label.most;
/** Response times of all labels together: beyond them there are no figures by label. */
const mostLabelTimes = 1_000_000;

class Part {
  requests = 0;
  failures = 0;
  untimed = 0;
  totalMs = 0;
  maxMs = 0;
  readonly times = new Map<number, number>();

  add(entry: ReportEntry): void {
    this.requests += entry.requests;
    this.failures += entry.failures;
    this.untimed += entry.untimed;
    this.totalMs += entry.totalMs;
    this.maxMs = Math.max(this.maxMs, entry.maxMs);
    for (const [ms, times] of entry.times) this.times.set(ms, (this.times.get(ms) ?? 0) + times);
  }

  latency(): Latency {
    const timed = this.requests - this.untimed;
    if (timed === 0) return {};
    const sorted = [...this.times].sort(([a], [b]) => a - b);
    const at = (p: number): number => Math.min(quantile(sorted, timed, p), this.maxMs);
    return { mean: this.totalMs / timed, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), max: this.maxMs };
  }
}

/**
 * Workers' reports added up. Since Locust writes `num_fail_per_sec` (0.13), num_requests counts failures too, and both are
 * known by second: slices can be made. Before, num_requests held successes only, which shows where an entry has more
 * failures than requests; otherwise failures count among the requests, which is the worse share. Failures were then only
 * known by report, so that there are no slices and every share is a point without a bound.
 */
export class ReportTally {
  readonly #all = new Part();
  readonly #byLabel = new Map<string, Part>();
  readonly #requests = new Map<number, number>();
  readonly #failures = new Map<number, number>();
  readonly #limits: Limits;
  #labelTimes = 0;
  #from = Infinity;
  #to = -Infinity;
  #bySecond = true;
  #apart = false;
  #tooMany = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** @throws Refused where the reports hold more response times than Locust writes */
  add(report: readonly ReportEntry[]): void {
    for (const entry of report) {
      this.#all.add(entry);
      this.#label(entry);
      if (entry.failuresPerSecond === null) this.#bySecond = false;
      if (entry.failures > entry.requests) this.#apart = true;
      this.#seconds(this.#requests, entry.perSecond);
      this.#seconds(this.#failures, entry.failuresPerSecond ?? new Map());
    }
    this.#limits.size("responseTime", this.#all.times.size);
    if (this.#all.times.size > limits.responseTime.most) this.#tooMany = true;
  }

  #seconds(sums: Map<number, number>, counts: ReadonlyMap<number, number>): void {
    for (const [second, count] of counts) {
      this.#from = Math.min(this.#from, second);
      this.#to = Math.max(this.#to, second);
      if (!this.#tooMany) sums.set(second, (sums.get(second) ?? 0) + count);
    }
    if (sums.size <= mostSeconds) return;
    this.#tooMany = true;
    this.#requests.clear();
    this.#failures.clear();
  }

  /** Null without a request. */
  figures(findings: Findings): { readonly load: LoadMeasurement; readonly from: string; readonly to: string } | null {
    if (this.#all.requests + this.#all.failures === 0 || this.#to < this.#from) return null;
    const [from, to] = [this.#from, this.#to + 1];
    this.#warn(findings, to - from);
    const requests = this.#sent(this.#all);
    const labels = this.#labels();
    const slices = this.#bySecond && !this.#tooMany && to - from <= mostSeconds ? this.#slices(from, to) : undefined;
    const load: LoadMeasurement = {
      kind: "load",
      requests,
      failures: this.#all.failures,
      durationSeconds: to - from,
      throughputPerSecond: requests / (to - from),
      latencyMs: this.#all.latency(),
      ...(slices === undefined ? {} : { slices }),
      ...(labels === undefined ? {} : { byLabel: labels }),
    };
    return { load, from: new Date(from * 1000).toISOString(), to: new Date(to * 1000).toISOString() };
  }

  #sent({ requests, failures }: { readonly requests: number; readonly failures: number }): number {
    return !this.#bySecond && this.#apart ? requests + failures : requests;
  }

  #label(entry: ReportEntry): void {
    if (this.#tooMany) return;
    const part = this.#byLabel.get(entry.label) ?? new Part();
    this.#byLabel.set(entry.label, part);
    const before = part.times.size;
    part.add(entry);
    this.#labelTimes += part.times.size - before;
    if (this.#byLabel.size <= mostLabels && this.#labelTimes <= mostLabelTimes) return;
    this.#tooMany = true;
    this.#byLabel.clear();
  }

  #labels(): LoadLabel[] | undefined {
    if (this.#tooMany) return undefined;
    return [...this.#byLabel]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, part]) => ({
        label,
        requests: this.#sent(part),
        failures: part.failures,
        latencyMs: part.latency(),
      }));
  }

  #slices(from: number, to: number): Slice[] {
    return Array.from({ length: Math.ceil((to - from) / 10) }, (_, i) => {
      const first = from + i * 10;
      const last = Math.min(first + 10, to);
      const slice = { seconds: last - first, requests: 0, failures: 0 };
      for (let second = first; second < last; second += 1) {
        slice.requests += this.#requests.get(second) ?? 0;
        slice.failures += this.#failures.get(second) ?? 0;
      }
      return slice;
    });
  }

  #warn(findings: Findings, seconds: number): void {
    findings.warn("rounded-times", "Locust rounds response times to two digits: percentiles are as good as that");
    findings.warn(
      "whole-seconds",
      "Times are whole seconds: the run's duration and its throughput are good to a second",
    );
    if (!this.#bySecond)
      findings.warn(
        "failures-by-report",
        this.#apart
          ? "This version of Locust counts failures beside requests and not by second: the share of failures is a point without a bound"
          : "This version of Locust does not count failures by second: the share of failures is a point without a bound",
      );
    if (seconds > mostSeconds)
      findings.warn("run-too-long", "The rows span more than twelve days: no slices and no steps are made");
    else if (this.#tooMany) findings.warn("too-many-labels", "More than 256 labels: there are no figures by label");
  }
}

/** Type 7 over values with counts, ascending. */
function quantile(sorted: readonly (readonly [number, number])[], n: number, p: number): number {
  const h = (n - 1) * p;
  const below = Math.floor(h);
  const [low, high] = [atRank(sorted, below), atRank(sorted, Math.min(below + 1, n - 1))];
  return low + (h - below) * (high - low);
}

function atRank(sorted: readonly (readonly [number, number])[], rank: number): number {
  let seen = 0;
  for (const [value, count] of sorted) {
    seen += count;
    if (rank < seen) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
