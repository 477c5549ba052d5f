import { addDays } from "../../words/days.ts";
import type { Warning } from "../manifest/warnings.ts";
import type { Technology } from "../state/technology.ts";

/** Conditions of an approval that are not fulfilled by their day; they hold a rollout. */
export const overdueWarnings = (t: Technology): readonly Warning<"condition-overdue">[] =>
  t.conditions
    .filter(({ fulfilledAt }) => fulfilledAt === null)
    .map(({ condition, decision, owner, dueOn }) => ({
      kind: "condition-overdue",
      subject: `${condition}@${decision}`,
      from: addDays(dueOn, 1),
      due: dueOn,
      severity: "serious",
      person: owner,
      params: { condition },
    }));
