import type { Reason } from "../decision.ts";
import type { Gate, Policy } from "../policy/policy.ts";
import type { Facts } from "./facts.ts";
import { findPerson, mayDecide, rolesOf } from "./people.ts";
import { when } from "./reasons.ts";
import type { Technology } from "./state.ts";
import type { PersonId } from "./text.ts";

/** Approvers who could vote here now. A deputy adds no one: deputies hold the office's role, and each person votes once. */
export const eligibleApprovers = (t: Technology, f: Facts): readonly PersonId[] =>
  f.people
    .filter(({ id }) => rolesOf(f, id).includes("approver") && mayDecide(t, id, f).length === 0)
    .map(({ id }) => id);

/** Absolute, from the pinned policy: no recusal lowers it. */
export const quorumOf = (gate: Gate, t: Technology, policy: Policy): number => policy.gates[gate].quorum[t.tier];

/** Too few people are left to decide: another approver must be appointed, the number stands. */
export const quorumReasons = (gate: Gate, t: Technology, policy: Policy, f: Facts): readonly Reason[] => {
  const eligible = eligibleApprovers(t, f).length;
  const quorum = quorumOf(gate, t, policy);
  return when(eligible < quorum, "QuorumImpossible", undefined, { gate, eligible, quorum });
};

/**
 * Why the actor may not vote, in their own name or for an office. A deputy is an approver too, and the separations that
 * bind the office bind its deputy.
 */
export const voterReasons = (t: Technology, office: PersonId | null, f: Facts): readonly Reason[] => {
  const actor = f.actor.id;
  const own = mayDecide(t, actor, f);
  const lost = !rolesOf(f, actor).includes("approver") && !own.some(({ code }) => code === "RoleMissing");
  const reasons = [...own, ...when(lost, "RoleMissing", undefined, { person: actor, roles: ["approver"] })];
  if (office === null) return reasons;
  const isDeputy = findPerson(f, actor)?.deputyFor.includes(office) ?? false;
  return [
    ...reasons,
    ...when(!isDeputy, "NotTheDeputy", "onBehalfOf", { office }),
    ...mayDecide(t, office, f).map((reason) => ({ ...reason, field: "onBehalfOf" })),
  ];
};
