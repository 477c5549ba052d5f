import type { Day, Instant } from "../domain/technology/text.ts";

const calendars = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in an IANA time zone: "2026-11-22". Formatters are dear to make and kept. */
export function dayIn(instant: Instant, timeZone: string): Day {
  let calendar = calendars.get(timeZone);
  if (calendar === undefined) {
    calendar = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    calendars.set(timeZone, calendar);
  }
  return calendar.format(new Date(instant));
}
