import { measureOf } from "../../measures/measures.ts";
import { lookConfidence } from "../../statistics/looks.ts";
import type { Policy } from "../policy.ts";
import type { Indicator } from "../../measures/measures.ts";

/** What the least sample hangs on beside the indicator. */
export type BestCase = Pick<Policy, "confidence" | "looks" | "restore">;

/** The smallest sample with which the indicator could clear its floor at all, at c′ of the default looks; see FaultlessSample. */
export function leastSample({ measure, floor }: Indicator, { confidence, looks, restore }: BestCase): number {
  const risk = 1 - lookConfidence({ confidence, looks: looks.default });
  return floor === undefined ? 1 : (measureOf(measure).faultlessSample?.(floor, risk, restore.leastMinutes * 60) ?? 1);
}
