import { simulationDistance, surelyAtLeast, surelyAtMost } from "./chance.ts";
import type { ErrorLimits } from "./criterion-results.ts";
import { DRAWS } from "./simulation.ts";
import type { CriterionResult, IndicatorResult, Probabilities, VerdictReason } from "./verdict-types.ts";

export interface VerdictParts {
  readonly indicators: readonly IndicatorResult[];
  readonly criteria: readonly CriterionResult[];
  readonly reachesPassMark: { readonly lower: Probabilities; readonly upper: Probabilities };
}

/** Every reason to fail; one is enough. */
export function failReasons(
  { indicators, criteria, reachesPassMark }: VerdictParts,
  limits: ErrorLimits,
): VerdictReason[] {
  const { upper } = reachesPassMark;
  const limit = 1 - limits.confidence;
  const score: VerdictReason[] = surelyAtMost(limit, upper, DRAWS)
    ? [{ code: "score-too-low", probability: Math.max(upper.independent, upper.correlated), limit }]
    : [];
  return [
    ...score,
    ...indicators.flatMap(beyondFloor),
    ...criteria.flatMap((criterion) => criterionBeyond(criterion, limits)),
  ];
}

function beyondFloor({ id, state, failBound, floor }: IndicatorResult): VerdictReason[] {
  if (state !== "beyond" || failBound === undefined || floor === undefined) return [];
  return [{ code: "indicator-beyond-floor", indicator: id, bound: failBound, floor }];
}

function criterionBeyond({ id, state, reachesFloor }: CriterionResult, { failRisk }: ErrorLimits): VerdictReason[] {
  if (state !== "beyond" || reachesFloor === undefined) return [];
  const probability = Math.max(reachesFloor.upper.independent, reachesFloor.upper.correlated);
  return [{ code: "criterion-beyond-floor", criterion: id, probability, limit: failRisk }];
}

/** Everything that stands between the evidence and a pass; none is a pass. */
export function openReasons(
  { indicators, criteria, reachesPassMark }: VerdictParts,
  limits: ErrorLimits,
): VerdictReason[] {
  return [
    ...indicators.flatMap(openIndicator),
    ...criteria.flatMap((criterion) => openCriterion(criterion, limits)),
    ...openScore(reachesPassMark.lower, limits.confidence),
  ];
}

function openIndicator({ id, state, measured, better, floor }: IndicatorResult): VerdictReason[] {
  if (state === "unknown") return [{ code: "indicator-unknown", indicator: id }];
  if (state !== "straddles" || floor === undefined) return [];
  const bound = better === "higher" ? measured?.lower : measured?.upper;
  return [{ code: "indicator-straddles", indicator: id, floor, ...(bound === undefined ? {} : { bound }) }];
}

function openCriterion({ id, state, reachesFloor }: CriterionResult, { confidence }: ErrorLimits): VerdictReason[] {
  if (state === "unknown") return [{ code: "criterion-unknown", criterion: id }];
  if (state !== "straddles" || reachesFloor === undefined) return [];
  const probability = Math.min(reachesFloor.lower.independent, reachesFloor.lower.correlated);
  return [{ code: "criterion-straddles", criterion: id, probability, limit: confidence }];
}

function openScore(chance: Probabilities, limit: number): VerdictReason[] {
  if (surelyAtLeast(limit, chance, DRAWS)) return [];
  const probability = Math.min(chance.independent, chance.correlated);
  if (probability < limit) return [{ code: "score-uncertain", probability, limit }];
  return [{ code: "score-near-limit", probability, limit, distance: simulationDistance(limit, DRAWS) }];
}
