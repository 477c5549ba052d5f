import type { LoadMeasurement, LoadStep, Slice } from "../../domain/evidence/measurement.ts";
import type { Findings } from "../format.ts";
import { runPeriod } from "../load/period.ts";
import { inStretches } from "../load/stretches.ts";
import { totalsOf } from "../load/totals.ts";
import { between, meanBetween, slicesOf, type HistoryRun, type Sample } from "./samples.ts";

/** A load level is 60 s or more at one number of users. */
const levelSeconds = 60;

export function figuresOf(
  runs: readonly HistoryRun[],
  findings: Findings,
): LoadMeasurement & { from?: string; to?: string } {
  const totals = totalsOf(
    runs.map(({ first, last }) => ({ ...between(first, last), latencyMs: latencyOf(first, last) })),
    findings,
  );
  const period = runPeriod(runs.map(({ first, last }) => ({ from: first.time * 1000, to: last.time * 1000 })));
  const slices = runs.map(({ samples }) => slicesOf(samples));
  const sliced = slices.every((slice) => slice !== null);
  if (!sliced) {
    const message = "The rows are not at intervals that make up 10 s: there are no slices, so shares have no bound";
    findings.warn("slices-left-out", message);
  }
  const steps = stepsOf(runs, sliced, findings);
  return {
    ...totals,
    ...period,
    ...(steps.length === 0 ? {} : { steps }),
    ...(sliced ? { slices: inStretches(slices) } : {}),
  };
}

/** Median and maximum are since the start: they hold where nothing had been counted before. */
function latencyOf(first: Sample, last: Sample) {
  const { p50, max } = last.latencyMs;
  const since = { ...(p50 === undefined ? {} : { p50 }), ...(max === undefined ? {} : { max }) };
  return { ...meanBetween(first, last), ...(first.requests === 0 ? since : {}) };
}

function stepsOf(runs: readonly HistoryRun[], sliced: boolean, findings: Findings): LoadStep[] {
  const long = runs.flatMap(({ samples }) => stretches(samples)).filter(({ time }) => time.seconds >= levelSeconds);
  const levels = new Map<number, Stretch[]>();
  for (const stretch of long) {
    findings.limits.take("level", String(stretch.users), { column: "User Count" });
    const same = levels.get(stretch.users);
    if (same === undefined) levels.set(stretch.users, [stretch]);
    else same.push(stretch);
  }
  levels.delete(0);
  return [...levels].sort(([a], [b]) => a - b).map(([users, same]) => stepOf(users, same, sliced));
}

interface Stretch {
  readonly users: number;
  readonly samples: readonly Sample[];
  readonly time: Slice;
  readonly meanMs: number | undefined;
}

/** From the first to the last of consecutive samples with one number of users. */
function stretches(samples: readonly Sample[]): Stretch[] {
  const groups: Sample[][] = [];
  for (const sample of samples) {
    const open = groups.at(-1);
    if (open?.[0]?.users === sample.users) open.push(sample);
    else groups.push([sample]);
  }
  return groups.flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined || last.time <= first.time) return [];
    return [{ users: first.users, samples: group, time: between(first, last), meanMs: meanBetween(first, last).mean }];
  });
}

function stepOf(users: number, stretches: readonly Stretch[], sliced: boolean): LoadStep {
  const sum = (of: (stretch: Stretch) => number): number =>
    stretches.reduce((total, stretch) => total + of(stretch), 0);
  const [seconds, requests] = [sum(({ time }) => time.seconds), sum(({ time }) => time.requests)];
  const known = requests > 0 && stretches.every(({ meanMs, time }) => meanMs !== undefined || time.requests === 0);
  return {
    concurrency: users,
    seconds,
    requests,
    failures: sum(({ time }) => time.failures),
    throughputPerSecond: requests / seconds,
    latencyMs: known ? { mean: sum(({ meanMs = 0, time }) => meanMs * time.requests) / requests } : {},
    slices: sliced ? inStretches(stretches.map(({ samples }) => slicesOf(samples) ?? [])) : [],
  };
}
