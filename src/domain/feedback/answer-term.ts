import type { Policy } from "../policy/policy.ts";
import { addDays } from "../words/days.ts";
import type { Day } from "../words/text.ts";
import { addWorkingDays, isWorkingDay, workingTerm } from "../words/working-days.ts";
import type { WorkingCalendar } from "../words/working-days.ts";

/** From a question back to its reply, as far as it stops the clock. */
export interface Pause {
  /** The day of the question, which still counts. */
  readonly from: Day;
  /** The last day that does not count. */
  readonly to: Day;
}

/** What an answer's term is made of. */
export interface TermGround {
  readonly receivedOn: Day;
  /** Working days: of the severity, with the extension. */
  readonly days: number;
  readonly pauses: readonly Pause[];
}

/** By when an answer is owed, with the working. */
export interface AnswerTerm {
  /** The working day on which the message counts as received. */
  readonly counted: Day;
  /** The last day of the term: late is what comes after it. */
  readonly on: Day;
  /** Working days that the writer was waited for. */
  readonly waited: number;
  /** Days off within the term that are no weekend, and days of weekends that are worked. */
  readonly holidays: readonly Day[];
  readonly working: readonly Day[];
  /** Years within the term whose days off are not announced yet: only weekends are left out there. */
  readonly unlisted: readonly number[];
}

/** An answer's last day as it was promised, and by which calendar it was reckoned. */
export interface AnswerDue {
  readonly on: Day;
  /** The last day before it is very overdue. */
  readonly very: Day;
  /** The version of the policy whose calendar it is. */
  readonly policy: number;
}

/**
 * The term of an answer. What comes on a day off counts as received on the next working day, day one is the working day after
 * that; days on which the writer was waited for do not count. Source: mySociety's alaveteli (see `workingTerm`), and what its
 * users asked for.
 */
export function answerTerm(calendar: WorkingCalendar, { receivedOn, days, pauses }: TermGround): AnswerTerm {
  const open = withComingYears(calendar, receivedOn);
  const counted = countedDay(calendar, receivedOn);
  const waited = waitedDays(calendar, counted, pauses);
  const term = workingTerm(open, receivedOn, days + waited);
  const on = term?.until ?? receivedOn;
  const { holidays = [], working = [] } = term ?? {};
  return { counted, on, waited, holidays, working, unlisted: unlistedYears(calendar, receivedOn, on) };
}

/** The same as it goes on record. */
export function answerDue({ version, safeguards }: Policy, ground: TermGround): AnswerDue {
  const { on } = answerTerm(safeguards.workingDays, ground);
  return { on, very: workingDayOn(safeguards.workingDays, on, safeguards.feedback.veryOverdueDays), policy: version };
}

/** Working days that an answer took which came on a day, without those on which the writer was waited for. */
export function daysTaken(
  calendar: WorkingCalendar,
  { receivedOn, pauses }: Omit<TermGround, "days">,
  on: Day,
): number {
  const counted = countedDay(calendar, receivedOn);
  const until = pauses.map(({ from, to }) => ({ from, to: to < on ? to : on }));
  return Math.max(0, workingDaysAfter(calendar, counted, on) - waitedDays(calendar, counted, until));
}

/** So many working days on; in years that are not listed only weekends are off. */
export const workingDayOn = (calendar: WorkingCalendar, from: Day, days: number): Day =>
  addWorkingDays(withComingYears(calendar, from), from, days) ?? from;

/** Working days after a day up to another, which is counted; 0 where it is not later. */
export function workingDaysAfter(calendar: WorkingCalendar, from: Day, to: Day): number {
  const open = withComingYears(calendar, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(open, day) === true) count += 1;
  return count;
}

const countedDay = (calendar: WorkingCalendar, receivedOn: Day): Day =>
  workingTerm(withComingYears(calendar, receivedOn), receivedOn, 0)?.received ?? receivedOn;

/** Days before the message counts as received are none that could be waited. */
const waitedDays = (calendar: WorkingCalendar, counted: Day, pauses: readonly Pause[]): number =>
  pauses.reduce((sum, { from, to }) => sum + workingDaysAfter(calendar, from < counted ? counted : from, to), 0);

/** No term of an answer is longer than this many years. */
const yearsOn = 3;

/** With years of which nothing is announced, as if they had weekends alone: a promise needs a day. */
function withComingYears(calendar: WorkingCalendar, from: Day): WorkingCalendar {
  const first = yearOf(from);
  const listed = new Set(calendar.years.map(({ year }) => year));
  const coming = Array.from({ length: yearsOn + 1 }, (_, i) => first + i).filter((year) => !listed.has(year));
  if (coming.length === 0) return calendar;
  return { ...calendar, years: [...calendar.years, ...coming.map((year) => ({ year, holidays: [], working: [] }))] };
}

function unlistedYears({ years }: WorkingCalendar, from: Day, to: Day): readonly number[] {
  const span = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, i) => yearOf(from) + i);
  return span.filter((year) => !years.some((listed) => listed.year === year));
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
