import { plainText } from "../../domain/words/plain-text.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";
import { clockIn, type ClockTime } from "./clock.ts";
import { dayOf, type WrittenDay } from "./day.ts";
import { weekdayBefore } from "./months.ts";
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

const noTime = (): Unreadable => new Unreadable("no-time");

const figures = "〇一二三四五六七八九";
/** 二〇二六年三月十日, as offices write it. */
function inDigits(text: string): string {
  return text.replaceAll("零", "〇").replaceAll(/[〇一二三四五六七八九十]+/g, (numeral) => {
    if (!numeral.includes("十")) return Array.from(numeral, (figure) => figures.indexOf(figure)).join("");
    const [tens = "", ones = ""] = numeral.split("十");
    return String((tens === "" ? 1 : figures.indexOf(tens)) * 10 + (ones === "" ? 0 : figures.indexOf(ones)));
  });
}

/** The years of an era that begins after this one: 民國115年, 令和8年. */
const eras: Readonly<Record<string, number>> = { 民国: 1911, 民國: 1911, 令和: 2018 };
const inEra = /^(民[国國]|令和) ?(\d{1,3}) ?年/;

/** Without the name of the weekday, which adds nothing; in characters and words that the patterns know. */
function tidied(text: string): string {
  return (
    plainText(text)
      .replace(/[\u2010-\u2015]/g, "-")
      .replace(inEra, (_, era: string, year: string) => `${(eras[era] ?? 0) + Number(year)}年`)
      .replace(/^(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일/, "$1-$2-$3")
      .replace(
        /^(?:\d{4}|[〇零一二三四五六七八九]{4})年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/,
        inDigits,
      )
      .replace(weekdays, " ")
      .replace(weekdayBefore, "")
      .replace(/(?<=\d) ?(?:uhr|hrs)$/i, "")
      .replace(/(?<=:\d{2}) ?h$/i, "")
      .replace(/ ([ap])\. ?m\.$/i, " $1m")
      .replace(/(?<=\d{4},?(?: [гр]\.?)?) (?:klo|kl\.?|um|à|às|ore|alle|om|at|o|в) (?=\d)/iu, " ")
      // “8 h 30”, “08h00” and, behind a year, “08.30” and “0830”.
      .replace(/(?<=\d )(\d{1,2}) ?h ?(\d{2})?(?: ?min)?$/i, (_, hour: string, minute = "00") => `${hour}:${minute}`)
      .replace(
        /(?<=\b\d{4},? |^\d{4}-\d{1,2}-\d{1,2} )(\d{1,2})\.(\d{2})(?:\.(\d{2}))?$/,
        (_, hour: string, minute: string, second?: string) =>
          [hour, minute, second].filter((part) => part !== undefined).join(":"),
      )
      .replace(/(?<=^\d{4}-\d{2}-\d{2} )(\d{2})(\d{2})$/, "$1:$2")
      .replace(/\s+/g, " ")
      .replace(yearLast, " $3 $1 $2")
      .trim()
  );
}
