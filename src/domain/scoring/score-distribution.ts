import { lowerBound, mean } from "./criterion-results.ts";
import type { Run } from "./simulation.ts";
import type { ScoreDistribution, ScoreNeeded } from "./verdict-types.ts";

const BINS = 41;

/** The simulated score for the chart: mean, 5, 50 and 95 %, and 41 bins over 99.8 % of it. */
export function scoreDistribution(run: Run): ScoreDistribution {
  const { draws } = run;
  const [p05, p50, p95] = [run.quantile(0.05), run.quantile(0.5), run.quantile(0.95)];
  // One odd draw in a thousand would stretch the axis: the end bins take what lies outside.
  const from = Math.max(0, Math.floor(run.quantile(0.001)) - 1);
  const to = Math.min(100, Math.ceil(run.quantile(0.999)) + 1);
  const counts = new Array<number>(BINS).fill(0);
  for (const score of draws) {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(((score - from) / (to - from)) * BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { mean: mean(draws), p05, p50, p95, histogram: { from, to, shares: counts.map((n) => n / draws.length) } };
}

/**
 * What would settle a score that may lie on either side of the pass mark: its spread shrinks with the square root of the
 * evidence, so (distance of the bound / distance of the mark)² times as much, if the estimates stay what they are.
 */
export function scoreNeeded(run: Run, passMark: number, confidence: number): ScoreNeeded {
  const median = run.quantile(0.5);
  if (median <= passMark) return { kind: "better-score", atScore: median, passMark };
  const factor = ((median - lowerBound(run, confidence)) / (median - passMark)) ** 2;
  // Never "no more evidence": the score is open, if only by the simulation's own error.
  return { kind: "times-evidence", factor: Math.max(1.1, Math.ceil(factor * 10) / 10), atScore: median };
}
