/** One step of a load test at a fixed concurrency. */
export interface SloStep {
  readonly n: number;
  /** Requests a second. */
  readonly tput: number;
  /** Latency at the level's percentile, ms. */
  readonly p95: number;
  /** Failed share 0–1; absent: the tool reports none. */
  readonly errorRate?: number;
}

/**
 * Throughput at the service level: the highest *measured* step at which it and every step of lower concurrency pass,
 * errors counted; 0 where the lowest misses. No extrapolation. Returns the index into the steps sorted by concurrency,
 * −1 for none, and whether the highest tested step passed (then the capacity has no upper bound).
 */
export function lastPassingStep<Step extends { readonly concurrency: number }>(
  steps: readonly Step[],
  passes: (step: Step) => boolean,
): { readonly step: Step | undefined; readonly highestPassed: boolean } {
  const sorted = steps.toSorted((a, b) => a.concurrency - b.concurrency);
  const firstMiss = sorted.findIndex((step) => !passes(step));
  const last = firstMiss === -1 ? sorted.length - 1 : firstMiss - 1;
  return { step: sorted[last], highestPassed: firstMiss === -1 && sorted.length > 0 };
}

/** The published form: a percentile limit, a largest error share, and the headroom over the required peak. */
export function throughputAtSlo(
  steps: readonly SloStep[],
  p95Limit: number,
  errorRateMax: number,
  requiredPeak: number,
) {
  const { step } = lastPassingStep(
    steps.map((s) => ({ ...s, concurrency: s.n })),
    (s) => s.p95 <= p95Limit && (s.errorRate ?? 0) <= errorRateMax,
  );
  const tput = step?.tput ?? 0;
  return { tputAtSlo: tput, headroomRatio: tput / requiredPeak, testedMax: Math.max(...steps.map((s) => s.n)) };
}
