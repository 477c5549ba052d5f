import type { Decision } from "../decision.ts";
import type { TechnologyCommand } from "./commands.ts";
import type { TechnologyEvent } from "./events.ts";
import type { Facts } from "./facts.ts";
import { rolesOf } from "./people.ts";
import { unless, when } from "./reasons.ts";
import type { Technology } from "./state.ts";
import { required } from "./texts.ts";

type RecuseApprover = Extract<TechnologyCommand, { type: "RecuseApprover" }>;

/** Steps back for good, here only; a vote already given goes with it, the quorum stays. */
export const recuseApprover = (t: Technology, c: RecuseApprover, f: Facts): Decision<TechnologyEvent> => {
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
};
