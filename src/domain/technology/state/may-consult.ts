import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { PersonId } from "../../words/text.ts";
import type { Staff } from "./facts.ts";
import { findPerson, isAuthor, mayAuthor, rolesOf } from "./people.ts";
import type { Technology } from "./technology.ts";

/**
 * Why a person may not run the consultations of a technology; empty where they may: planners who wrote of it or are of its
 * department. Who judges it, or once did, answers nobody's objections to it, and who answers them never judges it.
 */
export function mayConsult(t: Technology, person: PersonId, f: Staff): readonly Reason[] {
  const ours = isAuthor(t, person) || findPerson(f, person)?.department === t.proposal.department;
  return [
    ...when(!ours || !rolesOf(f, person).includes("planner"), "ConsultationNotForYou", undefined, { person }),
    ...mayAuthor(t, person),
  ];
}
