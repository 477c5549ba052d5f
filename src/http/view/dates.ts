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
type Parts = Readonly<Record<Part, number>>;

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

export function createDateFormat(locale: Locale, timeZone: string): DateFormat {
  const inZone = parts(timeZone);
  const instants = new Map<Moment, Parts>();
  const split = (at: Moment): Parts => {
    if (typeof at === "string" && dayOnly.test(at)) return partsOfDay(at);
    let local = instants.get(at);
    if (local !== undefined) return local;
    local = inZone(new Date(at));
    // The same few moments stand on many pages, and Intl takes its time over each.
    if (instants.size >= mostKept) instants.clear();
    if (typeof at === "string") instants.set(at, local);
    return local;
  };
  const isoDay = (at: Moment): string => iso(split(at));
  const look = locale === "zh-CN" ? chinese : english;
  return {
    isoDay,
    daysBetween: (from, to) => Math.round((startOf(split(to)) - startOf(split(from))) / 86_400_000),
    time: (at) => clock(split(at)),
    date: (at) => look.date(split(at)),
    dateShort: (at) => look.dateShort(split(at)),
    dateLong: (at) => look.dateLong(split(at)),
    dateTime: (at) => look.dateTime(split(at)),
    month: (at) => look.month(split(at)),
  };
}

type Look = Readonly<Record<"date" | "dateShort" | "dateLong" | "dateTime" | "month", (parts: Parts) => string>>;

const english: Look = {
  date: (p) => `${english.dateShort(p)} ${p.year}`,
  dateShort: (p) => `${p.day}\u00a0${monthName(p).slice(0, 3)}`,
  dateLong: (p) => `${p.day}\u00a0${monthName(p)} ${p.year}`,
  dateTime: (p) => `${english.date(p)}, ${clock(p)}`,
  month: (p) => `${monthName(p)} ${p.year}`,
};

const chinese: Look = {
  date: (p) => `${p.year}年${p.month}月${p.day}日`,
  dateShort: (p) => `${p.month}月${p.day}日`,
  dateLong: (p) => chinese.date(p),
  dateTime: (p) => `${chinese.date(p)} ${clock(p)}`,
  month: (p) => `${p.year}年${p.month}月`,
};

const mostKept = 2000;

function partsOfDay(day: string): Parts {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
    hour: 0,
    minute: 0,
  };
}

const startOf = ({ year, month, day }: Parts): number => Date.UTC(year, month - 1, day);

function monthName({ month }: Parts): string {
  return months[month - 1] ?? "";
}

function clock({ hour, minute }: Parts): string {
  return `${two(hour)}:${two(minute)}`;
}

function iso({ year, month, day }: Parts): string {
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

/** Intl knows the zone; the figures are then set as face.md asks, which no locale of Intl does exactly. */
function parts(timeZone: string): (at: Date) => Parts {
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
    const local: Record<Part, number> = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
    for (const { type, value } of format.formatToParts(at)) if (type in local) local[type as Part] = Number(value);
    return local;
  };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
