import type { Gate } from "./policy.ts";

type KeysByGate = { readonly [G in Gate]: readonly string[] };

/** What each gate may ask for; src/domain/gates has a file for each. */
export const knownConditions: KeysByGate = {
  admission: [
    "need-stated",
    "demand-stated",
    "sponsor-named",
    "cost-stated",
    "tier-stated",
    "similar-considered",
    "data-class-declared",
    "personal-information-declared",
  ],
  completion: [
    "pilot-length-run",
    "plan-evidence-complete",
    "evidence-fresh",
    "incidents-closed",
    "amendments-explained",
  ],
  rollout: [
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
  ],
  adoption: ["waves-complete", "guards-within", "approval-conditions-fulfilled", "incidents-closed", "no-hold"],
};

/** No policy can leave these out, waive or defer them: without them the gate would not decide on evidence. */
export const neverWaived: KeysByGate = {
  admission: [],
  completion: [],
  rollout: ["verdict-of-evidence", "scores-revealed", "evaluators-enough"],
  adoption: ["waves-complete", "no-hold"],
};
