import type { Measure } from "./measures.ts";
import { ASSUMED_CORRELATION, SLICE_SECONDS, STALL_SECONDS } from "../statistics/clustered.ts";
import { tQuantile } from "../statistics/distributions.ts";

/**
 * The smallest sample with which a measure could clear a floor at all, if a pilot shows nothing but the best: no request failed,
 * nothing was down and every drill was over at once, every task succeeded, everyone chose the top of the scale. In the measure's
 * own unit. 1 where there is no such reckoning (ratios to a demand, audits, differences between groups, rubrics); Infinity where
 * no sample is ever enough. Source: methods.md, each measure's own bound.
 *
 * @param risk 1 − c′
 * @param leastSeconds that a failure is taken to last whatever was shown
 */
export function faultlessSample(measure: Measure, floor: number, risk: number, leastSeconds: number): number {
  switch (measure) {
    case "failed-share":
      return whole(trials(1 - floor, risk) * SLICES_OF_AN_EVENT);
    case "within-share":
      return whole(trials(floor, risk) * SLICES_OF_AN_EVENT);
    case "task-success":
      return whole((trials(floor, risk) * (1 + (ATTEMPTS - 1) * ASSUMED_CORRELATION)) / ATTEMPTS);
    case "availability":
      return hours(floor, risk, leastSeconds / 3600);
    case "sus":
    case "umux-lite":
    case "satisfaction":
      return respondents(floor / 100, risk);
    case "seq":
      return respondents((floor - 1) / 6, risk);
    default:
      return 1;
  }
}

/** At least one; a whole number that came out a little above itself is still that number. */
const whole = (n: number): number => Math.max(1, Math.ceil(n - 1e-9));

/** Stalls of up to three minutes are one event: at best there is one independent trial in each 18 slices of 10 s. */
const SLICES_OF_AN_EVENT = STALL_SECONDS / SLICE_SECONDS;

/** What a person of a usability test tries. */
const ATTEMPTS = 5;

/** Independent trials that all succeed until the exact bound reaches the share: shareⁿ ≤ risk. */
function trials(share: number, risk: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? Infinity : Math.log(risk) / Math.log(share);
}

/** Without an outage: 1 / (1 + −ln(risk)·R/T) ≥ floor, R the least that a failure is taken to last. */
function hours(floor: number, risk: number, leastHours: number): number {
  return floor >= 1 ? Infinity : whole((-Math.log(risk) * floor * leastHours) / (1 - floor));
}

/**
 * Everyone at the top, and one answer at the bottom that the bound adds: its mean less its t-margin is (n − t)/(n + 1) of
 * the scale, which rises with n.
 */
function respondents(share: number, risk: number): number {
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

/** Nobody asks that many. */
const MOST = 2 ** 20;
