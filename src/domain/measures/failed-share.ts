import type { LoadStatistics } from "../evidence/statistics.ts";
import type { MeasureContext } from "./context.ts";
import { faultlessSlices } from "./faultless-sample.ts";
import type { MeasureFinding } from "./finding.ts";
import { failedOf, overLoad, sumsOf } from "./load.ts";
import type { MeasureRecord } from "./measure-record.ts";
import type { Yardstick } from "./yardstick.ts";

export const failedShare: MeasureRecord<"failed-share"> = {
  name: "failed-share",
  kind: "load",
  unit: "share",
  range: [0, 1],
  better: "lower",
  sample: "slices",
  compares: "shares",
  planning: { expects: "share", unit: "slices" },
  worstPiece: true,
  faultlessSample: (floor, risk) => faultlessSlices(1 - floor, risk),
  measure: failures,
  figure: { as: "share", step: 1e-4 },
  method: "load_run_share_bound",
};

/** Failed requests over requests, on the levels that the demand asks for, all pieces in force together. */
function failures(context: MeasureContext, yardstick: Yardstick): MeasureFinding {
  return overLoad(context, yardstick, (load) => {
    if (load.failed === null) return { reason: { code: "totals-only" }, estimate: pointOf(load) };
    return sumsOf(load, context, failedOf) ?? { reason: { code: "totals-only" } };
  });
}

/** Undefined where nothing was asked or the tool does not report failures. */
function pointOf({ failures, requests }: LoadStatistics): number | undefined {
  return failures === undefined || requests === 0 ? undefined : failures / requests;
}
