import { availabilityLower, availabilityUpper } from "../statistics/availability.ts";
import { betaQuantile, tQuantile } from "../statistics/distributions.ts";
import { piecewiseLinear } from "../statistics/value.ts";
import { differenceAt, disparityAt } from "../measures/difference.ts";
import { tabulate } from "./inverse-table.ts";
import type { Inverse } from "./inverse-table.ts";
import type { IndicatorResult } from "./verdict-types.ts";
import type { Distribution } from "../measures/finding-parts.ts";

/** Value 0–100 of an indicator at u in [0, 1], rising with u: u = 0 is its worst case whichever way is better. */
export interface Curve {
  /** By table: the same bits on every platform. For draws. */
  readonly drawn: Inverse;
  /** By the quantile function itself. For the exact correlated probability. */
  readonly exact: Inverse;
}

export interface Sampler {
  readonly lower: Curve;
  /** The very same object where both runs agree. */
  readonly upper: Curve;
}

/**
 * Where a draw of the indicator comes from, in the lower and in the upper run. Unknown counts 0 and 100. They differ, too,
 * where a side has no bound of its own: a capacity whose highest tested step passes counts 100 in the upper run, and
 * availability draws A_L at confidence 1−u below and, where that is higher, its upper bound at confidence u above (1 without
 * an outage), so that a short quiet observation neither passes nor fails.
 */
export function sampler({ distribution, better, value }: IndicatorResult): Sampler {
  if (distribution === undefined) return { lower: constant(0), upper: constant(100) };
  const valueOf = piecewiseLinear(value);
  const valued = (curve: Curve): Curve => {
    const through = (inverse: Inverse): Inverse =>
      better === "higher" ? (u) => valueOf(inverse(u)) : (u) => valueOf(inverse(1 - u));
    return { drawn: through(curve.drawn), exact: through(curve.exact) };
  };
  const lower = valued(lowerCurve(distribution));
  if (distribution.kind === "t" && distribution.unboundedAbove === true) return { lower, upper: constant(100) };
  if (distribution.kind === "levels") {
    return { lower, upper: distribution.missed === null ? constant(100) : valued(tCurve(distribution.missed)) };
  }
  return { lower, upper: distribution.kind === "availability" ? valued(upperAvailability(distribution)) : lower };
}

function lowerCurve(distribution: Distribution): Curve {
  switch (distribution.kind) {
    case "constant":
      return constant(distribution.value);
    case "beta":
      return tabulated((p) => betaQuantile(p, distribution.a, distribution.b));
    case "t":
      return tCurve(distribution);
    case "levels":
      return distribution.passed === null ? constant(0) : tCurve(distribution.passed);
    case "triangular":
      return closedForm(triangularInverse(distribution));
    case "difference":
      return tabulated((p) => differenceAt(p, distribution.of, distribution.less));
    case "disparity":
      return tabulated((p) => disparityAt(p, distribution.groups, distribution.reference));
    case "availability":
      return tabulated((p) => availabilityLower(renewal(distribution), distribution.restoreSeconds, 1 - p));
    default:
      return distribution satisfies never;
  }
}

function tCurve({
  mean,
  standardError,
  df,
}: Pick<Extract<Distribution, { kind: "t" }>, "mean" | "standardError" | "df">): Curve {
  return standardError === 0 ? constant(mean) : tabulated((p) => mean + standardError * tQuantile(p, df));
}

/** Mode at the median score. Closed form, with a square root only. */
function triangularInverse({ lowest, median, highest }: Extract<Distribution, { kind: "triangular" }>): Inverse {
  const width = highest - lowest;
  if (width === 0) return () => median;
  const share = (median - lowest) / width;
  return (u) =>
    u < share
      ? lowest + Math.sqrt(u * width * (median - lowest))
      : highest - Math.sqrt((1 - u) * width * (highest - median));
}

function upperAvailability(distribution: Extract<Distribution, { kind: "availability" }>): Curve {
  if (distribution.outages === 0) return constant(1);
  const { restoreSeconds } = distribution;
  const observed = renewal(distribution);
  return tabulated((p) => Math.max(availabilityUpper(observed, p), availabilityLower(observed, restoreSeconds, 1 - p)));
}

function renewal({ outages, downSeconds, upSeconds }: Extract<Distribution, { kind: "availability" }>) {
  return { outages, down: downSeconds, up: upSeconds };
}

function constant(value: number): Curve {
  return closedForm(() => value);
}

function closedForm(inverse: Inverse): Curve {
  return { drawn: inverse, exact: inverse };
}

/** Quantile functions stand at infinity, or fail, at 0 and 1 themselves. */
const EDGE = 1e-12;

function tabulated(quantileAt: (p: number) => number): Curve {
  return { drawn: tabulate(quantileAt), exact: (u) => quantileAt(Math.min(Math.max(u, EDGE), 1 - EDGE)) };
}
