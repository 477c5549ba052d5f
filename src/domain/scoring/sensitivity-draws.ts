import type { Criterion } from "../policy/policy.ts";
import { scoringVersion } from "./method-version.ts";
import { streamOf } from "./seed.ts";
import { DRAWS, weightedParts } from "./simulation.ts";
import type { Weighted } from "./simulation.ts";
import type { IndicatorResult } from "./verdict-types.ts";

/** One thing that has a weight, with the scores it was drawn at, 0–100, before any weight. */
export interface Drawn {
  readonly id: string;
  /** Its share of the whole it belongs to, 0–1. */
  readonly weight: number;
  readonly draws: Float64Array;
  /** The score at a uniform that moves all indicators. */
  readonly correlated: (u: number) => number;
}

export interface DrawnCriterion extends Drawn {
  readonly floor: number;
  readonly parts: readonly Drawn[];
}

/**
 * The draws behind a verdict's lower run, kept apart by indicator and criterion: a sum with other weights is another
 * verdict's score without a new simulation. With the present weights the sums are the verdict's own, bit for bit.
 */
export function drawApart(
  indicators: readonly IndicatorResult[],
  criteria: readonly Pick<Criterion, "key" | "weight" | "floor">[],
): readonly DrawnCriterion[] {
  const evidence = indicators.flatMap((indicator) => indicator.evidence);
  const weightSum = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return criteria.map(({ key, weight, floor }) => {
    const parts = weightedParts(indicators, key).map((part) => drawnPart(part, evidence));
    return { id: key, weight: weight / weightSum, floor, parts, ...mixed(parts) };
  });
}

function drawnPart({ id, weight, lower }: Weighted, evidence: readonly string[]): Drawn {
  const random = streamOf(evidence, scoringVersion, id);
  const draws = new Float64Array(DRAWS);
  for (let i = 0; i < DRAWS; i++) draws[i] = lower.drawn(random.uniform());
  return { id, weight, draws, correlated: lower.exact };
}

/** The weighted sum of several, in their order: the arithmetic of the simulation, so that its bits come out. */
export function mixed(
  parts: readonly Drawn[],
  weights: readonly number[] = parts.map(({ weight }) => weight),
): Pick<Drawn, "draws" | "correlated"> {
  const draws = new Float64Array(DRAWS);
  parts.forEach((part, k) => {
    const weight = weights[k] ?? 0;
    for (let i = 0; i < DRAWS; i++) draws[i] = (draws[i] ?? 0) + weight * (part.draws[i] ?? 0);
  });
  return { draws, correlated: (u) => parts.reduce((sum, part, k) => sum + (weights[k] ?? 0) * part.correlated(u), 0) };
}
