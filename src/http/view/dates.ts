import type { Locale } from "./locale.ts";

/** A moment, or a calendar day as YYYY-MM-DD, which no time zone moves. */
export type Moment = Date | string | number;

export type DateFormat = {
  /** 27 Nov 2026, 2026年11月27日 */
  readonly date: (at: Moment) => string;
  /** 27 Nov, 11月27日 */
  readonly dateShort: (at: Moment) => string;
  /** 27 November 2026; the same in Chinese as date. */
  readonly dateLong: (at: Moment) => string;
  /** 22 Nov 2026, 14:05; 2026年11月22日 14:05 */
  readonly dateTime: (at: Moment) => string;
  readonly time: (at: Moment) => string;
  readonly month: (at: Moment) => string;
  /** The day in the configured zone as YYYY-MM-DD, for `<time datetime>` and date inputs. */
  readonly isoDay: (at: Moment) => string;
  /** Whole calendar days from one to the other in the configured zone. */
  readonly daysBetween: (from: Moment, to: Moment) => number;
};

type Part = "year" | "month" | "day" | "hour" | "minute";

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const englishMonths = ["January", "February", "March", "April", "May", "June"].concat([
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
]);

export function createDateFormat(locale: Locale, timeZone: string): DateFormat {
  const inZone = parts(timeZone);
  const inUtc = parts("UTC");
  const split = (at: Moment): Record<Part, number> =>
    typeof at === "string" && dayOnly.test(at) ? inUtc(new Date(at)) : inZone(new Date(at));
  const month = (n: number): string => englishMonths[n - 1] ?? "";
  const isoDay = (at: Moment): string => {
    const { year, month: m, day } = split(at);
    return `${String(year).padStart(4, "0")}-${two(m)}-${two(day)}`;
  };
  const time = (at: Moment): string => `${two(split(at).hour)}:${two(split(at).minute)}`;
  const days = {
    isoDay,
    time,
    daysBetween: (from: Moment, to: Moment) =>
      Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / 86_400_000),
  };
  if (locale === "zh-CN") {
    const date = (at: Moment): string => `${split(at).year}年${split(at).month}月${split(at).day}日`;
    return {
      ...days,
      date,
      dateLong: date,
      dateShort: (at) => `${split(at).month}月${split(at).day}日`,
      dateTime: (at) => `${date(at)} ${time(at)}`,
      month: (at) => `${split(at).year}年${split(at).month}月`,
    };
  }
  const dateShort = (at: Moment): string => `${split(at).day}\u00a0${month(split(at).month).slice(0, 3)}`;
  const date = (at: Moment): string => `${dateShort(at)} ${split(at).year}`;
  return {
    ...days,
    date,
    dateShort,
    dateLong: (at) => `${split(at).day}\u00a0${month(split(at).month)} ${split(at).year}`,
    dateTime: (at) => `${date(at)}, ${time(at)}`,
    month: (at) => `${month(split(at).month)} ${split(at).year}`,
  };
}

/** Intl knows the zone; the figures are then set as face.md asks, which no locale of Intl does exactly. */
function parts(timeZone: string): (at: Date) => Record<Part, number> {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (at) => {
    const found: Record<Part, number> = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
    for (const { type, value } of format.formatToParts(at)) if (type in found) found[type as Part] = Number(value);
    return found;
  };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
