import type { Zone } from "./zone.ts";
import { Unreadable } from "./unreadable.ts";

const written =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

const earliest = Date.UTC(1970, 0, 2);
const latest = Date.UTC(2200, 0, 1);

/**
 * An instant as tools and people write it: epoch seconds (10 digits) or milliseconds (13), RFC 3339, or a local date
 * and time (yyyy-MM-dd HH:mm:ss.SSS, also with / or . in the date).
 *
 * @returns epoch milliseconds, or the reason why the text is none
 */
export function parseTime(text: string, zone: Zone): number | Unreadable {
  const trimmed = text.trim();
  if (/^\d{10}$/.test(trimmed)) return Number(trimmed) * 1000;
  if (/^\d{12,13}$/.test(trimmed)) return Number(trimmed);
  const match = written.exec(trimmed);
  if (match === null)
    return trimmed === ""
      ? new Unreadable("the time is missing")
      : new Unreadable(`“${shorten(trimmed)}” is not a time`);
  const [, year, , month, day, hour = "0", minute = "0", second = "0", fraction = "0", offset] = match;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  if (!sameDate(local, match)) return new Unreadable(`“${shorten(trimmed)}” is not a time of the calendar`);
  const withFraction = local + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  const instant = offset === undefined ? zone.toInstant(withFraction) : withFraction - offsetMs(offset);
  if (instant === "twice") return new Unreadable(`“${shorten(trimmed)}” occurs twice in ${zone.name}: give the offset`);
  if (instant === "never") return new Unreadable(`“${shorten(trimmed)}” never occurs in ${zone.name}`);
  return instant >= earliest && instant < latest
    ? instant
    : new Unreadable(`“${shorten(trimmed)}” lies outside 1970 to 2199`);
}

function sameDate(local: number, match: RegExpExecArray): boolean {
  const date = new Date(local);
  const [, , , month, day, hour = "0", minute = "0", second = "0"] = match;
  return (
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day) &&
    date.getUTCHours() === Number(hour) &&
    date.getUTCMinutes() === Number(minute) &&
    date.getUTCSeconds() === Number(second)
  );
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) * 60_000;
}

/** As much of a bad value as a message can carry. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
