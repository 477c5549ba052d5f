import { betaCdf, normalCdf } from "../statistics/distributions.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import type { Chances } from "./chances.ts";
import { lastWhere } from "./search.ts";

/** How much stands behind a share. */
export interface ShareSample {
  /** Trials that truly are independent of one another: what chance has to play with. */
  readonly independent: number;
  /** The effective sample that the method counts: at most so much, however many there were. */
  readonly counted: number;
}

/**
 * Chance that a share clears its floor by Clopper and Pearson's bound on `counted` trials at c′, and that it fails by the
 * bound at (1−c′)/m, where the share found is a binomial of `independent` trials (0–1).
 *
 * @param share what is true, 0–1; no sample: neither happens
 */
export function shareChances(share: number, { independent, counted }: ShareSample, yardstick: Yardstick): Chances {
  const { floor, better, confidence, failConfidence } = yardstick;
  if (floor === undefined || counted <= 0 || independent < 1) return { pass: 0, fail: 0 };
  const [truth, limit] = better === "higher" ? [share, floor] : [1 - share, 1 - floor];
  const trials = Math.round(independent);
  const passes = (observed: number): boolean => lowerClears(observed * counted, counted, limit, 1 - confidence);
  const fails = (observed: number): boolean => upperMisses(observed * counted, counted, limit, failConfidence);
  const leastPassing = passes(1) ? 1 - lastWhere((missing) => passes(1 - missing), 0, 1) : null;
  const mostFailing = fails(0) ? lastWhere(fails, 0, 1) : null;
  return {
    pass: leastPassing === null ? 0 : atLeast(leastPassing * trials, trials, truth),
    fail: mostFailing === null ? 0 : 1 - atLeast(Math.floor(mostFailing * trials + 1e-9 * trials) + 1, trials, truth),
  };
}

/** Is the one-sided lower bound of `events` of `n`, at risk α, at least the limit? */
function lowerClears(events: number, n: number, limit: number, risk: number): boolean {
  if (limit <= 0) return true;
  return limit < 1 && events > 0 && betaCdf(limit, events, n - events + 1) <= risk;
}

/** Is the one-sided upper bound under the limit? */
function upperMisses(events: number, n: number, limit: number, confidence: number): boolean {
  if (limit >= 1) return events < n;
  return limit > 0 && n - events > 0 && betaCdf(limit, events + 1, n - events) >= confidence;
}

/** jStat's incomplete beta function loses its way with shapes beyond this. */
const NORMAL_FROM = 50_000;

/** P(X ≥ k) of a binomial; k need not be whole. */
function atLeast(k: number, trials: number, share: number): number {
  const least = Math.ceil(k - 1e-9 * trials - 1e-9);
  if (least <= 0) return 1;
  if (least > trials || share <= 0) return 0;
  if (share >= 1) return 1;
  if (trials < NORMAL_FROM) return betaCdf(share, least, trials - least + 1);
  return 1 - normalCdf((least - 0.5 - trials * share) / Math.sqrt(trials * share * (1 - share)));
}
