import { availabilityLower, availabilityUpper } from "../statistics/availability.ts";
import { betaQuantile, tQuantile } from "../statistics/distributions.ts";
import { piecewiseLinearValue } from "../statistics/value.ts";
import { tabulate } from "./inverse-table.ts";
import type { Inverse } from "./inverse-table.ts";
import type { Distribution, IndicatorResult } from "./verdict-types.ts";

/** Value 0–100 of an indicator at u in [0, 1), rising with u: u = 0 is its worst case whichever way is better. */
export interface Sampler {
  readonly lower: Inverse;
  /** The same function where both runs agree. */
  readonly upper: Inverse;
}

/**
 * Where a draw of the indicator comes from, in the lower and in the upper run. Unknown counts 0 and 100. They differ,
 * too, where a side has no bound of its own: a capacity whose highest tested step passes counts 100 in the upper run, and
 * availability draws A_L at confidence 1−u below and its upper bound at confidence u above (1 without an outage), so that a
 * short quiet observation neither passes nor fails.
 */
export function sampler({ distribution, better, value }: IndicatorResult): Sampler {
  if (distribution === undefined) return { lower: () => 0, upper: () => 100 };
  const valued = (inverse: Inverse): Inverse =>
    better === "higher"
      ? (u) => piecewiseLinearValue(value, inverse(u))
      : (u) => piecewiseLinearValue(value, inverse(1 - u));
  const lower = valued(lowerInverse(distribution));
  if (distribution.kind === "t" && distribution.unboundedAbove === true) return { lower, upper: () => 100 };
  return { lower, upper: distribution.kind === "availability" ? valued(upperAvailability(distribution)) : lower };
}

function lowerInverse(distribution: Distribution): Inverse {
  switch (distribution.kind) {
    case "constant":
      return () => distribution.value;
    case "beta":
      return tabulate((p) => betaQuantile(p, distribution.a, distribution.b));
    case "t":
      return tInverse(distribution);
    case "triangular":
      return triangularInverse(distribution);
    case "availability":
      return tabulate((p) => availabilityLower(renewal(distribution), distribution.restoreSeconds, 1 - p));
    default:
      return distribution satisfies never;
  }
}

function tInverse({ mean, standardError, df }: Extract<Distribution, { kind: "t" }>): Inverse {
  if (standardError === 0) return () => mean;
  const standard = tabulate((p) => tQuantile(p, df));
  return (u) => mean + standardError * standard(u);
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

function upperAvailability(distribution: Extract<Distribution, { kind: "availability" }>): Inverse {
  if (distribution.outages === 0) return () => 1;
  return tabulate((p) => availabilityUpper(renewal(distribution), p));
}

function renewal({ outages, downSeconds, upSeconds }: Extract<Distribution, { kind: "availability" }>) {
  return { outages, down: downSeconds, up: upSeconds };
}
