import type { Policy } from "../../policy/policy.ts";
import { addDays, earliestDay } from "../../words/days.ts";
import type { Day, Instant } from "../../words/text.ts";
import type { DayOf } from "../state/gate-ahead.ts";
import type { Technology } from "../state/technology.ts";

export interface Upcoming<What extends string = string> {
  readonly what: What;
  readonly on: Day;
  /** Which one is meant, where there may be several: the same for as long as it is the same, whatever its day. */
  readonly which?: string;
}

export interface DateGround {
  readonly policy: Policy;
  readonly today: Day;
  readonly dayOf: DayOf;
}

/** The days of a chapter. */
export interface Dates {
  /** What is to come or overdue, for people to see. */
  readonly ahead?: readonly DateRule[];
  /** What comes after that, where only the next one is for lists: for calendars. */
  readonly planned?: readonly Pick<DateRule, "days">[];
  /** What the sweep has still to put on record; it stays due until it has. */
  readonly swept?: (t: Technology) => readonly Day[];
  /** On which only what pages show changes; due when the day comes. */
  readonly shown?: (t: Technology, policy: Policy, today: Day) => readonly Day[];
  /** Instants after which something else holds, within a day; before the next of them nothing does. */
  readonly ends?: (t: Technology, policy: Policy) => readonly Instant[];
  /** What presses within the day; null where nothing does. */
  readonly pressing?: (t: Technology, policy: Policy) => Pressing | null;
}

/** A term that is to be seen in lists. */
export interface Pressing {
  /** From this instant on it is marked: its term runs out. */
  readonly from: Instant;
  /** After this one it is overdue. */
  readonly due: Instant;
}

interface DateRule {
  /** Its place among those of all chapters: of two on one day, the first is the next. */
  readonly at: number;
  readonly days: (t: Technology, ground: DateGround) => readonly Upcoming[];
}

/** Earlier than every day: the sweep comes by at the next hour. */
export const dueAtOnce: Day = "";

/** The day after the earliest of them, on which it is over. */
export function endOf(days: readonly Day[]): readonly Day[] {
  const first = earliestDay(days);
  return first === null ? [] : [addDays(first, 1)];
}
