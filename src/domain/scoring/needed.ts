import { isJudged, measureOf } from "../measures/measures.ts";
import type { Measure } from "../measures/measures.ts";
import { minimumAnytime } from "../statistics/sample-size.ts";
import { clears } from "../measures/finding.ts";
import type { MeasureFinding, Known, Unknown } from "../measures/finding.ts";
import type { MeasureContext } from "../measures/context.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import type { Observed } from "../measures/observed.ts";
import { roughChance } from "../measures/prospect.ts";
import type { IndicatorState, Needed } from "./verdict-types.ts";

/** What more would settle an indicator that is not cleared; undefined where nothing is missing. */
export function needed(
  measure: Measure,
  finding: MeasureFinding,
  state: IndicatorState,
  yardstick: Yardstick,
  context: Pick<MeasureContext, "plan" | "policy">,
): Needed | undefined {
  if (finding.kind === "unknown") return forUnknown(measure, finding, yardstick, context);
  const { floor } = yardstick;
  if (floor === undefined || (state !== "straddles" && state !== "beyond")) return undefined;
  return forKnown(measure, finding, floor, yardstick);
}

function forKnown(measure: Measure, { observed }: Known, floor: number, yardstick: Yardstick): Needed {
  const { estimate, marks } = observed;
  if (isJudged(measure) && observed.lower(0.5) !== observed.upper(0.5)) return { kind: "moderation" };
  const chanceOf = (amount: number): number =>
    chanceAfter(observed, (observed.n + amount) / observed.n, floor, yardstick);
  if (!clears(estimate, floor, yardstick.better)) {
    return marks.includes("no-upper-bound")
      ? { kind: "higher-load", tested: estimate, floor }
      : { kind: "better", atEstimate: estimate, floor, chance: chanceOf(observed.n) };
  }
  if (marks.includes("bound-optimistic")) return { kind: "other-evidence" };
  const amount = leastAmount(chanceOf, observed.n * MOST_TIMES);
  if (amount === undefined) return { kind: "better", atEstimate: estimate, floor, chance: chanceOf(observed.n) };
  return { kind: "more", unit: observed.unit, amount, atEstimate: estimate, chance: chanceOf(amount) };
}

/** Advice that fails every other time is none. */
const CHANCE = 0.8;

/** Nobody collects a million times what there is. */
const MOST_TIMES = 2 ** 20;

/** The chance that the bound clears the floor with `factor` times the evidence, if the truth is as estimated. */
function chanceAfter(observed: Observed, factor: number, floor: number, yardstick: Yardstick): number {
  const target = { floor, better: yardstick.better, confidence: yardstick.confidence };
  if (observed.chance !== undefined) return observed.chance(factor, target);
  const later = observed.scaled?.(factor);
  return later === undefined ? 0 : roughChance(observed, later, factor, target);
}

/** The least whole amount that does with the chance asked; a chance that falls and rises again by a little may hide a lesser one. */
function leastAmount(chanceOf: (amount: number) => number, most: number): number | undefined {
  let high = 1;
  while (chanceOf(high) < CHANCE) {
    high *= 2;
    if (high > most) return undefined;
  }
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (chanceOf(middle) >= CHANCE) high = middle;
    else low = middle;
  }
  return high;
}

function forUnknown(
  measure: Measure,
  { reason, estimate }: Unknown,
  yardstick: Yardstick,
  context: Pick<MeasureContext, "plan" | "policy">,
): Needed {
  const more = (has: number): Needed => ({
    kind: "more",
    unit: measureOf(measure).sample,
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
  if (measureOf(measure).anytime === true && anytime !== undefined && floor > 0 && floor < 1) {
    return Math.max(minimum, minimumAnytime(floor, anytime));
  }
  const restoreSeconds = Math.max(plan.restoreSeconds ?? 0, policy.restore.leastMinutes * 60);
  const faultless = measureOf(measure).faultlessSample?.(floor, 1 - confidence, restoreSeconds) ?? 1;
  return Number.isFinite(faultless) ? Math.max(minimum, faultless) : minimum;
}
