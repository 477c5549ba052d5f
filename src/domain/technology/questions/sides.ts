import type { PersonId } from "../../words/text.ts";
import { evaluatorOf, isActive, notAssigned } from "../state/evaluators.ts";
import type { Staff } from "../state/facts.ts";
import { isAuthor, keptFromDeciding } from "../state/people.ts";
import type { Question, Side } from "../state/questions.ts";
import type { Technology } from "../state/technology.ts";

/** Whether a person speaks for a side, here and now. */
export function speaksFor(side: Side, t: Technology, person: PersonId, f: Staff): boolean {
  switch (side) {
    case "proposers":
      return isAuthor(t, person);
    case "evaluators":
      return evaluatorOf(t, person) !== undefined && notAssigned(t, person).length === 0;
    case "approvers":
      return keptFromDeciding(t, person, f).length === 0;
  }
}

/** Without a round nobody evaluates; proposers and approvers there always are. */
export const isThere = (side: Side, t: Technology): boolean =>
  side !== "evaluators" || (t.evaluation?.evaluators.some(isActive) ?? false);

/** Whoever asked says what follows; where they are gone, whoever decides here does. */
export const maySettle = ({ by }: Question, t: Technology, person: PersonId, f: Staff): boolean =>
  by === person || keptFromDeciding(t, person, f).length === 0;
