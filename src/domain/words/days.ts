import type { Day, Instant } from "./text.ts";

const dayMs = 86_400_000;

/** True for a day of the calendar: "2026-02-29" is none. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

export const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && Number.isFinite(Date.parse(text));

/** Negative where `a` is earlier. Days compare as text; instants may differ in their number of digits. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);
export const compareInstants = (a: Instant, b: Instant): number => Date.parse(a) - Date.parse(b);

/** Negative where `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const isBefore = (a: Day, b: Day): boolean => compareDays(a, b) < 0;

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** Months on or back; where the month has no such day, the first of the next, so that no term comes out short. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const there = new Date(Date.UTC(year, month - 1 + months, date));
  if (there.getUTCDate() !== date) there.setUTCDate(1);
  return there.toISOString().slice(0, 10);
}

/** Whole months from a day to a later one. */
export function monthsBetween(from: Day, until: Day): number {
  const [[y = 0, m = 0], [year = 0, month = 0]] = [from, until].map((day) => day.split("-").map(Number)) as [
    number[],
    number[],
  ];
  const months = (year - y) * 12 + month - m;
  return addMonths(from, months) > until ? months - 1 : months;
}

export const addHours = (instant: Instant, hours: number): Instant =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** Null where there is none. */
export const earliestDay = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
