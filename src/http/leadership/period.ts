import type { Request } from "express";
import { addDays, isDay } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import type { Period } from "../../projections/counts/types.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";

/** A period that is asked for by its days; a calendar one has a name. */
export interface AskedPeriod extends Period {
  readonly named: NamedPeriod | null;
  /** What was typed and is no period: it is said, and the quarter shown instead. */
  readonly wrong: { readonly from: string; readonly to: string } | null;
}

interface NamedPeriod extends Period {
  readonly kind: "quarter" | "year";
  readonly year: number;
  /** 1–4 of a quarter. */
  readonly quarter: number;
}

/** Longer ones are no period of a scorecard, and summing their days would keep others waiting. */
const mostDays = 3660;

/** That of the address; without one, or with days that are none, the quarter it is. */
export function periodOf(req: Request, today: Day): AskedPeriod {
  const [from = "", to = ""] = [queryValue(req, "from"), queryValue(req, "to")];
  const asked = from !== "" || to !== "";
  const now = quarterOf(today);
  if (!asked) return { from: now.from, to: now.to, named: now, wrong: null };
  if (!isPeriod(from, to))
    return { from: now.from, to: now.to, named: now, wrong: { from: from.slice(0, 40), to: to.slice(0, 40) } };
  const named = [quarterOf(from), yearOf(from)].find((calendar) => calendar.from === from && calendar.to === to);
  return { from, to, named: named ?? null, wrong: null };
}

const isPeriod = (from: string, to: string): boolean =>
  isDay(from) && isDay(to) && from <= to && addDays(from, mostDays) >= to;

/** The quarter a day lies in. */
export function quarterOf(day: Day): NamedPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const quarter = Math.ceil(month / 3);
  const from = `${day.slice(0, 4)}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
  const last = `${day.slice(0, 4)}-${String(quarter * 3).padStart(2, "0")}-28`;
  return { kind: "quarter", year, quarter, from, to: endOfMonth(last) };
}

export const yearOf = (day: Day): NamedPeriod => ({
  kind: "year",
  year: Number(day.slice(0, 4)),
  quarter: 0,
  from: `${day.slice(0, 4)}-01-01`,
  to: `${day.slice(0, 4)}-12-31`,
});

/** @param day the 28th of a month */
function endOfMonth(day: Day): Day {
  let last = day;
  for (let next = addDays(last, 1); next.slice(5, 7) === day.slice(5, 7); next = addDays(next, 1)) last = next;
  return last;
}

export function periodName({ t, format }: Language, { from, to, named }: AskedPeriod): string {
  if (named === null) return t("leadership:period.days", { from: format.date(from), to: format.date(to) });
  return named.kind === "year"
    ? t("leadership:period.year", { year: String(named.year) })
    : t("leadership:period.quarter", { year: String(named.year), quarter: named.quarter });
}
