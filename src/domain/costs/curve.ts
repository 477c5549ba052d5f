import { addDays } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import { firstDay, lastDay, plannedBy } from "./work-package.ts";
import type { PlannedWork } from "./work-package.ts";

/** Money at the end of a day. */
export interface PlannedPoint {
  readonly day: Day;
  readonly money: number;
}

/** The planned value over the days: straight between the days on which some part begins or ends. */
export function plannedCurve(work: readonly PlannedWork[]): readonly PlannedPoint[] {
  const days = work.flatMap(({ startsOn, endsOn }) => [addDays(startsOn, -1), endsOn]);
  return [...new Set(days)].toSorted().map((day) => ({ day, money: plannedBy(work, day) }));
}

/** The day on which the work would end if it stayed as late as it is; no earlier than planned, or than what is known. */
export function endIfAsLate(work: readonly PlannedWork[], daysLate: number, asOf: Day): Day {
  const end = addDays(lastDay(work), Math.max(0, daysLate));
  return end > asOf ? end : asOf;
}

/** The day before anything is done. */
export const beginningOf = (work: readonly PlannedWork[]): Day => addDays(firstDay(work), -1);
