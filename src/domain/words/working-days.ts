import { addDays, compareDays, isBefore } from "./days.ts";
import type { Day } from "./text.ts";

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekday = (typeof weekdays)[number];

/** Which days are worked. A year that is not listed is not known: nothing is reckoned through it. */
export interface WorkingCalendar {
  readonly weekend: readonly Weekday[];
  readonly years: readonly WorkingYear[];
}

interface WorkingYear {
  readonly year: number;
  /** Days off, on a weekend or not. */
  readonly holidays: readonly Day[];
  /** Days of a weekend that are worked to make up for a holiday. */
  readonly working: readonly Day[];
}

/** A term in working days, and what makes it longer or shorter than the week alone would. */
export interface WorkingTerm {
  /** The working day on which what came in counts as received. */
  readonly received: Day;
  /** The last day of the term: late is what comes after it. */
  readonly until: Day;
  /** Days off between the two that are no weekend. */
  readonly holidays: readonly Day[];
  /** Days of weekends between the two that are worked. */
  readonly working: readonly Day[];
}

/** Whether the day is worked; null in a year that the calendar does not cover. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean | null {
  const year = calendar.years.find((listed) => listed.year === Number(day.slice(0, 4)));
  if (year === undefined) return null;
  if (year.working.includes(day)) return true;
  return !year.holidays.includes(day) && !isWeekend(calendar, day);
}

/**
 * The term of so many working days from a day on. What comes on a day off counts as received on the next working day; day
 * one is the working day after that. Source: the reckoning of freedom-of-information requests in mySociety's alaveteli.
 *
 * @param days working days, from 0 on
 * @returns null where the term leaves the years that the calendar covers
 */
export function workingTerm(calendar: WorkingCalendar, from: Day, days: number): WorkingTerm | null {
  const received = nextWorkingDay(calendar, from);
  let until = received;
  for (let left = days; until !== null && left > 0; left--) until = nextWorkingDay(calendar, addDays(until, 1));
  if (received === null || until === null) return null;
  const inTerm = (day: Day): boolean => !isBefore(day, received) && !isBefore(until, day);
  const listed = (of: (year: WorkingYear) => readonly Day[]): readonly Day[] =>
    calendar.years.flatMap(of).filter(inTerm).sort(compareDays);
  return {
    received,
    until,
    holidays: listed((year) => year.holidays).filter((day) => !isWeekend(calendar, day)),
    working: listed((year) => year.working),
  };
}

/** The last day of so many working days from a day on, as `workingTerm` reckons it; null outside the covered years. */
export const addWorkingDays = (calendar: WorkingCalendar, from: Day, days: number): Day | null =>
  workingTerm(calendar, from, days)?.until ?? null;

/** The day itself where it is worked, else the next that is. */
function nextWorkingDay(calendar: WorkingCalendar, from: Day): Day | null {
  let day = from;
  let worked = isWorkingDay(calendar, day);
  while (worked === false) {
    day = addDays(day, 1);
    worked = isWorkingDay(calendar, day);
  }
  return worked === null ? null : day;
}

const isWeekend = ({ weekend }: WorkingCalendar, day: Day): boolean => weekend.includes(weekdayOf(day));

function weekdayOf(day: Day): Weekday {
  const sundayFirst = new Date(Date.parse(day)).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as Weekday;
}
