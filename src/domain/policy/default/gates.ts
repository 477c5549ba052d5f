import { knownCondition } from "../conditions.ts";
import type { ConditionRule, Gate, GateRules } from "../policy.ts";

/** Small things stay light: tiers I and II are admitted, completed and adopted by one approver, never rolled out by one. */
const few: GateRules["quorum"] = { I: 1, II: 1, III: 2, IV: 2 };

export const defaultGates: { readonly [G in Gate]: GateRules } = {
  admission: {
    quorum: few,
    conditions: rules("admission", [
      "need-stated",
      "demand-stated",
      "sponsor-named",
      "cost-stated",
      "tier-stated",
      "similar-considered",
      "data-class-declared",
      "personal-information-declared",
    ]),
  },
  completion: {
    quorum: few,
    conditions: rules("completion", [
      "pilot-length-run",
      "plan-evidence-complete",
      "evidence-fresh",
      "incidents-closed",
      "amendments-explained",
    ]),
  },
  rollout: {
    quorum: { I: 2, II: 2, III: 3, IV: 3 },
    conditions: rules("rollout", [
      "verdict-of-evidence",
      "scores-revealed",
      "moderation-finished",
      "evaluators-enough",
      "rater-agreement",
      "incidents-closed",
      "evidence-fresh",
      "rollback-planned",
      "rollout-planned",
      "cost-stated",
    ]),
  },
  adoption: {
    quorum: few,
    conditions: rules("adoption", [
      "waves-complete",
      "guards-within",
      "approval-conditions-fulfilled",
      "incidents-closed",
      "no-hold",
    ]),
  },
};

/** In the order of a gate's page; what may be waived or deferred is as the condition itself begins. */
function rules(gate: Gate, keys: readonly string[]): readonly ConditionRule[] {
  return keys.map((key) => {
    const condition = knownCondition(gate, key);
    if (condition === undefined) throw new Error(`No condition of the gate ${gate} is called ${key}`);
    return { key, waivable: condition.waivable, deferrable: condition.deferrable };
  });
}
