import { correctable, field } from "../correctable.ts";
import { optionalDay, optionalDecimal } from "../forms/fields.ts";

/** When a drill was, and how long it took. */
export const drillCorrection = correctable({
  shape: { drillMinutes: optionalDecimal({ least: 0, most: 100_000 }), drillOn: optionalDay() },
  standing: ({ rollout }, position) => {
    const drill = rollout?.drills.find((recorded) => recorded.position === position);
    return drill === undefined ? null : { drillMinutes: String(drill.minutes), drillOn: drill.on };
  },
  changes: ({ drillMinutes, drillOn }, standing) => ({
    kind: "changes",
    changes: {
      ...(drillMinutes !== null && String(drillMinutes) !== standing["drillMinutes"] && { drillMinutes }),
      ...(drillOn !== null && drillOn !== standing["drillOn"] && { drillOn }),
    },
  }),
  inputs: (fields, { t }) => [
    field(fields.date("drillOn", { label: t("rollout:drill.on") })),
    field(fields.number("drillMinutes", { label: t("rollout:drill.minutes") })),
  ],
});
