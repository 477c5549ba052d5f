import type { Policy } from "../policy/policy.ts";
import { chanceOfReaching } from "./chance.ts";
import { lookConfidence } from "../statistics/looks.ts";
import type { PlannedLooks } from "../statistics/looks.ts";
import { drawApart, mixed } from "./sensitivity-draws.ts";
import { weightSpace } from "./sensitivity-space.ts";
import type { WeightSpace } from "./sensitivity-space.ts";
import { weightRanges } from "./sensitivity-weights.ts";
import type { Veto, WeightRange } from "./sensitivity-weights.ts";
import { verdict } from "./verdict.ts";
import type { IndicatorResult, Outcome, Probabilities, Verdict } from "./verdict-types.ts";

/** How firmly a verdict stands against other weights. Plain numbers, not rounded. */
export interface Sensitivity {
  readonly outcome: Outcome;
  /** P(score ≥ pass mark) of the lower run at the present weights: the verdict's own figures. */
  readonly reachesPassMark: Probabilities;
  /** Floors and unknowns that bar a pass whatever the criteria weigh. */
  readonly vetoes: readonly Veto[];
  readonly weights: readonly WeightRange[];
  /** Where a veto stands no weights accept; this is then the share in which the score alone would clear the mark. */
  readonly space: WeightSpace;
}

/**
 * How far weights must move to turn a verdict, and how much of the weight space accepts: worked out of the measured
 * indicators a verdict rests on, by its rules and on its own draws (the same seeds), so that it can be had again from a
 * recorded verdict at any time. Unknown indicators, and floors not cleared, bar a pass as they do in the verdict.
 */
export function sensitivity(
  indicators: readonly IndicatorResult[],
  policy: Pick<Policy, "criteria" | "passMark">,
  look: PlannedLooks,
): Sensitivity {
  const { outcome, criteria } = verdict(indicators, policy, look);
  const apart = drawApart(indicators, policy.criteria);
  const vetoes = [...vetoesOf("indicator", indicators), ...vetoesOf("criterion", criteria)];
  const { passMark } = policy;
  const confidence = lookConfidence(look);
  return {
    outcome,
    reachesPassMark: chanceOfReaching(passMark, mixed(apart)),
    vetoes,
    weights: weightRanges(apart, { passMark, confidence, vetoes, passing: outcome === "pass" }),
    space: weightSpace(
      apart,
      indicators.flatMap(({ evidence }) => evidence),
      { passMark, confidence },
    ),
  };
}

function vetoesOf(kind: Veto["kind"], results: Verdict["indicators"] | Verdict["criteria"]): Veto[] {
  return results.flatMap(({ id, state }) =>
    state === "straddles" || state === "beyond" || state === "unknown" ? [{ kind, id, state }] : [],
  );
}
