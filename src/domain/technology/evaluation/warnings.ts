import { addDays } from "../../words/days.ts";
import type { EarlyWarning } from "../manifest/warnings.ts";
import { isActive } from "../state/evaluators.ts";
import { neverDeciding } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

/** Score sheets that did not come by their day, each with its evaluator; where nobody scores any more, with the approvers. */
export function scoresLate(t: Technology): readonly EarlyWarning<"scores-overdue" | "evaluators-missing">[] {
  const round = t.stage === "evaluating" ? t.evaluation : null;
  if (round === null || round.revealed !== null) return [];
  const late = { from: addDays(round.dueOn, 1), due: round.dueOn, weight: "serious" as const, params: {} };
  if (!round.evaluators.some(isActive))
    return [{ kind: "evaluators-missing", role: "approver", excluded: neverDeciding(t), ...late }];
  return round.evaluators
    .filter(({ state }) => state === "assigned")
    .map(({ person }) => ({ kind: "scores-overdue", subject: person, person, ...late }));
}
