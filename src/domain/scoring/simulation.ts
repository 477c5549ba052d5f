import type { Criterion } from "../policy/policy.ts";
import { orderStatistics } from "../statistics/order-statistics.ts";
import { quantileOf } from "../statistics/quantiles.ts";
import { scoringVersion } from "./method-version.ts";
import { sampler } from "./sampler.ts";
import type { Curve, Sampler } from "./sampler.ts";
import { streamOf } from "./seed.ts";
import type { IndicatorResult } from "./verdict-types.ts";

export const DRAWS = 10_000;

/** Scores 0–100 of one run: simulated with independent indicators, and as a function of one uniform that moves all. */
export interface Run {
  readonly draws: Float64Array;
  /** Quantile p (0–1) of the draws. */
  readonly quantile: (p: number) => number;
  readonly correlated: (u: number) => number;
}

export interface Simulated {
  readonly lower: Run;
  /** The very same object where both runs agree. */
  readonly upper: Run;
}

export interface Simulation {
  readonly total: Simulated;
  /** By criterion key. */
  readonly criteria: ReadonlyMap<string, Simulated>;
}

/** One indicator within its criterion; the weights of a criterion's parts sum to 1. */
export interface Weighted extends Sampler {
  readonly id: string;
  readonly weight: number;
}

/**
 * Scores of every criterion and of the whole, N = 10,000, unknown indicators 0 in the lower and 100 in the upper run. Each
 * indicator has a random stream of its own. Inside the loop only + − × ÷ √: identical on every platform.
 */
export function simulate(
  indicators: readonly IndicatorResult[],
  criteria: readonly Pick<Criterion, "key" | "weight">[],
): Simulation {
  const evidence = indicators.flatMap((indicator) => indicator.evidence);
  const byCriterion = criteria.map(({ key }) => simulateCriterion(weightedParts(indicators, key), evidence));
  const weightSum = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const weights = criteria.map(({ weight }) => weight / weightSum);
  const [lower, upper] = [byCriterion.map((run) => run.lower), byCriterion.map((run) => run.upper)];
  const total = twoRuns(
    byCriterion.every((run) => run.lower === run.upper),
    () => weightedRun(lower, weights),
    () => weightedRun(upper, weights),
  );
  return { total, criteria: new Map(criteria.map(({ key }, i) => [key, byCriterion[i] ?? total])) };
}

/** The weight of an indicator that does not apply stays within its criterion: the others share it in proportion. */
export function weightedParts(indicators: readonly IndicatorResult[], criterion: string): Weighted[] {
  const applicable = indicators.filter(
    (indicator) => indicator.criterion === criterion && indicator.weight > 0 && indicator.state !== "not-applicable",
  );
  const sum = applicable.reduce((total, indicator) => total + indicator.weight, 0);
  // A criterion in which nothing applies is as unknown as one can be.
  if (sum === 0) return [{ id: criterion, weight: 1, lower: fixed(0), upper: fixed(100) }];
  return applicable.map((indicator) => ({ id: indicator.id, weight: indicator.weight / sum, ...sampler(indicator) }));
}

function fixed(value: number): Curve {
  return { drawn: () => value, exact: () => value };
}

function simulateCriterion(parts: readonly Weighted[], evidence: readonly string[]): Simulated {
  const [lower, upper] = [new Float64Array(DRAWS), new Float64Array(DRAWS)];
  for (const part of parts) addDraws(part, evidence, lower, upper);
  return twoRuns(
    parts.every((part) => part.lower === part.upper),
    () => runOf(lower, (u) => parts.reduce((sum, part) => sum + part.weight * part.lower.exact(u), 0)),
    () => runOf(upper, (u) => parts.reduce((sum, part) => sum + part.weight * part.upper.exact(u), 0)),
  );
}

/** What is asked of one run need not be asked of another that is the same. */
function twoRuns(agree: boolean, lower: () => Run, upper: () => Run): Simulated {
  const run = lower();
  return { lower: run, upper: agree ? run : upper() };
}

function runOf(draws: Float64Array, correlated: Run["correlated"]): Run {
  let ranked: ((rank: number) => number) | null = null;
  const quantile = (p: number): number => quantileOf(DRAWS, (ranked ??= orderStatistics(draws)), p);
  return { draws, quantile, correlated };
}

function addDraws(part: Weighted, evidence: readonly string[], lower: Float64Array, upper: Float64Array): void {
  const random = streamOf(evidence, scoringVersion, part.id);
  const { weight } = part;
  const runsAgree = part.lower === part.upper;
  for (let i = 0; i < DRAWS; i++) {
    const u = random.uniform();
    const low = weight * part.lower.drawn(u);
    lower[i] = (lower[i] ?? 0) + low;
    upper[i] = (upper[i] ?? 0) + (runsAgree ? low : weight * part.upper.drawn(u));
  }
}

function weightedRun(runs: readonly Run[], weights: readonly number[]): Run {
  const draws = new Float64Array(DRAWS);
  runs.forEach((run, k) => {
    const weight = weights[k] ?? 0;
    for (let i = 0; i < DRAWS; i++) draws[i] = (draws[i] ?? 0) + weight * (run.draws[i] ?? 0);
  });
  return runOf(draws, (u) => runs.reduce((sum, run, k) => sum + (weights[k] ?? 0) * run.correlated(u), 0));
}
