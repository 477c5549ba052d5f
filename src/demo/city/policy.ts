import { onPolicy } from "../../application/on-policy.ts";
import { plainPolicy } from "../../domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../domain/policy/default/gates.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

const small: readonly Tier[] = ["II", "III", "IV"];
const large: readonly Tier[] = ["III", "IV"];

/** What the city's gates ask for beside what they asked before, of the tiers named. */
const gates = gatesAsking({
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
});

/** The city takes the safeguards on: what is planned from then on is asked for them, what runs keeps its rules. */
const safeguardedPolicy: Policy = { ...plainPolicy, version: 2, gates };

/** On the day before the first pilot that is asked for them. */
export const takesSafeguardsOn: CityEvent = {
  daysAgo: 79,
  enter: (desk) => administer(desk, onPolicy({ type: "PublishPolicy", policy: safeguardedPolicy }), "policy version 2"),
};
