import { z } from "zod";
import { addDays, isInstant } from "../../domain/words/days.ts";
import type { Instant } from "../../domain/words/text.ts";
import { zoneNamed } from "../../evidence/zone.ts";
import { startOf } from "../forms/moment.ts";

/** A day, or an RFC 3339 instant with its offset. */
export const moment = () =>
  z
    .string("api:field.moment")
    .trim()
    .refine((text) => isDay(text) || instantOf(text) !== null, "api:field.moment");

/**
 * From and to as instants: a day begins at its midnight and ends with its last millisecond in the configured zone,
 * today with now. Null where neither is given, "half" where one is missing.
 */
export function periodOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  timeZone: string,
  now: Instant,
): { readonly from: Instant; readonly to: Instant } | null | "half" {
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) return "half";
  const zone = zoneNamed(timeZone);
  const end = isDay(to) ? new Date(startOf(addDays(to, 1), zone) - 1).toISOString() : instantOf(to);
  const start = isDay(from) ? new Date(startOf(from, zone)).toISOString() : instantOf(from);
  if (start === null || end === null) throw new Error("The schema let a moment through that is none");
  return { from: start, to: isDay(to) && end > now && startOf(to, zone) <= Date.parse(now) ? now : end };
}

/** A moment that `moment` let through; a day alone is its beginning. */
export function instantGiven(text: string, timeZone: string): Instant {
  const instant = isDay(text) ? new Date(startOf(text, zoneNamed(timeZone))).toISOString() : instantOf(text);
  if (instant === null) throw new Error("The schema let a moment through that is none");
  return instant;
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

function instantOf(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  const instant = Number.isNaN(at) ? null : new Date(at).toISOString();
  return instant !== null && isInstant(instant) ? instant : null;
}
