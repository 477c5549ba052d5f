import type { Criterion } from "../policy/policy.ts";
import { chancesOfReaching, surelyAtLeast, surelyAtMost } from "./chance.ts";
import { DRAWS } from "./simulation.ts";
import type { Run, Simulated, Simulation } from "./simulation.ts";
import type { CriterionResult, IndicatorResult, IndicatorState } from "./verdict-types.ts";
import { isWhole } from "./is-whole.ts";

/** What the criteria are held against: c′ to clear a floor, (1−c′)/m to miss it for good. */
export interface ErrorLimits {
  readonly confidence: number;
  readonly failRisk: number;
}

/**
 * Each criterion's score and its floor: cleared where P(criterion ≥ floor) ≥ c′ in the lower run, beyond where it is
 * ≤ (1−c′)/m in the upper run, both under either correlation; unknown where an indicator of it is.
 */
export function criterionResults(
  criteria: readonly Criterion[],
  indicators: readonly IndicatorResult[],
  simulation: Simulation,
  limits: ErrorLimits,
): CriterionResult[] {
  return criteria.map((criterion) => {
    const simulated = simulation.criteria.get(criterion.key) ?? simulation.total;
    const own = indicators.filter((indicator) => indicator.criterion === criterion.key && isWhole(indicator));
    const applicable = own.filter((indicator) => indicator.state !== "not-applicable");
    const measured = applicable.filter((indicator) => indicator.state !== "unknown");
    const reachesFloor = chancesOfReaching(criterion.floor, simulated);
    const complete = applicable.length > 0 && measured.length === applicable.length;
    return {
      id: criterion.key,
      weight: criterion.weight,
      floor: criterion.floor,
      state: stateOf(reachesFloor, complete, limits),
      score: scoreBounds(simulated, limits.confidence),
      reachesFloor,
      measuredIndicators: measured.length,
      applicableIndicators: applicable.length,
    };
  });
}

function stateOf(
  { lower, upper }: NonNullable<CriterionResult["reachesFloor"]>,
  complete: boolean,
  { confidence, failRisk }: ErrorLimits,
): IndicatorState {
  if (surelyAtMost(failRisk, upper, DRAWS)) return "beyond";
  if (!complete) return "unknown";
  return surelyAtLeast(confidence, lower, DRAWS) ? "cleared" : "straddles";
}

function scoreBounds({ lower, upper }: Simulated, confidence: number): CriterionResult["score"] {
  return {
    mean: mean(lower.draws),
    lower: lowerBound(lower, confidence),
    upper: Math.max(upper.quantile(confidence), upper.correlated(confidence)),
  };
}

/** The score that is reached with probability c′ under the worse correlation. */
export function lowerBound(run: Run, confidence: number): number {
  return Math.min(run.quantile(1 - confidence), run.correlated(1 - confidence));
}

/** Mean of the draws. */
export function mean(draws: Float64Array): number {
  return draws.reduce((sum, x) => sum + x, 0) / draws.length;
}
