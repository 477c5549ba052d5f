import { onPolicy } from "../../application/on-policy.ts";
import { knownCondition } from "../../domain/policy/conditions.ts";
import { plainPolicy } from "../../domain/policy/default/default-policy.ts";
import type { ConditionRule, Gate, Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

const small: readonly Tier[] = ["II", "III", "IV"];
const large: readonly Tier[] = ["III", "IV"];

/** What the city's gates ask for beside what they asked before, of the tiers named. */
const asked: { readonly [G in Gate]: readonly (readonly [key: string, tiers: readonly Tier[]])[] } = {
  admission: [["personal-impact", small]],
  completion: [["personal-impact", small]],
  rollout: [
    ["personal-impact", small],
    ["impact-assessment", large],
    ["data-record", large],
    ["interfaces", large],
    ["conformance", large],
    ["algorithm-dossier", large],
    ["supplier-ties", large],
    ["independent-audit", large],
    ["bias", large],
    ["committee-opinion", large],
  ],
  adoption: [],
};

/** The city takes the safeguards on: what is planned from then on is asked for them, what runs keeps its rules. */
export const safeguardedPolicy: Policy = {
  ...plainPolicy,
  version: 2,
  gates: {
    admission: withMore("admission"),
    completion: withMore("completion"),
    rollout: withMore("rollout"),
    adoption: withMore("adoption"),
  },
};

/** On the day before the first pilot that is asked for them. */
export const takesSafeguardsOn: CityEvent = {
  daysAgo: 79,
  enter: (desk) => administer(desk, onPolicy({ type: "PublishPolicy", policy: safeguardedPolicy }), "policy version 2"),
};

function withMore(gate: Gate): Policy["gates"][Gate] {
  const { conditions, quorum } = plainPolicy.gates[gate];
  return { quorum, conditions: [...conditions, ...asked[gate].map(([key, tiers]) => ruleOf(gate, key, tiers))] };
}

function ruleOf(gate: Gate, key: string, tiers: readonly Tier[]): ConditionRule {
  const known = knownCondition(gate, key);
  if (known === undefined) throw new Error(`No condition of the gate ${gate} is called ${key}`);
  return { key, waivable: known.waivable, deferrable: known.deferrable, tiers };
}
