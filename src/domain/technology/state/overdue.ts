import { isBefore } from "../../words/days.ts";
import type { Technology } from "./technology.ts";
import type { OpenCondition } from "./gate.ts";
import type { Day } from "../../words/text.ts";

/** Conditions of an approval that were not fulfilled by their day. */
export const overdueConditions = (t: Technology, today: Day): readonly OpenCondition[] =>
  t.conditions.filter(({ fulfilledAt, dueOn }) => fulfilledAt === null && isBefore(dueOn, today));
