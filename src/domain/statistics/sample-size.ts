import { betaCdf, normalCdf, normalQuantile, tQuantile } from "./distributions.ts";
import { newcombeDifference } from "./differences.ts";
import { gateEValue } from "./e-value.ts";
import { clopperPearsonLower, minimumAllSuccess } from "./proportions.ts";

/** Above this, nobody collects: the answer is "not with this method". */
const mostSample = 10_000_000;

export interface SampleSize {
  /** Enough if the measured value is exactly what was expected; about half of all pilots measure worse. */
  readonly atEstimate: number;
  /** Enough with a chance of 80 %, if the true value is what was expected. */
  readonly withPower: number;
}

/**
 * Independent trials for the exact one-sided lower bound of a share to reach a floor (0 < floor < 1) at `confidence`, where
 * the true share is `expected` (floor < expected ≤ 1); for a share that shall stay *under* a limit give the complements.
 * Undefined where the expected share does not exceed the floor or more than ten million would be needed.
 * Clustered trials (requests of a run, attempts of a person) count at most one per cluster: clusters, not requests.
 * Source: Clopper & Pearson 1934, inverted; power from the binomial distribution.
 */
export function sampleSizeShare(expected: number, floor: number, confidence: number): SampleSize | undefined {
  if (!(floor > 0 && floor < 1)) throw new RangeError(`A floor lies between 0 and 1, not ${floor}`);
  if (!(expected <= 1)) throw new RangeError(`An expected share is at most 1, not ${expected}`);
  if (expected <= floor) return undefined;
  const least = minimumAllSuccess(floor, 1 - confidence);
  if (expected === 1) return { atEstimate: least, withPower: least };
  const clears = (successes: number, n: number): boolean => clopperPearsonLower(successes, n, confidence) >= floor;
  return sizeOfShare(expected, least, clears);
}

function sizeOfShare(
  expected: number,
  least: number,
  clears: (successes: number, n: number) => boolean,
): SampleSize | undefined {
  const atEstimate = smallest(least, (n) => clears(expected * n, n));
  const withPower = smallest(least, (n) => chanceToClear(n, expected, clears) >= 0.8);
  if (atEstimate === undefined || withPower === undefined) return undefined;
  // Near 1 a run without a failure is likely at an n where the expected count of failures, under 1, would not do.
  return { atEstimate, withPower: Math.max(atEstimate, withPower) };
}

/** P(X ≥ s) for the fewest successes s of n that clear the floor. */
function chanceToClear(n: number, expected: number, clears: (successes: number, n: number) => boolean): number {
  let [low, high] = [0, n + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (clears(middle, n)) high = middle;
    else low = middle;
  }
  return high > n ? 0 : betaCdf(expected, high, n - high + 1);
}

/**
 * Trials without a failure from which on the anytime rule's e-value shows a share of at least `floor` (0–1, both excluded):
 * E ≥ 1/(1 − confidence). At any look, so no look shares the risk. Source: gateEValue, inverted.
 */
export function minimumAnytime(floor: number, confidence: number): number {
  const most = Number.MAX_SAFE_INTEGER;
  return smallest(1, (n) => gateEValue(n, 0, floor) >= 1 / (1 - confidence), most) ?? most;
}

/**
 * As `sampleSizeShare`, for the anytime rule: trials, each independent, until the e-value for a share of at least `floor`
 * (0 < floor < 1) reaches 1/(1 − confidence), where the true share is `expected` (floor < expected ≤ 1). The chance is that
 * of having got there by then; with luck it comes sooner. Undefined as there. Source: gateEValue, inverted.
 */
export function sampleSizeAnytime(expected: number, floor: number, confidence: number): SampleSize | undefined {
  if (!(expected <= 1)) throw new RangeError(`An expected share is at most 1, not ${expected}`);
  const least = minimumAnytime(floor, confidence);
  if (expected <= floor) return undefined;
  if (expected === 1) return { atEstimate: least, withPower: least };
  const limit = 1 / (1 - confidence);
  return sizeOfShare(expected, least, (successes, n) => gateEValue(successes, n - successes, floor) >= limit);
}

/**
 * Trials in each of two equal groups for Newcombe's one-sided bound of share − reference (each 0–1) to stay above `least`
 * (−1 to 1, under the expected difference) at `confidence`: a margin against a baseline, or a limit on the difference between
 * groups. Power by the normal approximation. Undefined where the expected difference does not lie above `least`, or ten
 * million would not do. Source: Newcombe 1998, inverted; Julious 2004, Stat Med 23:1921.
 */
