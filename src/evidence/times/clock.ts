import { Unreadable } from "../unreadable.ts";

/** A time of day: hour 0–24, where 24 is the end of the day. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Whole milliseconds. */
  readonly ms: number;
}

type Half = "am" | "pm" | "noon" | "night" | null;

const halves = "上午|下午|中午|凌晨|清晨|早上|早晨|晚上|傍晚|am|pm";
const colon = new RegExp(
  String.raw`(?<![\d:.])(?:(${halves}) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap]\.?m\b\.?|${halves}))?(?![\d:])`,
  "i",
);
const words = new RegExp(
  String.raw`(?:(${halves}) ?)?(?<!\d)(\d{1,2}) ?[时時点點] ?(?:(?:(\d{1,2}) ?分?|(半)) ?(?:(\d{1,2}) ?秒)?)?整?`,
  "i",
);
const hourOnly = /(?<![\d:.])(\d{1,2}) ?([ap]\.?m\b\.?)/i;
/** ISO 8601's basic form. */
const basic = /(?<=^\d{8})T(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?$/i;

/**
 * The time of day in a text and the text without it; null for the time where there is none.
 *
 * @returns an Unreadable where the digits make no time of day
 */
export function clockIn(text: string): { readonly clock: ClockTime | null; readonly rest: string } | Unreadable {
  // The common log format parts day and time by a colon.
  const plain = text.replace(/(\/\d{4}):(?=\d{2}:)/, "$1 ");
  for (const find of [colonTime, wordTime, bareHour, basicTime]) {
    const match = find(plain);
    if (match === null) continue;
    const { at, length, half, fields } = match;
    const clock = clockOf(fields, half);
    if (clock instanceof Unreadable) return clock;
    return { clock, rest: `${plain.slice(0, at)} ${plain.slice(at + length)}` };
  }
  return { clock: null, rest: plain };
}

interface ClockMatch {
  readonly at: number;
  readonly length: number;
  readonly half: Half;
  readonly fields: readonly [hour: string, minute: string, second: string, fraction: string];
}

function colonTime(text: string): ClockMatch | null {
  const match = colon.exec(text);
  if (match === null) return null;
  const [whole, before, hour = "", minute = "", second = "0", fraction = "", after] = match;
  return {
    at: match.index,
    length: whole.length,
    half: halfOf(before ?? after),
    fields: [hour, minute, second, fraction],
  };
}

function wordTime(text: string): ClockMatch | null {
  const match = words.exec(text);
  if (match === null) return null;
  const [whole, before, hour = "", minute = "0", half, second = "0"] = match;
  const fields = [hour, half === undefined ? minute : "30", second, ""] as const;
  return { at: match.index, length: whole.length, half: halfOf(before), fields };
}

function bareHour(text: string): ClockMatch | null {
  const match = hourOnly.exec(text);
  if (match === null) return null;
  return { at: match.index, length: match[0].length, half: halfOf(match[2]), fields: [match[1] ?? "", "0", "0", ""] };
}

function basicTime(text: string): ClockMatch | null {
  const match = basic.exec(text);
  if (match === null) return null;
  const [whole, hour = "", minute = "", second = "0", fraction = ""] = match;
  return { at: match.index, length: whole.length, half: null, fields: [hour, minute, second, fraction] };
}

function halfOf(word: string | undefined): Half {
  switch (word?.toLowerCase().replaceAll(".", "")) {
    case undefined:
      return null;
    case "am":
    case "上午":
    case "凌晨":
    case "清晨":
    case "早上":
    case "早晨":
      return "am";
    case "中午":
      return "noon";
    case "晚上":
      return "night";
    default:
      return "pm";
  }
}

function clockOf([h, m, s, fraction]: ClockMatch["fields"], half: Half): ClockTime | Unreadable {
  const [minute, second, ms] = [Number(m), Number(s), Math.floor(Number(`0.${fraction || "0"}`) * 1000 + 1e-6)];
  const hour = hourOf(Number(h), half);
  if (hour === null) return new Unreadable("hour-of-no-half", { h });
  const end = hour === 24 && (minute > 0 || second > 0 || ms > 0);
  if (hour > 24 || end || minute > 59 || second > 59) return new Unreadable("is-not-a-time-of-day");
  return { hour, minute, second, ms };
}

/** Null where hour and half of the day contradict each other, or 晚上12点 leaves open which midnight is meant. */
function hourOf(hour: number, half: Half): number | null {
  if (half === null) return hour;
  if (half === "am") return hour > 12 ? null : hour % 12;
  if (half === "noon") return hour === 11 || hour === 12 ? hour : hour >= 1 && hour <= 2 ? hour + 12 : null;
  if (half === "night" && (hour === 12 || hour === 0)) return null;
  if (hour === 0) return null;
  return hour > 12 ? (half === "night" && hour < 24 ? hour : null) : (hour % 12) + 12;
}
