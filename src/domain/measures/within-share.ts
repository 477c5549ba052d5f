import type { MeasureContext } from "./context.ts";
import { faultlessSlices } from "./faultless-sample.ts";
import type { MeasureFinding } from "./finding.ts";
import { atPlannedLevel, overLoad, sumsOf, withinOf } from "./load.ts";
import type { MeasureRecord } from "./measure-record.ts";
import type { Yardstick } from "./yardstick.ts";

export const withinShare: MeasureRecord<"within-share"> = {
  name: "within-share",
  kind: "load",
  unit: "share",
  range: [0, 1],
  better: "higher",
  sample: "slices",
  compares: "shares",
  planning: { expects: "share", unit: "slices" },
  worstPiece: true,
  faultlessSample: (floor, risk) => faultlessSlices(floor, risk),
  measure: successesInTime,
  figure: { as: "share", step: 1e-4 },
  method: "load_run_share_bound",
};

/** Successes within the plan's latency level over requests, likewise. */
function successesInTime(context: MeasureContext, yardstick: Yardstick): MeasureFinding {
  return overLoad(context, yardstick, (load) => {
    // A tool that gives sums alone has no slices for any level.
    if (load.within === null && load.failed === null) return { reason: { code: "totals-only" } };
    const within = atPlannedLevel(load.within, context);
    if ("code" in within) return { reason: within };
    return sumsOf(load, context, withinOf) ?? { reason: { code: "no-latency-level" } };
  });
}
