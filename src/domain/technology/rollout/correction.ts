import { notTooEarly } from "../../words/day-limits.ts";
import { isDay } from "../../words/days.ts";
import { when } from "../../words/reasons.ts";
import type { Instant } from "../../words/text.ts";
import { stated } from "../manifest/correction.ts";
import type { Correction } from "../manifest/correction.ts";
import type { Drill } from "../state/rollout.ts";

export const drillCorrection: Correction = {
  fields: ["drillMinutes", "drillOn"],
  reasons: ({ drillMinutes, drillOn }, f) => [
    ...when(drillMinutes !== undefined && !(drillMinutes > 0), "NotPositive", "changes.drillMinutes"),
    ...when(drillOn !== undefined && !isDay(drillOn), "DayMalformed", "changes.drillOn"),
    ...(drillOn !== undefined && isDay(drillOn) ? notTooEarly(drillOn, "changes.drillOn") : []),
    ...when(drillOn !== undefined && drillOn > f.today, "DrillInFuture", "changes.drillOn"),
  ],
  apply: (t, position, { drillMinutes: minutes, drillOn: on }, at) => ({
    ...t,
    rollout: t.rollout && {
      ...t.rollout,
      drills: t.rollout.drills.map((drill) =>
        drill.position === position ? corrected(drill, stated({ minutes, on }), at.time) : drill,
      ),
    },
  }),
};

/** Both figures stay: a look that was taken saw the former. */
const corrected = (drill: Drill, figures: Partial<Pick<Drill, "minutes" | "on">>, until: Instant): Drill =>
  Object.keys(figures).length === 0
    ? drill
    : { ...drill, ...figures, was: [...drill.was, { on: drill.on, minutes: drill.minutes, until }] };
