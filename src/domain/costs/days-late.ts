import type { Day } from "../words/text.ts";
import { daysBetween } from "../words/days.ts";
import { budgetOf, lastDay, plannedBy, plannedDayOf, rounding } from "./work-package.ts";
import type { PlannedWork } from "./work-package.ts";

/** How much was done by the end of a day. */
export interface Progress {
  readonly asOf: Day;
  /** Budget of the work done. */
  readonly earned: number;
}

/**
 * How many days the work is behind its plan, counted to the day on which the plan had it as far as it is (earned schedule);
 * negative where it is ahead. Work that is all done stays as late as it was on the first day it was reported done: the
 * schedule index is 1 then, however late it was. Source: W. Lipke, Schedule is different, The Measurable News, 2003.
 *
 * @param progress of one plan, oldest first; at least one
 */
export function daysLate(work: readonly PlannedWork[], progress: readonly Progress[]): number {
  const whole = budgetOf(work) - rounding(work);
  const newest = progress.at(-1);
  if (newest === undefined) return 0;
  if (newest.earned >= whole) {
    const sinceWhole = progress.findLastIndex(({ earned }) => earned < whole) + 1;
    return daysBetween(lastDay(work), (progress[sinceWhole] ?? newest).asOf);
  }
  const { asOf, earned } = newest;
  return Math.abs(plannedBy(work, asOf) - earned) <= rounding(work) ? 0 : daysBetween(plannedDayOf(work, earned), asOf);
}
