import type { Policy } from "../../domain/policy/policy.ts";
import type { IndicatorUnit } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";

/** A figure in its unit: shares as percent, ratios times the demand, points and anchors as they are. */
export function inUnit({ format }: Language, unit: IndicatorUnit, value: number): string {
  switch (unit) {
    case "share":
      return format.percent(value, digitsOf(value));
    case "ratio":
      return format.times(value);
    case "points":
    case "anchor":
      return format.number(value, 1);
  }
}

/** Both bounds without the unit, which stands at the value beside them. */
export function boundsInUnit({ format }: Language, unit: IndicatorUnit, lower: number, upper: number): string {
  switch (unit) {
    case "share":
      return format.percentRange(lower, upper, digitsOf(lower));
    case "ratio":
      return format.range(lower, upper, 2);
    case "points":
    case "anchor":
      return format.range(lower, upper, 1);
  }
}

/** Near 0 or 1 the second decimal of a percent is what people argue about. */
const digitsOf = (share: number): number => (share < 0.02 || share > 0.98 ? 2 : 1);

export function unitOf(policy: Policy, key: string): IndicatorUnit {
  switch (policy.criteria.flatMap(({ indicators }) => indicators).find((one) => one.key === key)?.measure) {
    case "availability":
    case "failed-share":
    case "within-share":
    case "task-success":
      return "share";
    case "headroom":
    case "volume":
      return "ratio";
    case "rubric":
      return "anchor";
    case "sus":
    case undefined:
      return "points";
  }
}
