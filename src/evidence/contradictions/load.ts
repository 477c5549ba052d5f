import type { Latency, LoadMeasurement, Warning } from "../../domain/evidence/measurement.ts";
import { impossible, type Reporting } from "./littles-law.ts";
import { disagreement } from "./disagreement.ts";

/** What a load measurement says against itself. */
export function inLoad(load: LoadMeasurement, reporting?: Reporting): Warning[] {
  return [...impossible(load.steps ?? [], reporting), ...parts(load), ...disorder(load.latencyMs)];
}

interface Counted {
  readonly requests: number;
  readonly failures: number;
}

/** Where the tool reports no failures, none of its parts can. */
function parts({ requests, failures = 0, slices, steps, byLabel }: LoadMeasurement): Warning[] {
  const totals = { requests, failures };
  return disagreement([
    ...(failures > requests ? [`${failures} failures of ${requests} requests`] : []),
    ...unlike("the slices", slices, totals),
    ...unlike("the labels", byLabel, totals),
    ...beyond("the load levels", steps, totals),
  ]);
}

/** Slices and labels hold every request once. */
function unlike(name: string, list: readonly Counted[] | undefined, totals: Counted): string[] {
  if (list === undefined) return [];
  const sum = sumOf(list);
  return sum.requests === totals.requests && sum.failures === totals.failures ? [] : [differing(name, sum, totals)];
}

/** Load levels hold some of the requests. */
function beyond(name: string, list: readonly Counted[] = [], totals: Counted): string[] {
  const sum = sumOf(list);
  return sum.requests <= totals.requests && sum.failures <= totals.failures ? [] : [differing(name, sum, totals)];
}

function differing(name: string, sum: Counted, totals: Counted): string {
  return `${name} add up to ${sum.requests} requests, ${sum.failures} failed; the totals are ${totals.requests} and ${totals.failures}`;
}

function sumOf(list: readonly Counted[]): Counted {
  return list.reduce(
    (sum, part) => ({ requests: sum.requests + part.requests, failures: sum.failures + part.failures }),
    {
      requests: 0,
      failures: 0,
    },
  );
}

/** A tool may round its percentiles to two digits, so that one may stand a little above the next. */
function disorder({ mean, p50, p90, p95, p99, max }: Latency): Warning[] {
  const exceeds = (low: number, high: number): boolean => low > high * 1.1 + 1;
  const ascending = [p50, p90, p95, p99, max].filter((latency) => latency !== undefined);
  const falls = ascending.some((latency, i) => exceeds(ascending[i - 1] ?? 0, latency));
  if (!falls && (mean === undefined || max === undefined || !exceeds(mean, max))) return [];
  const message = "The latencies are out of order: a lower percentile or the mean lies above a higher one";
  return [{ code: "percentiles-disagree", message }];
}
