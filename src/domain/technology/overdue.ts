import { isBefore } from "./days.ts";
import type { OpenCondition, Technology } from "./state.ts";
import type { Day } from "./text.ts";

/** Conditions of an approval that were not fulfilled by their day. */
export const overdueConditions = (t: Technology, today: Day): readonly OpenCondition[] =>
  t.conditions.filter(({ fulfilledAt, dueOn }) => fulfilledAt === null && isBefore(dueOn, today));
