import type { Planning } from "../measures/measure-record.ts";
import { availabilityChance, sampleSizeAvailability } from "../statistics/sample-size-availability.ts";
import type { ExpectedOutages } from "../statistics/sample-size-availability.ts";
import {
  sampleSizeAnytime,
  sampleSizeDifference,
  sampleSizeEquivalence,
  sampleSizeMean,
  sampleSizeShare,
} from "../statistics/sample-size.ts";
import type { SampleSize } from "../statistics/sample-size.ts";
import type { Yardstick } from "../measures/yardstick.ts";

/** What a planner expects, in the indicator's unit; nothing of it binds the plan. */
export interface Expected {
  /** Mean or share; for availability the outages in 30 days; for fairness the difference between two groups. */
  readonly value: number;
  /**
   * Standard deviation of one answer, run or slice; for availability the minutes of one outage; for fairness the share in the
   * reference group.
   */
  readonly spread?: number;
}

/** Is a spread expected beside the value? Shares carry theirs. */
export const needsSpread = ({ expects }: Planning): boolean => expects !== "share";

/** Can it be at all: shares within 0–1, and a difference that another share can lie away. */
export function isPossible(planning: Planning, { value, spread = 0 }: Expected): boolean {
  if (planning.expects === "difference") return value <= Math.max(spread, 1 - spread) && spread <= 1;
  return needsSpread(planning) || value <= 1;
}

/** What an availability's bound rests on where a failure is not seen. */
export interface RestoreInUse {
  /** Shown by drills or, failing that, promised. */
  readonly seconds: number;
  /** At least so many times the longest outage; 0 where outages do not count for it. */
  readonly factor?: number;
}

export type PlanSize =
  /**
   * Never under the minimum sample. `atEstimate`: enough if measured exactly as expected, for availability with a chance of one
   * half; `withPower`: with a chance of 80 %.
   */
  | { readonly kind: "enough"; readonly atEstimate: number; readonly withPower: number; readonly minimum: boolean }
  /** The expected value does not lie beyond the floor, or nobody can collect that much. */
  | { readonly kind: "never" }
  | { readonly kind: "no-floor"; readonly minimum: number }
  | { readonly kind: "no-restore-time" };

/** What somebody who plans asks of one indicator. */
export interface SizeAsked {
  readonly planning: Planning;
  readonly expected: Expected;
  readonly yardstick: Yardstick;
  readonly restore: RestoreInUse;
  /** Of the pilot; 0: not said yet. */
  readonly days: number;
  /** Null: nothing is compared. */
  readonly margin: number | null;
}

export interface SizeAnswer {
  readonly size: PlanSize;
  /** That outages stay within the floor over the days of the pilot; absent where that is not asked. */
  readonly chance?: number;
  /** Of pilot and baseline each; "none" where no sample would do, absent where nothing is compared. */
  readonly comparison?: SampleSize | "none";
}

/** The sample, what the pilot's days are good for, and what a comparison takes. Availability takes a tenth of a second. */
export function sizesOf({ planning, expected, yardstick, restore, days, margin }: SizeAsked): SizeAnswer {
  const chance =
    planning.expects === "outages" && days > 0 ? chanceInDays(expected, yardstick, restore, days) : undefined;
  return {
    size: planSize(planning, expected, yardstick, restore),
    ...(chance !== undefined && { chance }),
    ...(margin !== null && { comparison: comparisonSize(planning, expected, margin, yardstick) ?? "none" }),
  };
}

/**
 * The sample for the bound a gate reads to clear the floor at c′, with the looks the plan has, if the expected value is true.
 * Shares of requests and attempts are counted in slices and participants: at best each is one independent trial (methods.md).
 *
 * @param restore the restore time that the availability's bound would rest on; without one it has none
 * @returns in the unit of `planning`. RangeError for an impossible expectation.
 */
