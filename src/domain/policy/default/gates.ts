import type { ConditionRule, Gate, GateRules } from "../policy.ts";

/** Small things stay light: tiers I and II are admitted, completed and adopted by one approver, never rolled out by one. */
const few: GateRules["quorum"] = { I: 1, II: 1, III: 2, IV: 2 };

export const defaultGates: { readonly [G in Gate]: GateRules } = {
  admission: {
    quorum: few,
    conditions: [
      firm("need-stated"),
      deferrable("demand-stated"),
      firm("sponsor-named"),
      negotiable("cost-stated"),
      waivable("tier-stated"),
      waivable("similar-considered"),
      firm("data-class-declared"),
      firm("personal-information-declared"),
    ],
  },
  completion: {
    quorum: few,
    conditions: [
      waivable("pilot-length-run"),
      waivable("plan-evidence-complete"),
      waivable("evidence-fresh"),
      negotiable("incidents-closed"),
      firm("amendments-explained"),
    ],
  },
  rollout: {
    quorum: { I: 2, II: 2, III: 3, IV: 3 },
    conditions: [
      firm("verdict-of-evidence"),
      firm("scores-revealed"),
      firm("moderation-finished"),
      firm("evaluators-enough"),
      negotiable("rater-agreement"),
      negotiable("incidents-closed"),
      waivable("evidence-fresh"),
      firm("rollback-planned"),
      deferrable("rollout-planned"),
      negotiable("cost-stated"),
    ],
  },
  adoption: {
    quorum: few,
    conditions: [
      firm("waves-complete"),
      waivable("guards-within"),
      firm("approval-conditions-fulfilled"),
      negotiable("incidents-closed"),
      firm("no-hold"),
    ],
  },
};

function firm(key: string): ConditionRule {
  return { key, waivable: false, deferrable: false };
}

function waivable(key: string): ConditionRule {
  return { key, waivable: true, deferrable: false };
}

function deferrable(key: string): ConditionRule {
  return { key, waivable: false, deferrable: true };
}

function negotiable(key: string): ConditionRule {
  return { key, waivable: true, deferrable: true };
}
