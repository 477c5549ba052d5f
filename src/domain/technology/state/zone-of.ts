import type { Technology } from "./technology.ts";

/** The configured zone, as the evidence names it. */
export const zoneOf = (t: Technology): string => t.evidence.at(-1)?.timeZone ?? "UTC";
