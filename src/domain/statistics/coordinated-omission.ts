import { quantile } from "./quantiles.ts";

/** Beyond that the interval is mistyped, and memory ends before patience does. */
const MOST_SAMPLES = 10_000_000;

/**
 * Response times as if requests had gone on at the intended interval (ms > 0) while one stalled: after each time v longer
 * than the interval, v − i, v − 2i … down to i. For closed-loop load, which stops asking while it waits.
 * Source: Tene, "How NOT to measure latency"; HdrHistogram's expected-interval correction.
 */
export function correctCoordinatedOmission(samples: readonly number[], interval: number): number[] {
  if (!(interval > 0)) throw new RangeError("The intended interval is above zero");
  if (samples.reduce((sum, v) => sum + Math.max(0, v / interval), 0) > MOST_SAMPLES)
    throw new RangeError("More than ten million requests would have been made meanwhile");
  const missing = samples.flatMap((v) =>
    Array.from({ length: Math.max(0, Math.floor(v / interval) - 1) }, (_, k) => v - (k + 1) * interval),
  );
  return [...samples, ...missing].sort((a, b) => a - b);
}

/** Count, mean and nearest-rank percentiles (type 1: a value that occurred), of at least one sample. */
export function latencySummary(samples: readonly number[]) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (p: number): number => quantile(sorted, p, 1);
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, v) => sum + v, 0) / sorted.length,
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p99: at(0.99),
    p99_99: at(0.9999),
  };
}
