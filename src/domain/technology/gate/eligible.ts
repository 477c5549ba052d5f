import type { Reason } from "../../words/decision.ts";
import type { Gate, Policy } from "../../policy/policy.ts";
import { barredReasons } from "../../people/barred.ts";
import type { Facts, Staff } from "../state/facts.ts";
import { holdersIn } from "../../people/roster.ts";
import { findPerson, keptFromDeciding, neverDeciding, rolesOf } from "../state/people.ts";
import { quorumTier } from "../state/lower-tier.ts";
import { onceBeside, onceOnGround } from "../../words/once-beside.ts";
import { when } from "../../words/reasons.ts";
import type { Technology } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";

/** Approvers who could vote here, some only after a wait. A deputy adds no one: deputies hold the office's role, and each person votes once. */
export const eligibleApprovers = (t: Technology, { people }: Staff): readonly PersonId[] =>
  eligibleAmong(t, "here", people);

/** Of the same state and the same people the same list: each condition of a gate asks for it. */
const eligibleAmong = onceOnGround((t: Technology, _: "here", people: Staff["people"]): readonly PersonId[] => {
  const never = new Set(neverDeciding(t));
  return decidersIn(people).filter((id) => !never.has(id));
});

/** Whoever may use the role of an approver now; of the same people the same list. */
const decidersIn = onceBeside((people: Staff["people"]): readonly PersonId[] =>
  holdersIn(people, "approver")
    .map(({ id }) => id)
    .filter((id) => rolesOf({ people }, id).includes("approver")),
);

/**
 * Absolute, from the pinned policy: no recusal lowers it, nor does an assessment that lowers the tier before the quorum
 * of the higher one has decided.
 */
export const quorumOf = (gate: Gate, t: Technology, policy: Policy): number =>
  Math.max(policy.gates[gate].quorum[t.tier], policy.gates[gate].quorum[quorumTier(t)]);

/** Too few people are left to decide: another approver must be appointed, the number stands. */
export function quorumReasons(gate: Gate, t: Technology, policy: Policy, f: Staff): readonly Reason[] {
  const eligible = eligibleApprovers(t, f).length;
  const quorum = quorumOf(gate, t, policy);
  return when(eligible < quorum, "QuorumImpossible", undefined, { gate, eligible, quorum });
}

/**
 * Why a person may not vote, in their own name or for an office. A deputy is an approver too, and the separations that
 * bind the office bind its deputy.
 */
export function voterReasons(t: Technology, person: PersonId, office: PersonId | null, f: Facts): readonly Reason[] {
  const reasons = judgeReasons(t, person, f);
  if (office === null) return reasons;
  return [
    ...reasons,
    ...when(!isDeputyOf(person, office, f), "NotTheDeputy", "onBehalfOf", { office }),
    ...[...judgeReasons(t, office, f), ...barredReasons(f, office)].map((reason) => ({
      ...reason,
      field: "onBehalfOf",
    })),
  ];
}

/**
 * Why a person may not judge in their own name. Whoever is an approver only as somebody's deputy may not: with the office
 * they would be two who are one. Without the wait after a link to the password, which bars new acts and undoes none.
 */
export function judgeReasons(t: Technology, person: PersonId, f: Staff): readonly Reason[] {
  const own = keptFromDeciding(t, person, f);
  const lost = !rolesOf(f, person).includes("approver") && own.every(({ code }) => !isAbsence(code));
  return [...own, ...when(lost, "RoleMissing", undefined, { person, roles: ["approver"] })];
}

const isAbsence = (code: string): boolean => code === "RoleMissing" || code === "PersonDisabled";

export const isDeputyOf = (person: PersonId, office: PersonId, f: Staff): boolean =>
  findPerson(f, person)?.deputyFor.includes(office) ?? false;
