import { onPolicy } from "../../application/on-policy.ts";
import { defaultPolicy, plainPolicy } from "../../domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../domain/policy/default/gates.ts";
import type { MoreAsked } from "../../domain/policy/default/gates.ts";
import type { ClockRules } from "../../domain/policy/safeguards/clocks.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { administer } from "./enter.ts";
import type { CityEvent } from "./enter.ts";

const small: readonly Tier[] = ["II", "III", "IV"];
const large: readonly Tier[] = ["III", "IV"];

/** What the city's gates ask for beside what they asked before, of the tiers named. */
const asked: MoreAsked = {
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

/** The register of risks comes with its numbers, and is looked at before a rollout. */
const askedWithRisks: MoreAsked = {
  ...asked,
  rollout: [...asked.rollout, ["risk", small], ["risk-accepted", small]],
  adoption: [["risk-accepted", small]],
};

/** The city takes the safeguards on: what is planned from then on is asked for them, what runs keeps its rules. */
const safeguardedPolicy: Policy = { ...plainPolicy, version: 2, gates: gatesAsking(asked) };

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

/**
 * The terms once something went wrong come later, and the risks and the numbers of the other later rules with them: nobody is
 * asked to have kept them before.
 */
const policyWithTerms: Policy = {
  ...safeguardedPolicy,
  version: 3,
  gates: gatesAsking(askedWithRisks),
  safeguards: { ...defaultPolicy.safeguards, clocks: graveAlone },
};

/** Gates ask for what the numbers of the version before are about, once departments have had a fortnight to read them. */
const policyOfPeople: Policy = {
  ...policyWithTerms,
  version: 4,
  gates: gatesAsking({
    ...askedWithRisks,
    completion: [...asked.completion, ["security-baseline", large], ["response-plan", large]],
    rollout: [
      ...askedWithRisks.rollout,
      ["costs-reported", large],
      ["security-baseline", small],
      ["response-plan", small],
      ["assisted-groups", small],
      ["training", small],
      ["channels-kept", small],
    ],
    adoption: [
      ...askedWithRisks.adoption,
      ["costs-reported", large],
      ["security-baseline", large],
      ["response-plan", large],
      ["training", small],
      ["channels-kept", small],
    ],
  }),
};

/** On the day before the plan of the check of building models is locked. */
export const takesPeopleOn: CityEvent = {
  daysAgo: 42,
  enter: (desk) => administer(desk, onPolicy({ type: "PublishPolicy", policy: policyOfPeople }), "policy version 4"),
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
