import type { Measure } from "../policy/policy.ts";
import { minimumAnytime } from "../statistics/sample-size.ts";
import { faultlessSample } from "./faultless-sample.ts";
import { clears, gateBound } from "./found.ts";
import type { Found, Known, MeasureContext, Unknown, Yardstick } from "./found.ts";
import type { EvidenceUnit, IndicatorState, Needed } from "./verdict-types.ts";

/** What more would settle an indicator that is not cleared; undefined where nothing is missing. */
export function needed(
  measure: Measure,
  found: Found,
  state: IndicatorState,
  yardstick: Yardstick,
  context: Pick<MeasureContext, "plan" | "policy">,
): Needed | undefined {
  if (found.kind === "unknown") return forUnknown(measure, found, yardstick, context);
  const { floor } = yardstick;
  if (floor === undefined || (state !== "straddles" && state !== "beyond")) return undefined;
  return forKnown(measure, found, floor, yardstick);
}

function forKnown(measure: Measure, { observed }: Known, floor: number, yardstick: Yardstick): Needed {
  const { estimate, marks } = observed;
  if (measure === "rubric" && observed.lower(0.5) !== observed.upper(0.5)) return { kind: "moderation" };
  if (!clears(estimate, floor, yardstick.better)) {
    const censored = marks.includes("no-upper-bound");
    return censored
      ? { kind: "higher-load", tested: estimate, floor }
      : { kind: "better", atEstimate: estimate, floor };
  }
  if (marks.includes("bound-optimistic")) return { kind: "other-evidence" };
  const factor = enoughEvidence(observed, floor, yardstick);
  if (factor === undefined) return { kind: "better", atEstimate: estimate, floor };
  const amount = Math.max(1, Math.ceil(observed.n * factor - 1e-6) - Math.floor(observed.n));
  return { kind: "more", unit: observed.unit, amount, atEstimate: estimate };
}

/** The smallest factor of evidence with the same findings whose bound clears the floor; none up to a million: undefined. */
function enoughEvidence(observed: Known["observed"], floor: number, yardstick: Yardstick): number | undefined {
  const clearsAt = (factor: number): boolean => {
    const scaled = observed.scaled?.(factor);
    const bound = scaled === undefined ? undefined : gateBound(scaled, yardstick);
    return bound !== undefined && clears(bound, floor, yardstick.better);
  };
  let high = 1;
  while (!clearsAt(high)) {
    high *= 2;
    if (high > 2 ** 20) return undefined;
  }
  let low = high / 2;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (clearsAt(middle)) high = middle;
    else low = middle;
  }
  return high;
}

const units: { readonly [M in Measure]: EvidenceUnit } = {
  availability: "hours",
  "failed-share": "slices",
  "within-share": "slices",
  headroom: "slices",
  volume: "runs",
  sus: "respondents",
  "umux-lite": "respondents",
  seq: "respondents",
  "task-success": "participants",
  satisfaction: "respondents",
  accessibility: "pages",
  fairness: "people",
  rubric: "scores",
};

function forUnknown(
  measure: Measure,
  { reason, estimate }: Unknown,
  yardstick: Yardstick,
  context: Pick<MeasureContext, "plan" | "policy">,
): Needed {
  const more = (has: number): Needed => ({
    kind: "more",
    unit: units[measure],
    amount: Math.max(1, Math.ceil(leastSample(measure, yardstick, context) - has)),
    ...(estimate === undefined ? {} : { atEstimate: estimate }),
  });
  switch (reason.code) {
    case "no-evidence":
    case "expired":
    case "not-scored":
    case "service-missing":
      return more(0);
    case "single-rate":
      return more(1);
    case "below-minimum":
      return more(reason.n);
    default:
      return { kind: "other-evidence" };
  }
}

/**
 * The minimum sample, or what the bound needs if nothing at all goes wrong, whichever is more.
 *
 * @returns in the measure's own unit: hours of observation, slices of 10 s, runs, respondents, participants, scores
 */
export function leastSample(
  measure: Measure,
  { floor, minimum, confidence, anytime }: Yardstick,
  { plan, policy }: Pick<MeasureContext, "plan" | "policy">,
): number {
  if (floor === undefined) return minimum;
  if (measure === "task-success" && anytime !== undefined && floor > 0 && floor < 1) {
    return Math.max(minimum, minimumAnytime(floor, anytime));
  }
  const restoreSeconds = Math.max(plan.restoreSeconds ?? 0, policy.restore.leastMinutes * 60);
  const faultless = faultlessSample(measure, floor, 1 - confidence, restoreSeconds);
  return Number.isFinite(faultless) ? Math.max(minimum, faultless) : minimum;
}
