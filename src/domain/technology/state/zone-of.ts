import type { Technology } from "./technology.ts";

/** The configured zone, as the evidence names it. */
export const zoneOf = ({ evidence }: Pick<Technology, "evidence">): string => evidence.at(-1)?.timeZone ?? "UTC";
