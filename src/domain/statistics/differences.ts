import { normalQuantile } from "./distributions.ts";
import { wilsonInterval } from "./proportions.ts";

/** Successes of n. */
export interface Count {
  readonly successes: number;
  readonly n: number;
}

/**
 * Difference of two independent shares a − b with Newcombe's hybrid score interval, two-sided; n ≥ 1 each. Serves zero cells.
 * Source: Newcombe 1998, Stat Med 17:873, method 10.
 */
export function newcombeDifference(a: Count, b: Count, confidence: number) {
  const [pa, pb] = [share(a), share(b)];
  const [wa, wb] = [wilsonInterval(a.successes, a.n, confidence), wilsonInterval(b.successes, b.n, confidence)];
  const diff = pa - pb;
  return {
    diff,
    lower: diff - Math.sqrt((pa - wa.lower) ** 2 + (wb.upper - pb) ** 2),
    upper: diff + Math.sqrt((wa.upper - pa) ** 2 + (pb - wb.lower) ** 2),
  };
}

/**
 * Ratio of two shares a / b with Katz's log interval, two-sided. Refuses zero cells: use Newcombe or Fisher there.
 * Source: Katz et al. 1978.
 */
export function katzRatio(a: Count, b: Count, confidence: number) {
  if (a.successes <= 0 || b.successes <= 0)
    throw new RangeError("A zero cell has no log ratio: use Newcombe or Fisher");
  const ratio = share(a) / share(b);
  const se = Math.sqrt(1 / a.successes - 1 / a.n + 1 / b.successes - 1 / b.n);
  const half = normalQuantile(1 - (1 - confidence) / 2) * se;
  return { ratio, lower: ratio * Math.exp(-half), upper: ratio * Math.exp(half) };
}

/**
 * Is the pilot not worse than the baseline by more than a limit set beforehand (≤ 0, a difference of shares: −0.05)?
 * By the two-sided 95 % interval: pass where it lies above the limit, fail where below, else not enough evidence.
 */
export function nonInferiority(pilot: Count, baseline: Count, limit: number) {
  if (limit > 0)
    throw new RangeError("The limit is the lowest tolerated difference, 0 or less: −0.05 for a margin of 0.05");
  const wide = newcombeDifference(pilot, baseline, 0.95);
  const narrow = newcombeDifference(pilot, baseline, 0.9);
  const outcome =
    wide.lower > limit ? ("pass" as const) : wide.upper < limit ? ("fail" as const) : ("not_enough_evidence" as const);
  return { diff: wide.diff, ci95: [wide.lower, wide.upper], ci90: [narrow.lower, narrow.upper], outcome };
}

/** People per group for Katz's lower bound to clear a ratio limit (0–1) where both groups' true rates are equal. */
export function minimumPerGroupForRatio(rate: number, limit: number, confidence: number): number {
  if (!(rate > 0 && rate < 1 && limit > 0 && limit < 1)) throw new RangeError("Rate and limit lie between 0 and 1");
  const z = normalQuantile(1 - (1 - confidence) / 2);
  return Math.floor((2 * (1 - rate) * (z / Math.log(limit)) ** 2) / rate) + 1;
}

function share({ successes, n }: Count): number {
  if (!(n > 0 && successes >= 0 && successes <= n))
    throw new RangeError(`Successes lie between 0 and n: ${successes} of ${n}`);
  return successes / n;
}
