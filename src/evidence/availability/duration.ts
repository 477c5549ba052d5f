import { shorten } from "../time.ts";
import type { Row } from "../table-reading.ts";
import { isUnreadable, Unreadable } from "../unreadable.ts";

const units: readonly (readonly [RegExp, ms: number])[] = [
  [/^(?:d|days?|天|日)$/i, 86_400_000],
  [/^(?:h|hrs?|hours?|小时|时)$/i, 3_600_000],
  [/^(?:m|mins?|minutes?|分钟|分)$/i, 60_000],
  [/^(?:s|secs?|seconds?|秒钟|秒)$/i, 1000],
];

/** Milliseconds from the columns duration, minutes or seconds; null where all are empty, else the reason. */
export function lengthOf(row: Row): number | Unreadable | null {
  for (const [column, ms] of [["minutes", 60_000] as const, ["seconds", 1000] as const]) {
    if (row.cell(column) === "") continue;
    const number = row.number(column);
    return isUnreadable(number) ? number : Math.round(number * ms);
  }
  return row.cell("duration") === "" ? null : parseDuration(row.cell("duration"));
}

/** 01:30:00, 1 h 30 min, 1.5 hours, PT1H30M, 1小时30分; milliseconds or the reason why it is none. */
export function parseDuration(text: string): number | Unreadable {
  const clock = /^(\d{1,5}):([0-5]\d):([0-5]\d)$/.exec(text);
  if (clock !== null) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) * 1000;
  if (/^\d+(?:\.\d+)?$/.test(text)) return new Unreadable("duration-has-no-unit", { text: shorten(text) });
  const plain = /^P(?=.)(?:\d+D)?(?:T(?=\d).*)?$/i.test(text) ? text.slice(1).replace(/T/i, "") : text;
  let ms = 0;
  let left = plain.slice(0, 100);
  for (let part = first(left); part !== null; part = first(left)) {
    const unit = units.find(([words]) => words.test(part.unit));
    if (unit === undefined) break;
    ms += part.number * unit[1];
    left = left.slice(part.length);
  }
  return left === "" && ms > 0 && plain.length <= 100
    ? Math.round(ms)
    : new Unreadable("duration-is-not-understood", { text: shorten(text) });
}

function first(text: string): { readonly number: number; readonly unit: string; readonly length: number } | null {
  const match = /^\s*(?:,|and)?\s*(\d{1,9}(?:\.\d{1,6})?)\s*([a-z]+|[\u4e00-\u9fff]+?(?=\d|\s|$))\s*/i.exec(text);
  return match === null ? null : { number: Number(match[1]), unit: match[2] ?? "", length: match[0].length };
}
