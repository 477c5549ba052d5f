import { Unreadable } from "../unreadable.ts";
import { monthOf } from "./months.ts";

/** A day, or two numbers of which nobody can say by themselves which is the month. */
export type WrittenDay =
  | { readonly year: number; readonly month: number; readonly day: number }
  | { readonly year: number; readonly either: readonly [first: number, second: number] };

type Parts = readonly [year: string, month: string, day: string];

const inOrder: readonly (readonly [RegExp, (match: RegExpExecArray) => Parts])[] = [
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([, y = "", , m = "", d = ""]) => [y, m, d]],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y = "", m = "", d = ""]) => [y, m, d]],
  [/^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?$/, ([, y = "", m = "", d = ""]) => [y, m, d]],
  [/^(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.$/, ([, y = "", m = "", d = ""]) => [y, m, d]],
  // Dots are written where the day comes first; where the year does, it has four digits.
  [/^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d{2})\.?$/, ([, d = "", m = "", y = ""]) => [y, m, d]],
  [
    /^(\d{1,2})(?:st|nd|rd|th|er|º|ª)?(?: of| de)?[ \-/.,]+(\p{L}+)\.?(?: de| del| of)?[ \-/,]+(\d{4}|\d{2})\.?(?: [гр]\.?)?$/u,
    ([, d = "", m = "", y = ""]) => [y, m, d],
  ],
  [/^(\p{L}+)\.?[ -]+(\d{1,2})(?:st|nd|rd|th)?[ ,-]+(\d{4}|\d{2})$/u, ([, m = "", d = "", y = ""]) => [y, m, d]],
  [/^(\d{4})[ \-/,.]+(\p{L}+)\.?[ \-/]+(\d{1,2})\.?$/u, ([, y = "", m = "", d = ""]) => [y, m, d]],
];

/**
 * The day a text names, and nothing else; null where it names none.
 *
 * @returns an Unreadable where it names one that cannot be told: two digits of a year, a day that no calendar has
 */
export function dayOf(text: string): WrittenDay | Unreadable | null {
  const plain = text
    .toLowerCase()
    .replace(/(?<=\d)t(?= |$)/, "")
    .replace(/(?:^|[ ,])(?:at|on|um|am|den|le|à|el|a las|alle|ore|às|om|kl\.?|klo|o|в)(?=[ ,]|$)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[ ,]+|[ ,]+$/g, "");
  for (const [pattern, partsOf] of inOrder) {
    const match = pattern.exec(plain);
    if (match !== null) return inCalendar(partsOf(match));
  }
  const either = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(plain);
  if (either === null) return yearless(plain) ? new Unreadable("names-no-year") : null;
  const [, first = "", , second = "", year = ""] = either;
  if (year.length === 2) return twoDigits(year);
  const [a, b] = [Number(first), Number(second)];
  if (a === b) return inCalendar([year, first, second]);
  if (a > 12 && b > 12) return new Unreadable("not-in-the-calendar");
  return { year: Number(year), either: [a, b] };
}

/** As system logs and people of this year write it. */
function yearless(text: string): boolean {
  const [, before, behind] = /^(?:(\p{L}+)\.? \d{1,2}|\d{1,2}\.? (\p{L}+)\.?)$/u.exec(text) ?? [];
  return monthOf(before ?? behind ?? "") !== null || /^\d{1,2}(?:[/.-]\d{1,2}\.?| ?月 ?\d{1,2} ?[日号]?)$/.test(text);
}

function inCalendar([y, m, d]: Parts): WrittenDay | Unreadable | null {
  const month = /^\d/.test(m) ? Number(m) : monthOf(m);
  if (month === null) return null;
  if (y.length === 2) return twoDigits(y);
  const [year, day] = [Number(y), Number(d)];
  return isInCalendar(year, month, day) ? { year, month, day } : new Unreadable("not-in-the-calendar");
}

export function isInCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function twoDigits(year: string): Unreadable {
  return new Unreadable("year-of-two-digits", { year });
}
