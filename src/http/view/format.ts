import { createDateFormat } from "./dates.ts";
import type { DateFormat, Moment } from "./dates.ts";
import type { Locale } from "./locale.ts";
import { createNumberFormat } from "./numbers.ts";
import type { NumberFormat } from "./numbers.ts";
import type { Translate } from "./translate.ts";

export type Format = NumberFormat &
  DateFormat & {
    /** 3 min 40 s, 3 分钟 40 秒; two units at most, tenths under ten seconds. */
    readonly duration: (seconds: number) => string;
    /** 804 ms */
    readonly milliseconds: (value: number) => string;
    /** 9 days, 9 天 */
    readonly days: (count: number) => string;
    /** 9 days late, today, in 5 days; 逾期 9 天, 今天, 还有 5 天 */
    readonly due: (day: Moment, now: Moment) => string;
    /** at least 95.2 %, 不低于 95.2% */
    readonly atLeast: (figure: string) => string;
    /** at most 1.2 %, 不高于 1.2% */
    readonly atMost: (figure: string) => string;
    /** a, b and c */
    readonly list: (items: readonly string[]) => string;
    /** 9f2c71d0…41ab */
    readonly digest: (hex: string) => string;
  };

export function createFormat(locale: Locale, timeZone: string, t: Translate): Format {
  const numbers = createNumberFormat(locale);
  const dates = createDateFormat(locale, timeZone);
  const lists = new Intl.ListFormat(locale === "en" ? "en-GB" : "zh-CN", { type: "conjunction" });
  return {
    ...numbers,
    ...dates,
    duration: (seconds) => duration(seconds, t, numbers),
    milliseconds: (value) => `${numbers.number(value, 0)}\u00a0ms`,
    days: (count) => t("common:format.days", { count }),
    due: (day, now) => due(dates.daysBetween(now, day), t),
    atLeast: (figure) => t("common:format.atLeast", { figure }),
    atMost: (figure) => t("common:format.atMost", { figure }),
    list: (items) => (locale === "en" ? lists.format(items) : spaced(lists.formatToParts(items))),
    digest: (hex) => (hex.length <= 14 ? hex : `${hex.slice(0, 8)}…${hex.slice(-4)}`),
  };
}

/** Chinese sets Latin letters and figures off from the characters beside them. */
function spaced(parts: readonly { readonly type: "element" | "literal"; readonly value: string }[]): string {
  return parts
    .map(({ type, value }, i) => {
      if (type === "element" || value !== "和") return value;
      const [before, after] = [parts[i - 1]?.value ?? "", parts[i + 1]?.value ?? ""];
      return (/[\w%]$/.test(before) ? " " : "") + value + (/^\w/.test(after) ? " " : "");
    })
    .join("");
}

function due(daysLeft: number, t: Translate): string {
  if (daysLeft < 0) return t("common:format.late", { count: -daysLeft });
  return daysLeft === 0 ? t("common:format.today") : t("common:format.inDays", { count: daysLeft });
}

const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

function duration(seconds: number, t: Translate, { number }: NumberFormat): string {
  if (seconds < 10) return t("common:format.second", { figure: number(Math.round(seconds * 10) / 10) });
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of steps) {
    const whole = Math.floor(rest / size);
    if (whole > 0) parts.push(t(`common:format.${unit}`, { figure: number(whole) }));
    else if (parts.length > 0) break;
    rest -= whole * size;
    if (parts.length === 2 || rest === 0) break;
  }
  return parts.join(" ");
}
