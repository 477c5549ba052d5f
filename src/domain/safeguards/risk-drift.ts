import type { Policy } from "../policy/policy.ts";
import type { ConditionResult } from "../technology/state/condition-result.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Json, JsonObject } from "../words/json.ts";
import type { Day } from "../words/text.ts";
import { isAnswered } from "./risk-acceptance.ts";
import { risksOf } from "./risk-register.ts";
import { isStep, rankOf } from "./risk-residual.ts";

/** What became of one risk that a decision was told of, and what it is now. */
export interface RiskDrift {
  readonly kind: "risk-raised" | "risk-unanswered";
  readonly item: string;
  readonly is: string;
}

/**
 * Risks of which more is left than the decision was told, or for which nobody answers any longer: whether somebody edited
 * the risk or ended the acceptance, or evidence or the day only ran out. One that is new since was in nobody's mind.
 */
export function riskDriftOf(
  condition: ConditionResult,
  t: Technology,
  policy: Policy,
  today: Day,
): readonly RiskDrift[] {
  if (condition.key !== "risk-accepted" || condition.status !== "met") return [];
  const levels = condition.reason.params["levels"] ?? null;
  return risksOf(t, policy, today).flatMap((risk): readonly RiskDrift[] => {
    const { item, residual, digest } = risk;
    const then = levelThen(levels, item);
    if (then === null) return [];
    const { level } = residual.rating;
    if (rankOf(level) > rankOf(then)) return [{ kind: "risk-raised", item, is: level }];
    return isAnswered(risk, t, today) ? [] : [{ kind: "risk-unanswered", item, is: digest }];
  });
}

function levelThen(levels: Json, item: string) {
  if (typeof levels !== "object" || levels === null || Array.isArray(levels)) return null;
  const level = (levels as JsonObject)[item];
  return isStep(level) ? level : null;
}
