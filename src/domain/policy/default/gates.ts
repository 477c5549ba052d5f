import { knownCondition } from "../conditions.ts";
import type { ConditionRule, Gate, GateRules } from "../policy.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";

/** Small things stay light: tiers I and II are admitted, completed and adopted by one approver, never rolled out by one. */
const few: GateRules["quorum"] = { I: 1, II: 1, III: 2, IV: 2 };

const fromTwo: readonly Tier[] = ["II", "III", "IV"];
const fromThree: readonly Tier[] = ["III", "IV"];
const gravest: readonly Tier[] = ["IV"];

/** What gates ask beside the safeguards: a body may begin with these and take the others on in a later version. */
export const plainGates: { readonly [G in Gate]: GateRules } = {
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

/** Conditions that gates ask for beside the plain ones, each with its tiers. */
export type MoreAsked = { readonly [G in Gate]: readonly (readonly [key: string, tiers: readonly Tier[]])[] };

/** Safeguards asked for at each gate, of the tiers named: small things stay light. */
const safeguards: MoreAsked = {
  admission: [
    ["impact-assessment", tiers],
    ["personal-impact", fromTwo],
  ],
  completion: [
    ["lower-tier-confirmed", tiers],
    ["incident-clocks", tiers],
    ["data-record", fromTwo],
    ["risk", fromTwo],
  ],
  rollout: [
    ["lower-tier-confirmed", tiers],
    ["incident-clocks", tiers],
    ["feedback-answered", tiers],
    ["impact-assessment", fromTwo],
    ["personal-impact", fromTwo],
    ["data-record", fromTwo],
    ["algorithm-dossier", fromTwo],
    ["supplier-ties", fromThree],
    ["independent-audit", fromThree],
    ["bias", fromThree],
    ["interfaces", fromThree],
    ["conformance", fromThree],
    ["risk", fromTwo],
    ["risk-accepted", fromTwo],
    ["committee-opinion", fromThree],
    ["consultation", gravest],
    ["needs-covered", fromThree],
    ["costs-reported", fromThree],
    ["security-baseline", fromTwo],
    ["response-plan", fromTwo],
    ["assisted-groups", fromTwo],
    ["training", fromTwo],
    ["channels-kept", fromTwo],
  ],
  adoption: [
    ["lower-tier-confirmed", tiers],
    ["incident-clocks", tiers],
    ["feedback-answered", tiers],
    ["data-record", fromTwo],
    ["algorithm-dossier", fromTwo],
    ["independent-audit", fromThree],
    ["interfaces", fromThree],
    ["conformance", fromThree],
    ["risk-accepted", fromTwo],
    ["costs-reported", fromThree],
    ["security-baseline", fromTwo],
    ["response-plan", fromTwo],
    ["training", fromTwo],
    ["channels-kept", fromTwo],
  ],
};

export const defaultGates = gatesAsking(safeguards);

/** The plain gates, with more asked for after what they ask for themselves. */
export function gatesAsking(more: MoreAsked): { readonly [G in Gate]: GateRules } {
  return {
    admission: asking("admission", more),
    completion: asking("completion", more),
    rollout: asking("rollout", more),
    adoption: asking("adoption", more),
  };
}

function asking(gate: Gate, more: MoreAsked): GateRules {
  const { conditions, quorum } = plainGates[gate];
  const added = more[gate].flatMap(([key, ofTiers]) =>
    // What is asked of all of them names none.
    rules(gate, [key]).map((rule) => (ofTiers === tiers ? rule : { ...rule, tiers: ofTiers })),
  );
  return { quorum, conditions: [...conditions, ...added] };
}

/** In the order of a gate's page; what may be waived or deferred is as the condition itself begins. */
function rules(gate: Gate, keys: readonly string[]): readonly ConditionRule[] {
  return keys.map((key) => {
    const condition = knownCondition(gate, key);
    if (condition === undefined) throw new Error(`No condition of the gate ${gate} is called ${key}`);
    return { key, waivable: condition.waivable, deferrable: condition.deferrable };
  });
}
