import type { GuardAssessment, GuardLimit } from "../technology/events.ts";
import type { MeasureContext, Yardstick } from "./found.ts";
import { measure, stateOf } from "./measure-indicators.ts";
import { rounded } from "./rounded.ts";

/**
 * A wave's guard limit on fresh evidence (give only the wave's pieces): breached where the upper bound lies under the
 * limit, within where the lower bound clears it, both one-sided at the policy's confidence, else too few. For
 * smaller-is-better the bounds swap. An indicator that the policy has not, or that is unknown, is too few.
 */
export function assessGuard(guard: GuardLimit, context: MeasureContext): Omit<GuardAssessment, "wave"> {
  const head = { indicator: guard.indicator, limit: guard.limit };
  const nothing = { ...head, state: "too-few", estimate: null, lower: null, upper: null, evidence: [] } as const;
  const indicator = context.policy.criteria.flatMap((one) => one.indicators).find(({ key }) => key === guard.indicator);
  if (indicator === undefined) return nothing;
  const { confidence } = context.policy;
  const { better } = indicator;
  const yardstick: Yardstick = {
    better,
    floor: guard.limit,
    minimum: guard.minimumSample,
    confidence,
    failConfidence: confidence,
  };
  const found = measure(indicator, context, yardstick);
  const evidence = [...new Set(found.evidence.map(({ digest }) => digest))].sort();
  if (found.kind === "unknown") return { ...nothing, evidence };
  const { estimate, lower, upper } = found.observed;
  const states = { beyond: "breached", cleared: "within" } as const;
  const state = stateOf(found, yardstick);
  return rounded({
    ...head,
    state: state === "beyond" || state === "cleared" ? states[state] : "too-few",
    estimate,
    lower: lower(confidence) ?? null,
    upper: upper(confidence) ?? null,
    evidence,
  });
}
