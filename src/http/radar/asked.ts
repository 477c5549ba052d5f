import type { Request } from "express";
import { addDays, isDay } from "../../domain/words/days.ts";
import type { Day } from "../../domain/words/text.ts";
import { queryValue } from "../request-values.ts";

/** What the circle is parted by. */
export const sectorings = ["department", "kind", "tier", "none"] as const;
export type Sectoring = (typeof sectorings)[number];

/** Beside the selection of technologies. */
export interface RadarAsked {
  /** Movement is shown from the end of one day to the end of the other. */
  readonly from: Day;
  readonly to: Day;
  readonly by: Sectoring;
  /** Days were given that are none, or in the wrong order, or to come: it is said, and the usual ones shown. */
  readonly wrong: boolean;
}

/** A quarter of a year: about as often as such a picture is talked about. */
const usualDays = 91;

export function radarAsked(req: Request, today: Day): RadarAsked {
  const by = sectorings.find((known) => known === queryValue(req, "by")) ?? "department";
  const to = queryValue(req, "to") ?? today;
  const from = queryValue(req, "from") ?? (isDay(to) ? addDays(to, -usualDays) : to);
  if (isDay(from) && isDay(to) && from < to && to <= today) return { from, to, by, wrong: false };
  return { from: addDays(today, -usualDays), to: today, by, wrong: true };
}

/** As an address says it: only what differs from the usual. */
export const askedParts = ({ from, to, by }: RadarAsked, today: Day): Readonly<Record<string, string>> => ({
  from: from === addDays(to, -usualDays) ? "" : from,
  to: to === today ? "" : to,
  by: by === "department" ? "" : by,
});
