import { isInCalendar } from "./times/day.ts";
import { writtenTime, type WrittenTime } from "./times/written.ts";
import { isUnreadable, Unreadable } from "./unreadable.ts";
import type { Zone } from "./zone.ts";

export type DayOrder = "day-first" | "month-first";

/** What a table knows of its times beyond the text of one. */
interface Known {
  /** How 3/5/2026 is meant. */
  readonly order?: DayOrder | undefined;
  /** True where the column is said to hold a spreadsheet's day numbers. */
  readonly serial?: boolean;
}

/** An instant, and what its writing shows of the file's order of day and month; null where that alone could tell it. */
export type OrderedTime =
  | { readonly instant: number; readonly shows: DayOrder }
  | { readonly instant: number | null; readonly shows: "either" };

const iso =
  /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
/** Seconds since 1970, or a thousand, a million, a milliard of them a second. */
const epochs: readonly (readonly [RegExp, perMs: number])[] = [
  [/^\d{10}(?:\.\d{1,9})?$/, 0.001],
  [/^\d{13}(?:\.\d{1,6})?$/, 1],
  [/^\d{16}$/, 1e3],
  [/^\d{19}$/, 1e6],
];
/** What a spreadsheet leaves of thirteen digits. */
const cut = /^\d(?:[.,]\d+)?E\+\d{2}$/i;
/** Day and time of day without a sign between them; milliseconds of twelve digits would end in 2001. */
const run = /^((?:19|20)\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?$/;
const serialNumber = /^\d{5}(?:[.,]\d+)?$/;

const dayMs = 86_400_000;
const earliest = Date.UTC(1970, 0, 2);
const latest = Date.UTC(2200, 0, 1);

/**
 * An instant as tools and people write it (times/written.ts), or since 1970. A day alone is its first minute, also where
 * that is not 00:00. 3/5/2026 cannot be told.
 *
 * @returns epoch milliseconds, or the reason why the text is none
 */
export function parseTime(text: string, zone: Zone): number | Unreadable {
  const reading = timeUnder(text, zone, {});
  if (typeof reading === "number" || isUnreadable(reading)) return reading;
  return reading.instant ?? new Unreadable("day-or-month-untold", { text: shorten(text.trim()) });
}

/** The same, with what the rest of a table says. */
export function timeUnder(text: string, zone: Zone, known: Known): number | OrderedTime | Unreadable {
  const trimmed = text.trim();
  if (trimmed === "") return new Unreadable("the-time-is-missing");
  const match = iso.exec(trimmed);
  if (match !== null) return isoTime(match, trimmed, zone);
  return numbered(trimmed, known, zone) ?? wordedTime(trimmed, zone, known);
}

/** The usual way, millions of times a file: no more is done than must be. */
function isoTime(match: RegExpExecArray, text: string, zone: Zone): number | Unreadable {
  const [, year, , month, day, hour, minute = "0", second = "0", fraction = "0", offset] = match;
  if (!isInCalendar(Number(year), Number(month), Number(day))) return wrong(text, notInCalendar);
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const end = hour === "24" && minute === "00" && Number(second) === 0 && Number(fraction) === 0;
  if (Number(hour ?? 0) > (end ? 24 : 23) || Number(minute) > 59 || Number(second) > 59)
    return wrong(text, notInCalendar);
  const clock = Number(hour ?? 0) * 3600 + Number(minute) * 60 + Number(second);
  const local = midnight + clock * 1000 + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
  if (offset !== undefined) return bounded(local - offsetMs(offset), text);
  return bounded(hour === undefined ? zone.startOf(local) : zone.toInstant(local), text, zone);
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) * 60_000;
}

/** Null for what is no bare number. */
function numbered(text: string, { serial }: Known, zone: Zone): number | Unreadable | null {
  if (cut.test(text)) return wrong(text, new Unreadable("cut-by-a-spreadsheet"));
  for (const [pattern, perMs] of epochs) if (pattern.test(text)) return bounded(Math.round(Number(text) / perMs), text);
  const inIso = iso.exec(text.replace(run, "$1-$2-$3 $4:$5:$6").replace(/:$/, ""));
  if (inIso !== null) return isoTime(inIso, text, zone);
  if (!serialNumber.test(text)) return null;
  if (serial !== true) return wrong(text, new Unreadable("day-number"));
  // Day 60 is 29 February 1900, which never was: from 1900-03-01 on the count begins at 1899-12-30.
  const local = Date.UTC(1899, 11, 30) + Math.round(Number(text.replace(",", ".")) * 86_400) * 1000;
  return bounded(local % dayMs === 0 ? zone.startOf(local) : zone.toInstant(local), text, zone);
}

function wordedTime(text: string, zone: Zone, { order }: Known): number | OrderedTime | Unreadable {
  const written = writtenTime(text);
  if (isUnreadable(written)) return wrong(text, written);
  const { day } = written;
  if (!("either" in day)) return instantOf(day, written, text, zone);
  const [first, second] = day.either;
  const shows = first > 12 ? "day-first" : second > 12 ? "month-first" : "either";
  const meant = order ?? (shows === "either" ? undefined : shows);
  if (meant === undefined) return { instant: null, shows: "either" };
  const [month, date] = meant === "day-first" ? [second, first] : [first, second];
  if (!isInCalendar(day.year, month, date)) {
    const misplaced = shows !== meant && shows !== "either";
    return wrong(
      text,
      misplaced ? new Unreadable(meant === "day-first" ? "not-day-first" : "not-month-first") : notInCalendar,
    );
  }
  const instant = instantOf({ year: day.year, month, day: date }, written, text, zone);
  return isUnreadable(instant) ? instant : { instant, shows };
}

function instantOf(
  { year, month, day }: { readonly year: number; readonly month: number; readonly day: number },
  { clock, place }: Pick<WrittenTime, "clock" | "place">,
  text: string,
  zone: Zone,
): number | Unreadable {
  const { hour, minute, second, ms } = clock ?? { hour: 0, minute: 0, second: 0, ms: 0 };
  const local = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  if (place !== null && "offset" in place) return bounded(local - place.offset * 60_000, text);
  const where = place === null ? zone : place.zone;
  return bounded(clock === null ? where.startOf(local) : where.toInstant(local), text, where);
}

function bounded(instant: number | "twice" | "never", text: string, zone?: Zone): number | Unreadable {
  if (instant === "twice") return wrong(text, new Unreadable("occurs-twice", { zone: zone?.name ?? "" }));
  if (instant === "never") return wrong(text, new Unreadable("never-occurs", { zone: zone?.name ?? "" }));
  return instant >= earliest && instant < latest ? instant : wrong(text, new Unreadable("outside-1970-to-2199"));
}

const notInCalendar = new Unreadable("not-in-the-calendar");

const wrong = (text: string, why: Unreadable): Unreadable => new Unreadable("text-that", { text: shorten(text), why });

/** As much of a bad value as a message can carry. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
