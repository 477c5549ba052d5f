import { isBefore } from "../../words/days.ts";
import { dayIn } from "../../words/calendar-day.ts";
import type { Technology } from "./technology.ts";
import type { Drill } from "./rollout.ts";
import type { Day, Instant } from "../../words/text.ts";

/**
 * Restore and rollback drills of the pilot under the plan in force, as they stand: held from its opening through `today`.
 * One rehearsed before shows nothing of what is tried here.
 */
export function drillsOfPilot({ plan, rollout }: Pick<Technology, "plan" | "rollout">, today: Day): readonly Drill[] {
  const from = plan?.openedOn ?? null;
  if (from === null) return [];
  return (rollout?.drills ?? []).filter(({ on }) => !isBefore(on, from) && !isBefore(today, on));
}

/** The drills recorded through a day, each with the figures that stood at its end: a later correction shows only later. */
export function drillsBy(drills: readonly Drill[], day: Day, timeZone: string): readonly Drill[] {
  const after = (instant: Instant): boolean => isBefore(day, dayIn(instant, timeZone));
  return drills
    .filter(({ recordedAt }) => !after(recordedAt))
    .map((drill) => {
      const at = drill.was.findIndex(({ until }) => after(until));
      const stood = drill.was[at];
      return stood === undefined
        ? drill
        : { ...drill, on: stood.on, minutes: stood.minutes, was: drill.was.slice(0, at) };
    });
}
