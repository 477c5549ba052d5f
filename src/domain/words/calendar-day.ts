import { addDays } from "./days.ts";
import type { Day, Instant } from "./text.ts";

/** Every offset in use since then is a multiple of a quarter of an hour, so a day begins only where a quarter does. */
const quartersSince = Date.parse("1973-01-01T00:00:00Z");
const quarterMs = 15 * 60_000;
const mostKept = 50_000;

const calendars = new Map<string, Calendar>();

interface Calendar {
  readonly format: Intl.DateTimeFormat;
  readonly days: Map<number, Day>;
}

/**
 * The calendar day of an instant in an IANA time zone: "2026-11-22". Read models ask it a million times.
 *
 * @throws RangeError on a zone that does not exist
 */
export function dayIn(instant: Instant, timeZone: string): Day {
  const { format, days } = calendarOf(timeZone);
  const at = Date.parse(instant);
  if (!(at >= quartersSince)) return format.format(at);
  const quarter = Math.floor(at / quarterMs);
  const known = days.get(quarter);
  if (known !== undefined) return known;
  const day = format.format(quarter * quarterMs);
  if (days.size >= mostKept) days.clear();
  days.set(quarter, day);
  return day;
}

function calendarOf(timeZone: string): Calendar {
  const known = calendars.get(timeZone);
  if (known !== undefined) return known;
  // Canada writes days as ISO 8601 does.
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    calendar: "gregory",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const made = { format, days: new Map<number, Day>() };
  calendars.set(timeZone, made);
  return made;
}

/** The last second of a day in an IANA time zone; of a day that the zone left out, the second before the next one. */
export function endOfDayIn(day: Day, timeZone: string): Instant {
  const next = addDays(day, 1);
  const inUtc = Date.parse(next);
  // A day begins within fourteen hours of the same one in UTC, either way.
  let before = Math.floor((inUtc - 15 * 3_600_000) / quarterMs);
  let from = Math.ceil((inUtc + 15 * 3_600_000) / quarterMs);
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (dayIn(new Date(middle * quarterMs).toISOString(), timeZone) < next) before = middle;
    else from = middle;
  }
  return new Date(from * quarterMs - 1000).toISOString();
}
