import type { Decision } from "../../words/decision.ts";
import type { Facts } from "../state/facts.ts";
import { rolesOf } from "../state/people.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type RecuseApprover = Extract<TechnologyCommand, { type: "RecuseApprover" }>;

/** Steps back for good, here only; a vote already given goes with it, the quorum stays. */
export function recuseApprover(t: Technology, c: RecuseApprover, f: Facts): Decision<TechnologyEvent> {
  const person = f.actor.id;
  const reasons = [
    ...when(!rolesOf(f, person).includes("approver"), "RoleMissing", undefined, { person, roles: ["approver"] }),
    ...when(t.recused.includes(person), "AlreadyRecused", undefined, { person }),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [
    { type: "InterestDeclared", schema: 1, payload: { person, conflict: true, text: c.text } },
    { type: "PersonRecused", schema: 1, payload: { person, as: "approver" } },
  ]);
}
