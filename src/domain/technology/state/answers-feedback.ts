import type { PersonId } from "../../words/text.ts";
import type { Staff } from "./facts.ts";
import { findPerson, isAuthor, rolesOf } from "./people.ts";
import type { Technology } from "./technology.ts";

/**
 * Whether somebody answers for a technology: planners and evaluators of its department, and planners who wrote of it. They
 * read how a writer is reached too; everybody else whom the technology concerns reads the messages alone.
 */
export function answersFeedback(t: Technology, person: PersonId, f: Staff): boolean {
  const roles = rolesOf(f, person);
  if (roles.includes("planner") && isAuthor(t, person)) return true;
  const ours = findPerson(f, person)?.department === t.proposal.department;
  return ours && (roles.includes("planner") || roles.includes("evaluator"));
}
