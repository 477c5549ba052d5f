import { SLICE_SECONDS, STALL_SECONDS } from "../statistics/clustered.ts";
import { tQuantile } from "../statistics/distributions.ts";

/** Slices of a load run without a single event of the wrong kind; `share` of the requests must be right. */
export const faultlessSlices = (share: number, risk: number): number => whole(trials(share, risk) * SLICES_OF_AN_EVENT);

/** Participants who all succeed in all that they try, people being alike by `correlation`. */
export const faultlessParticipants = (share: number, risk: number, correlation: number): number =>
  whole((trials(share, risk) * (1 + (ATTEMPTS - 1) * correlation)) / ATTEMPTS);

/** Without an outage: 1 / (1 + −ln(risk)·R/T) ≥ floor, R the least that a failure is taken to last. */
export function faultlessHours(floor: number, risk: number, leastHours: number): number {
  return floor >= 1 ? Infinity : whole((-Math.log(risk) * floor * leastHours) / (1 - floor));
}

/**
 * Everyone at the top, and one answer at the bottom that the bound adds: its mean less its t-margin is (n − t)/(n + 1) of
 * the scale, which rises with n.
 *
 * @param share of the scale's width at which the floor lies
 */
export function faultlessRespondents(share: number, risk: number): number {
  if (share >= 1) return Infinity;
  const shows = (n: number): boolean => (n - tQuantile(1 - risk, n)) / (n + 1) >= share;
  let [low, high] = [1, 2];
  while (!shows(high) && high < MOST) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shows(middle)) high = middle;
    else low = middle;
  }
  return high < MOST ? high : Infinity;
}

/** At least one; a whole number that came out a little above itself is still that number. */
const whole = (n: number): number => Math.max(1, Math.ceil(n - 1e-9));

/** Stalls of up to three minutes are one event: at best there is one independent trial in each 18 slices of 10 s. */
const SLICES_OF_AN_EVENT = STALL_SECONDS / SLICE_SECONDS;

/** What a person of a usability test tries. */
const ATTEMPTS = 5;

/** Nobody asks that many. */
const MOST = 2 ** 20;

/** Independent trials that all succeed until the exact bound reaches the share: shareⁿ ≤ risk. */
function trials(share: number, risk: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? Infinity : Math.log(risk) / Math.log(share);
}
