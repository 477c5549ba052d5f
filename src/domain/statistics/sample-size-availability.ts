import { availabilityLower } from "./availability.ts";
import { gammaCdf } from "./distributions.ts";
import { logGamma } from "./log-gamma.ts";
import type { SampleSize } from "./sample-size.ts";

export interface ExpectedOutages {
  /** Outages in 30 days, 0 or more, not necessarily whole. */
  readonly per30Days: number;
  /** Mean minutes until it is up again. */
  readonly minutesEach: number;
  /** The restore time in use, minutes: what was shown or, failing that, promised. */
  readonly restoreMinutes: number;
  /** The restore time in use is at least so many times the longest outage; 0 where outages do not count for it. */
  readonly restoreFactor?: number;
}

const MOST_DAYS = 36_500;
/** The chance rises steadily once so many outages are to be expected: before, a quiet time passes that a longer one would spoil. */
const MANY = 12;

/**
 * Days of observation from which on the availability's bound A_L reaches a floor at `confidence` with a chance of 80 %
 * (`withPower`), or of one half (`atEstimate`), if outages come as expected: they are Poisson, their lengths exponential.
 * "From which on": a short time may do by the luck of no outage where a longer one does not.
 * Undefined where the expected availability itself does not exceed the floor, or 100 years would not do.
 * Source: availabilityLower, inverted; the chance is the Poisson mixture of gamma distributions of `availabilityChance`.
 */
export function sampleSizeAvailability(
  expected: ExpectedOutages,
  floor: number,
  confidence: number,
): SampleSize | undefined {
  if (!(floor > 0 && floor < 1)) throw new RangeError(`A floor lies between 0 and 1, not ${floor}`);
  const { per30Days, minutesEach, restoreMinutes } = expected;
  if (!(per30Days >= 0 && minutesEach >= 0 && restoreMinutes > 0))
    throw new RangeError("Outages and minutes are 0 or more, the promised restore time is above 0");
  if (1 - (per30Days * minutesEach) / (30 * 1440) <= floor) return undefined;
  const chance = remembered(availabilityChance(expected, floor, confidence));
  const [atEstimate, withPower] = [0.5, 0.8].map((power) => lastingFrom(chance, per30Days, power));
  return atEstimate === undefined || withPower === undefined ? undefined : { atEstimate, withPower };
}

/** The chance (0–1) that A_L reaches the floor after so many days, above 0. */
export function availabilityChance(
  expected: ExpectedOutages,
  floor: number,
  confidence: number,
): (days: number) => number {
  const { per30Days, minutesEach } = expected;
  return (days) => {
    const window = days * 1440;
    const passes = (outages: number): number => {
      const most = mostDown({ outages, window, floor, confidence }, expected);
      if (most === undefined) return 0;
      return outages === 0 || minutesEach === 0 ? 1 : gammaCdf(most / minutesEach, outages);
    };
    return poissonMean(passes, (per30Days * days) / 30);
  };
}

interface Outlook {
  readonly outages: number;
  /** Minutes. */
  readonly window: number;
  readonly floor: number;
  readonly confidence: number;
}

/**
 * Most minutes down with which the bound still reaches the floor, undefined where none would do. In the time down, (1/A_L − 1)
 * times the time up is convex and nearly straight, so that regula falsi (Illinois) takes few steps.
 */
function mostDown(asked: Outlook, expected: ExpectedOutages): number | undefined {
  const { outages, window, floor } = asked;
  const beyond = (down: number): number => (1 / boundAt(down, asked, expected) - 1 / floor) * (window - down);
  let [low, high] = [0, window * (1 - 1e-9)];
  let atLow = beyond(low);
  if (outages === 0 || atLow > 0) return atLow > 0 ? undefined : 0;
  let atHigh = beyond(high);
  const near = 1e-8 * window * (1 / floor - 1);
  for (let i = 0; i < MOST_STEPS; i++) {
    const down = low - ((high - low) * atLow) / (atHigh - atLow);
    const at = beyond(down);
    if (Math.abs(at) <= near) return down;
    if (at < 0) [low, atLow, atHigh] = [down, at, atHigh / 2];
    else [high, atHigh, atLow] = [down, at, atLow / 2];
  }
  return low;
}

const MOST_STEPS = 60;

function boundAt(down: number, { outages, window, confidence }: Outlook, expected: ExpectedOutages): number {
  const { restoreMinutes, restoreFactor = 0 } = expected;
  const restore = Math.max(restoreMinutes, restoreFactor * down * longestShare(outages));
  return availabilityLower({ outages, down, up: window - down }, restore, confidence);
}

/** The longest of n exponential lengths as a share of their sum, in the mean: (1 + 1/2 + … + 1/n)/n. */
function longestShare(n: number): number {
  if (n > 50) return (Math.log(n) + EULER + 1 / (2 * n)) / n;
  let sum = 0;
  for (let i = 1; i <= n; i++) sum += 1 / i;
  return n === 0 ? 0 : sum / n;
}

const EULER = 0.5772156649015329;

const MOST_TERMS = 36;
const FAR = 5;

/** The mean of f over Poisson's numbers; where they are many, over evenly spaced ones of them: f is smooth there. */
function poissonMean(f: (n: number) => number, mean: number): number {
  if (mean === 0) return f(0);
  const spread = FAR * Math.sqrt(mean);
  const [first, last] = [Math.max(0, Math.floor(mean - spread)), Math.ceil(mean + spread + FAR)];
  const stride = Math.ceil((last - first + 1) / MOST_TERMS);
  let [sum, weights] = [0, 0];
  for (let n = first; n <= last; n += stride) {
    const weight = Math.exp(n * Math.log(mean) - mean - logGamma(n + 1));
    sum += weight * f(n);
    weights += weight;
  }
  return sum / weights;
}

/** Smallest whole number of days from which on the chance stays: upwards until it rises steadily, then back to where it last fell short. */
function lastingFrom(chance: (days: number) => number, per30Days: number, power: number): number | undefined {
  let [short, enough] = [0, 1];
  for (let days = 1; ; days = Math.ceil(days * 1.2)) {
    const reached = chance(Math.min(days, MOST_DAYS)) >= power;
    if (!reached) short = days;
    else if (short >= enough) enough = days;
    if (days >= MOST_DAYS && !reached) return undefined;
    if (days >= MOST_DAYS || (reached && (per30Days * days) / 30 >= MANY)) break;
  }
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (chance(middle) >= power) enough = middle;
    else short = middle;
  }
  return enough;
}

function remembered(chance: (days: number) => number): (days: number) => number {
  const known = new Map<number, number>();
  return (days) => {
    const answer = known.get(days) ?? chance(days);
    known.set(days, answer);
    return answer;
  };
}
