import { plainText } from "../../domain/words/plain-text.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { clockIn, type ClockTime } from "./clock.ts";
import { dayOf, type WrittenDay } from "./day.ts";
import { placeIn, type Place } from "./place.ts";

/** A time as its text has it, before anybody says what zone it is local to. */
export interface WrittenTime {
  readonly day: WrittenDay;
  /** Null for a day alone. */
  readonly clock: ClockTime | null;
  /** Null where the text says nothing of zones. */
  readonly place: Place | null;
}

/** Date.toString() is the longest that is read: it ends with the name of its zone. */
const longest = 100;
const weekdays =
  /[([]?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?[)\]]?,?\s*|[([]?(?:星期|周|週|礼拜)[一二三四五六日天][)\]]?,?\s*|[([][月火水木金土日][)\]]\s*/gi;

/** As `date` prints it: “Mar 9 10:00:00 UTC 2026”. */
const yearLast = / (\d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?) ([A-Z]{2,5}|[+-]\d{4}) (\d{4})$/i;

/**
 * The day, the time of day and the zone that a text names in one of the ways people and tools write them: ISO 8601, also
 * basic; RFC 2822, Date.toString(), ctime, the common log format; 2026年3月10日 下午8:30, 9 March 2026 at 10:00 AM, 07.03.2026.
 */
export function writtenTime(text: string): WrittenTime | Unreadable {
  const tidy = tidied(text);
  const placed = tidy.length > longest ? null : placeIn(tidy);
  if (placed === null) return noTime();
  if (isUnreadable(placed)) return placed;
  const { rest, place } = placed;
  const timed = clockIn(rest);
  if (isUnreadable(timed)) return timed;
  const day = dayOf(timed.rest);
  if (isUnreadable(day)) return day;
  return day === null ? noTime() : { day, clock: timed.clock, place };
}

const noTime = (): Unreadable => new Unreadable("is not a time");

/** Without the name of the weekday, which adds nothing. */
function tidied(text: string): string {
  return plainText(text)
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(weekdays, " ")
    .replace(/\s+/g, " ")
    .replace(yearLast, " $3 $1 $2")
    .trim();
}
