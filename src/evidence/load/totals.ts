import type { Latency, LoadMeasurement, LoadStep } from "../../domain/evidence/measurement.ts";
import { impossible, type Reporting } from "../contradictions/littles-law.ts";
import type { Findings } from "../format.ts";

/** One run of a tool that reports totals only. */
export interface Run {
  /** Every attempt, those without an answer included. */
  readonly requests: number;
  /** Absent where the tool does not report them. */
  readonly failures?: number;
  /** More than 0. */
  readonly seconds: number;
  readonly latencyMs: Latency;
  /** Users or connections held through the whole run; absent where they vary or a rate is held instead. */
  readonly concurrency?: number;
}

/** A load level is 60 s or more at one concurrency. */
const levelSeconds = 60;

/**
 * A load measurement from totals: its shares are points without a bound, for there are no slices. Runs of one piece
 * count as if one followed the other; those at one concurrency are one step.
 *
 * @param runs at least one
 */
export function totalsOf(runs: readonly Run[], findings: Findings, reporting?: Reporting): LoadMeasurement {
  for (const { concurrency } of runs)
    if (concurrency !== undefined) findings.limits.take("level", String(concurrency), { column: "concurrency" });
  if (runs.length > 1) {
    findings.warn("runs-in-sequence", `${runs.length} runs are put together as if one followed the other`);
  }
  const all = levels(runs);
  const steps = stepsOf(all);
  const short = all.filter((run) => run.seconds < levelSeconds);
  if (short.length > 0) {
    const named = short.map((run) => run.concurrency).join(", ");
    findings.warn("short-level", `Less than 60 s at a concurrency of ${named}: no load level is made of it`);
    findings.warnings.push(...impossible(short, reporting));
  }
  const whole = wholeOf(runs);
  if (whole.failures === undefined) {
    findings.warn("no-failure-count", "The tool does not say how many requests failed: what rests on it is unknown");
  }
  return { ...whole, ...(steps.length === 0 ? {} : { steps }) };
}

/** The figures of all runs together, without load levels. */
export function wholeOf(runs: readonly Run[]): LoadMeasurement {
  const { requests, failures, seconds, latencyMs } = together(runs);
  return {
    kind: "load",
    requests,
    ...(failures === undefined ? {} : { failures }),
    durationSeconds: seconds,
    throughputPerSecond: requests / seconds,
    latencyMs,
  };
}

/** A rate that the tool states itself, against requests over seconds; rounding explains two per cent. */
export function compareRate(stated: number | undefined, requests: number, seconds: number, findings: Findings): void {
  if (stated === undefined) return;
  const counted = requests / seconds;
  if (Math.abs(stated - counted) <= 0.02 * Math.max(stated, counted) + 0.01) return;
  const message = `The tool states ${stated} requests a second, but ${requests} requests in ${rounded(seconds)} s are ${rounded(counted)}`;
  findings.warn("rate-disagrees", message);
}

/** A level without an error count is none: it could be a run of errors. */
function stepsOf(levels: readonly (Run & { readonly concurrency: number })[]): LoadStep[] {
  return levels.flatMap((level) => {
    const { failures, ...run } = level;
    if (run.seconds < levelSeconds || failures === undefined) return [];
    return [{ ...run, failures, throughputPerSecond: run.requests / run.seconds, slices: [] }];
  });
}

/** The runs at each concurrency together, ascending. */
function levels(runs: readonly Run[]): (Run & { readonly concurrency: number })[] {
  const byLevel = new Map<number, Run[]>();
  for (const run of runs) {
    const { concurrency } = run;
    if (concurrency === undefined) continue;
    const same = byLevel.get(concurrency);
    if (same === undefined) byLevel.set(concurrency, [run]);
    else same.push(run);
  }
  return [...byLevel].sort(([a], [b]) => a - b).map(([concurrency, same]) => ({ concurrency, ...together(same) }));
}

/** The sums of several runs. Their percentiles cannot be put together; mean and maximum can. */
function together(runs: readonly Run[]): Omit<Run, "concurrency"> {
  const sum = (of: (run: Run) => number): number => runs.reduce((total, run) => total + of(run), 0);
  const requests = sum((run) => run.requests);
  const failed = runs.flatMap(({ failures }) => failures ?? []);
  const totals = {
    requests,
    ...(failed.length === runs.length ? { failures: failed.reduce((total, failures) => total + failures, 0) } : {}),
    seconds: rounded(sum((run) => run.seconds)),
  };
  const [only] = runs;
  if (only !== undefined && runs.length === 1) return { ...totals, latencyMs: only.latencyMs };
  const means = runs.flatMap(({ latencyMs, requests: n }) => (latencyMs.mean === undefined ? [] : latencyMs.mean * n));
  const maxima = runs.flatMap(({ latencyMs }) => latencyMs.max ?? []);
  const all = (values: readonly number[]): boolean => values.length === runs.length;
  return {
    ...totals,
    latencyMs: {
      ...(all(means) && requests > 0 ? { mean: means.reduce((total, part) => total + part, 0) / requests } : {}),
      ...(all(maxima) ? { max: maxima.reduce((most, max) => Math.max(most, max), 0) } : {}),
    },
  };
}

/** To the microsecond: what lies below is an artefact of the sum. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;
