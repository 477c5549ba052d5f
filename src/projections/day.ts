import type { Day, Instant } from "../domain/words/text.ts";

/** Every offset in use is a multiple of a quarter of an hour, so a day begins only where a quarter does. */
const quarterMs = 15 * 60_000;
const mostKept = 50_000;

const calendars = new Map<string, { readonly format: Intl.DateTimeFormat; readonly days: Map<number, Day> }>();

/** The calendar day of an instant in an IANA time zone: "2026-11-22". Read models ask it a million times. */
export function dayIn(instant: Instant, timeZone: string): Day {
  const { format, days } = calendarOf(timeZone);
  const quarter = Math.floor(Date.parse(instant) / quarterMs);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const day = format.format(quarter * quarterMs);
  if (days.size >= mostKept) days.clear();
  days.set(quarter, day);
  return day;
}

function calendarOf(timeZone: string) {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  // Canada writes days as ISO 8601 does.
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  const made = { format, days: new Map<number, Day>() };
  calendars.set(timeZone, made);
  return made;
}
