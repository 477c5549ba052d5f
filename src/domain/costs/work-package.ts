import { addDays, daysBetween } from "../words/days.ts";
import type { Day } from "../words/text.ts";

/** Part of the work: when it is planned to be done, and for how much. */
export interface PlannedWork {
  readonly startsOn: Day;
  /** The last day of the work; not before `startsOn`. */
  readonly endsOn: Day;
  /** Not negative. */
  readonly budget: number;
}

/** Budgets of all parts (BAC). */
export const budgetOf = (work: readonly PlannedWork[]): number => sum(work.map(({ budget }) => budget));

/** Budget of the work planned to be done by the end of a day (PV): each part is spread evenly over its days. */
export const plannedBy = (work: readonly PlannedWork[], day: Day): number =>
  sum(work.map((part) => part.budget * plannedShare(part, day)));

/** 0–1: what of one part is planned to be done by the end of a day. */
export function plannedShare({ startsOn, endsOn }: Omit<PlannedWork, "budget">, day: Day): number {
  if (day < startsOn) return 0;
  return day >= endsOn ? 1 : (daysBetween(startsOn, day) + 1) / (daysBetween(startsOn, endsOn) + 1);
}

/** The first day of all work. */
export const firstDay = (work: readonly PlannedWork[]): Day =>
  work.reduce((first, { startsOn }) => (first === "" || startsOn < first ? startsOn : first), "");

/** The last day of all work. */
export const lastDay = (work: readonly PlannedWork[]): Day =>
  work.reduce((last, { endsOn }) => (endsOn > last ? endsOn : last), "");

/**
 * The day on which the plan had as much work done as is done now; of a stretch on which nothing is planned, its last day,
 * so that nobody is late for days on which nothing was to be done.
 *
 * @param earned budget of the work done
 */
export function plannedDayOf(work: readonly PlannedWork[], earned: number): Day {
  const end = lastDay(work);
  const before = addDays(firstDay(work), -1);
  let early = 0;
  let late = daysBetween(before, end);
  // The last day by whose end no more was planned than is done.
  while (early < late) {
    const middle = Math.ceil((early + late) / 2);
    if (plannedBy(work, addDays(before, middle)) <= earned + rounding(work)) early = middle;
    else late = middle - 1;
  }
  return addDays(before, early);
}

/** Sums of shares miss the whole by less than this. */
export const rounding = (work: readonly PlannedWork[]): number => budgetOf(work) * 1e-9;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
