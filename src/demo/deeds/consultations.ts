import type { Step } from "../steps.ts";
import type { Words } from "../words.ts";
import type { ConsultationDeed } from "./consultation-deed.ts";

/** By the planner, or by whoever writes. */
export const step = (daysAgo: number, does: ConsultationDeed): Step => ({ day: daysAgo, by: null, does });

export const place = (daysAgo: number, contribution: string, ...points: readonly string[]): Step =>
  step(daysAgo, { do: "place-contribution", contribution, points });

export const makePoint = (daysAgo: number, text: Words): Step =>
  step(daysAgo, { do: "make-point", text, origin: "contributions" });
