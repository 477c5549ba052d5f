import type { FormatName } from "../../domain/evidence/format-name.ts";
import type { Span } from "../../domain/evidence/intervals.ts";
import { type ReadOptions } from "../format.ts";
import { Refused } from "../refused.ts";
import { parseTime } from "../time.ts";
import { isUnreadable } from "../unreadable.ts";
import { Zone } from "../zone.ts";

/** What a person says of a file that does not say it (`Mapping.stated`). */
export interface Stated {
  readonly service?: string;
  readonly period?: Span;
}

/** @throws Refused where the period is none */
export function statedOf(format: FormatName, { mapping, timeZone }: ReadOptions, title: string): Stated {
  const { service, from, to } = (mapping?.format === format ? mapping.stated : undefined) ?? {};
  const named = service === undefined || service.trim() === "" ? {} : { service: service.trim() };
  if (from === undefined && to === undefined) return named;
  const zone = new Zone(timeZone);
  const [begin, end] = [parseTime(from ?? "", zone), parseTime(to ?? "", zone)];
  if (typeof begin === "number" && typeof end === "number" && end > begin) {
    return { ...named, period: { from: begin, to: end } };
  }
  const { reason } = [begin, end].find(isUnreadable) ?? { reason: "its end is not after its beginning" };
  throw new Refused({ code: "bad-period", message: `${title}: the period stated is none: ${reason}` });
}
