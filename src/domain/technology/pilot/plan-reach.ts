import { notAfter } from "../../words/day-limits.ts";
import { addDays, isDay } from "../../words/days.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { Day } from "../../words/text.ts";
import type { PilotPlan } from "../state/pilot.ts";

/** Days ahead that a plan may reach. What lies further is a slip of the keyboard, or an end that never comes. */
export const reach = {
  /** From today to a pilot's start: what begins later is planned later. */
  start: 366,
  pilot: 1096,
  /** From a pilot's last day to its last look. */
  look: 366,
} as const;

/** How far a plan reaches. A tier that asks for a longer pilot gets it. */
export function planReach(plan: PilotPlan, shortest: number, today: Day): readonly Reason[] {
  const { startsOn, days, looks } = plan;
  const longest = Math.max(reach.pilot, shortest);
  const ends = isDay(startsOn) && days > 0 && days <= longest ? addDays(startsOn, days + reach.look) : null;
  return [
    ...notAfter(startsOn, addDays(today, reach.start), "startsOn"),
    ...when(days > longest, "PilotTooLong", "days", { longest }),
    ...(ends === null ? [] : notAfter(looks.at(-1) ?? startsOn, ends, "looks")),
  ];
}
