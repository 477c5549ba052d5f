import { z } from "zod";
import { Zone } from "../../evidence/zone.ts";

/** A time of day as it is typed, 24 hours; "" where none was. */
export function optionalTime() {
  return z
    .string("errors:field.time")
    .trim()
    .default("")
    .refine((text) => text === "" || /^([01]?\d|2[0-3])[:：][0-5]\d$/.test(text), "errors:field.time")
    .transform((text) => (text === "" ? "" : text.replace("：", ":").padStart(5, "0")));
}

/** The instant of a local day and time; null where the clock showed that time never or twice. A day alone is its beginning. */
export function instantOf(day: string, time: string, timeZone: string): string | null {
  const found = new Zone(timeZone).toInstant(Date.parse(`${day}T${time === "" ? "00:00" : time}:00Z`));
  return typeof found === "number" ? new Date(found).toISOString() : null;
}
