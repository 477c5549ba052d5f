import { z } from "zod";
import type { Day } from "../../domain/words/text.ts";
import { zoneNamed } from "../../evidence/zone.ts";
import type { Zone } from "../../evidence/zone.ts";

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
  const zone = zoneNamed(timeZone);
  const ms = time === "" ? zone.startOf(midnight(day)) : zone.toInstant(Date.parse(`${day}T${time}:00Z`));
  return typeof ms === "number" ? new Date(ms).toISOString() : null;
}

/** Day and time of an instant as the clock there shows them, in the fields of the same names. */
export function localOf(instant: string, timeZone: string): { readonly day: string; readonly time: string } {
  const local = clockOf(timeZone).format(new Date(instant));
  const [day = "", time = ""] = local.split(" ");
  return { day, time };
}

/** Kept, since making one takes longer than a form does. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  if (clocks.size >= mostClocks) clocks.clear();
  clocks.set(timeZone, made);
  return made;
}

const mostClocks = 50;

/** The first minute of a day, also where its clock skips or repeats midnight. */
export function startOf(day: Day, zone: Zone): number {
  const instant = zone.startOf(midnight(day));
  // A day that a zone left out altogether has no minute: its name stands for the instant between its neighbours.
  return typeof instant === "number" ? instant : midnight(day);
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);
