import { addDays } from "../../words/days.ts";
import type { EarlyWarning } from "../manifest/warnings.ts";
import type { Technology } from "../state/technology.ts";

/** Conditions of an approval that are not fulfilled by their day; they hold a rollout. */
export const overdueWarnings = (t: Technology): readonly EarlyWarning<"condition-overdue">[] =>
  t.conditions
    .filter(({ fulfilledAt }) => fulfilledAt === null)
    .map(({ condition, decision, owner, dueOn }) => ({
      kind: "condition-overdue",
      subject: `${condition}@${decision}`,
      from: addDays(dueOn, 1),
      due: dueOn,
      weight: "serious",
      person: owner,
      params: { condition },
    }));