export function planSize(
  planning: Planning,
  expected: Expected,
  yardstick: Yardstick,
  restore: RestoreInUse | null,
): PlanSize {
  const { floor, minimum, confidence } = yardstick;
  if (floor === undefined) return { kind: "no-floor", minimum };
  if (planning.expects === "outages") return forAvailability(expected, floor, yardstick, restore);
  if (planning.expects === "difference") return atLeast(differenceSize(expected, floor, confidence), minimum);
  if (!needsSpread(planning)) return atLeast(shareSize(expected.value, floor, yardstick), minimum);
  const distance = yardstick.better === "higher" ? expected.value - floor : floor - expected.value;
  return atLeast(sampleSizeMean(distance, expected.spread ?? 0, confidence), minimum);
}

/**
 * Of pilot and baseline each, for the pilot to be shown worse by less than the margin if both are what is expected.
 *
 * @param planning of a measure that can be compared  @param margin in the indicator's unit, above 0
 * @returns in the unit of `planning`; undefined where ten million would not do
 */
export function comparisonSize(
  planning: Planning,
  { value, spread = 0 }: Expected,
  margin: number,
  { confidence }: Yardstick,
): SampleSize | undefined {
  return needsSpread(planning)
    ? sampleSizeMean(margin, spread * Math.SQRT2, confidence)
    : sampleSizeDifference(value, value, -margin, confidence);
}

/**
 * Within the limit on either side, whichever group is ahead. The groups lie apart towards the middle of the scale, where shares
 * vary most.
 */
function differenceSize({ value, spread = 0.5 }: Expected, limit: number, confidence: number): SampleSize | undefined {
  const other = spread < 0.5 ? spread + value : spread - value;
  return sampleSizeEquivalence(other, spread, limit, confidence);
}

function shareSize(value: number, floor: number, { better, confidence, anytime }: Yardstick): SampleSize | undefined {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`A share lies between 0 and 1, not ${value}`);
  const [expected, limit] = better === "higher" ? [value, floor] : [1 - value, 1 - floor];
  if (limit <= 0) return { atEstimate: 0, withPower: 0 };
  if (limit >= 1) return undefined;
  return anytime === undefined
    ? sampleSizeShare(expected, limit, confidence)
    : sampleSizeAnytime(expected, limit, anytime);
}

function atLeast(size: SampleSize | undefined, minimum: number): PlanSize {
  if (size === undefined) return { kind: "never" };
  const [atEstimate, withPower] = [Math.max(size.atEstimate, minimum), Math.max(size.withPower, minimum)];
  return { kind: "enough", atEstimate, withPower, minimum: size.withPower <= minimum };
}

/** The minimum sample is in hours observed. */
function forAvailability(
  expected: Expected,
  floor: number,
  { confidence, minimum }: Yardstick,
  restore: RestoreInUse | null,
): PlanSize {
  if (restore === null || restore.seconds <= 0) return { kind: "no-restore-time" };
  if (floor >= 1) return { kind: "never" };
  const least = Math.ceil(minimum / 24);
  if (floor <= 0) return { kind: "enough", atEstimate: least, withPower: least, minimum: true };
  return atLeast(sampleSizeAvailability(outagesOf(expected, restore), floor, confidence), least);
}

/**
 * The chance (0–1) that the availability clears its floor in so many days, if outages come as expected: 0 before the minimum
 * sample, undefined where nothing can be said of it.
 */
export function chanceInDays(
  expected: Expected,
  { floor, confidence, minimum }: Yardstick,
  restore: RestoreInUse | null,
  days: number,
): number | undefined {
  if (floor === undefined || floor <= 0 || floor >= 1 || restore === null || restore.seconds <= 0) return undefined;
  if (days <= 0 || days * 24 < minimum) return 0;
  return availabilityChance(outagesOf(expected, restore), floor, confidence)(days);
}

const outagesOf = ({ value, spread = 0 }: Expected, { seconds, factor = 0 }: RestoreInUse): ExpectedOutages => ({
  per30Days: value,
  minutesEach: spread,
  restoreMinutes: seconds / 60,
  restoreFactor: factor,
});