export function sampleSizeDifference(
  share: number,
  reference: number,
  least: number,
  confidence: number,
): SampleSize | undefined {
  if (!(share >= 0 && share <= 1 && reference >= 0 && reference <= 1))
    throw new RangeError(`Shares lie between 0 and 1, not ${share} and ${reference}`);
  const distance = share - reference - least;
  if (!(distance > 0)) return undefined;
  const lower = (n: number): number =>
    newcombeDifference({ successes: share * n, n }, { successes: reference * n, n }, 2 * confidence - 1).lower;
  const atEstimate = smallest(1, (n) => lower(n) >= least);
  if (atEstimate === undefined) return undefined;
  const variance = share * (1 - share) + reference * (1 - reference);
  const z = normalQuantile(confidence) + normalQuantile(0.8);
  return { atEstimate, withPower: Math.max(atEstimate, Math.ceil((z ** 2 * variance) / distance ** 2)) };
}

/**
 * Trials in each of two equal groups for both of Newcombe's one-sided bounds of share − reference (each 0–1) to stay within
 * ±`limit` (0–1) at `confidence`: two groups shown to be alike, whichever of them is ahead. Where both are expected alike, either
 * bound may miss, so more is needed than for a margin on one side. Power by the normal approximation, for both bounds together.
 * Undefined where the expected difference does not lie within the limit, or ten million would not do.
 * Source: Schuirmann 1987 (two one-sided tests); Julious 2004, section 5.
 */
export function sampleSizeEquivalence(
  share: number,
  reference: number,
  limit: number,
  confidence: number,
): SampleSize | undefined {
  const [low, high] = share < reference ? [share, reference] : [reference, share];
  const oneSided = sampleSizeDifference(low, high, -limit, confidence);
  if (oneSided === undefined) return undefined;
  const sd = Math.sqrt(share * (1 - share) + reference * (1 - reference));
  const z = normalQuantile(confidence);
  const within = (distance: number, n: number): number => normalCdf((distance * Math.sqrt(n)) / sd - z);
  const chance = (n: number): number => within(limit - high + low, n) + within(limit + high - low, n) - 1;
  const withPower = sd === 0 ? oneSided.atEstimate : smallest(oneSided.withPower, (n) => chance(n) >= 0.8);
  return withPower === undefined ? undefined : { atEstimate: oneSided.atEstimate, withPower };
}

/**
 * Observations for the one-sided t-bound of a mean to reach a floor `distance` > 0 away from the expected mean, sd known or
 * guessed (> 0). Undefined for a distance of 0 or less. Power by the normal approximation with the t-quantile (Guenther 1981).
 */
export function sampleSizeMean(distance: number, sd: number, confidence: number): SampleSize | undefined {
  if (!(sd >= 0)) throw new RangeError("A standard deviation is 0 or more");
  if (distance <= 0) return undefined;
  const enough = (n: number, power: number): boolean =>
    ((tQuantile(confidence, n - 1) + (power === 0.5 ? 0 : normalQuantile(power))) * sd) / Math.sqrt(n) <= distance;
  const atEstimate = smallest(2, (n) => enough(n, 0.5));
  const withPower = smallest(2, (n) => enough(n, 0.8));
  return atEstimate === undefined || withPower === undefined ? undefined : { atEstimate, withPower };
}

/**
 * People in each of two equal groups for Newcombe-style non-inferiority: the two-sided 95 % interval of the difference clears
 * −margin with a chance of 80 % where both true shares are `share`. Normal approximation, n = (z_.975 + z_.8)²·2p(1−p)/margin².
 * Source: Julious 2004, Stat Med 23:1921.
 */
export function sampleSizeNonInferiority(share: number, margin: number): number {
  if (!(share > 0 && share < 1 && margin > 0 && margin < 1))
    throw new RangeError("Share and margin lie between 0 and 1");
  return Math.ceil(((normalQuantile(0.975) + normalQuantile(0.8)) ** 2 * 2 * share * (1 - share)) / margin ** 2);
}

/** Smallest n ≥ least at which `enough` holds from bracketing by doubling and halving; the saw-teeth of exact tests are passed over. */
function smallest(least: number, enough: (n: number) => boolean, most = mostSample): number | undefined {
  let high = least;
  while (!enough(high)) {
    high *= 2;
    if (high > most) return undefined;
  }
  let low = Math.max(least - 1, Math.floor(high / 2));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}
