import { onPolicy } from "../../application/on-policy.ts";
import { defaultPolicy, plainPolicy } from "../../domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../domain/policy/default/gates.ts";
import type { ClockRules } from "../../domain/policy/safeguards/clocks.ts";
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

const { clocks } = defaultPolicy.safeguards;

/** The city begins with what is grave: severities 1 and 2. */
const graveAlone: ClockRules = {
  ...clocks,
  reviewFrom: 2,
  duties: clocks.duties.map((duty) => ({
    ...duty,
    within: {
      infrastructure: { ...duty.within.infrastructure, 3: null },
      "state-organ": { ...duty.within["state-organ"], 3: null },
      other: { ...duty.within.other, 3: null },
    },
  })),
};

/** The terms once something went wrong come later: nobody is asked to have kept them before. */
const policyWithTerms: Policy = {
  ...safeguardedPolicy,
  version: 3,
  safeguards: { ...safeguardedPolicy.safeguards, clocks: graveAlone },
};

/** On the day before the hotline's plan is locked. */
export const takesTermsOn: CityEvent = {
  daysAgo: 59,
  enter: (desk) => administer(desk, onPolicy({ type: "PublishPolicy", policy: policyWithTerms }), "policy version 3"),
};

/** On the day before the first pilot that is asked for them. */
export const takesSafeguardsOn: CityEvent = {
  daysAgo: 79,
  enter: (desk) => administer(desk, onPolicy({ type: "PublishPolicy", policy: safeguardedPolicy }), "policy version 2"),
};
