import type { Renewal } from "../statistics/availability.ts";
import type { EffectiveSample } from "../statistics/clustered.ts";
import { betaCdf, chiSquareQuantile, fQuantile, normalCdf, tCdf, tQuantile } from "../statistics/distributions.ts";
import { withOneMore } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";

/** What a bound must reach. */
export interface Target {
  readonly floor: number;
  readonly better: "higher" | "lower";
  readonly confidence: number;
}

/** Beyond so many trials the incomplete beta function is slow and the normal distribution good. */
const MANY = 20_000;

/** P(Y ≤ y) for Y ~ Bin(trials, p); trials need not be whole (an effective sample). */
function atMost(y: number, trials: number, p: number): number {
  if (y < 0) return 0;
  if (y >= trials || p <= 0) return 1;
  if (p >= 1) return 0;
  if (trials > MANY) return normalCdf((y + 0.5 - trials * p) / Math.sqrt(trials * p * (1 - p)));
  return betaCdf(1 - p, trials - y, y + 1);
}

/** The chance that of `trials` more, each bad with `p`, so few are that `holds`, which is true up to some number of them. */
export function countChance(trials: number, p: number, holds: (bad: number) => boolean): number {
  if (!holds(0)) return 0;
  let [low, high] = [0, Math.floor(trials)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return atMost(low, trials, p);
}

/**
 * The chance that Clopper-Pearson's bound of a share clears once there is `factor` times the evidence, if the truth is as
 * estimated: what is there, and Bin((factor − 1)·n, p̂) beside it on the effective sample.
 *
 * @param now n without regard to a confidence
 * @param later n of all evidence at the target's confidence
 */
export function shareChance(now: EffectiveSample, later: number, factor: number, target: Target): number {
  const { floor, better, confidence } = target;
  const [bad, limit] = better === "higher" ? [1 - now.share, 1 - floor] : [now.share, floor];
  const trials = now.n * (factor - 1);
  return countChance(trials, bad, (more) => {
    const events = (later * (bad * now.n + more)) / (now.n + trials);
    return events < later && limit > 0 && limit < 1 && betaCdf(limit, events + 1, later - events) >= confidence;
  });
}

/** What new outages may be like. */
export interface OutagesAhead {
  /** Seconds that an outage is taken to last once one of so many seconds was among them. */
  readonly restoreAfter: (longest: number) => number;
  /** Coefficient of variation of their lengths, from 1 (exponential) up. */
  readonly variation: number;
}

/**
 * The same of an availability: as many outages beside those there as a Poisson count of the estimated rate, their lengths
 * together gamma-distributed with the estimated mean and variation. The bound is that of availabilityLower, solved for the
 * downtime.
 */
export function outageChance(
  observed: Renewal,
  { restoreAfter, variation }: OutagesAhead,
  factor: number,
  { floor, confidence }: Target,
): number {
  const { outages, down, up } = observed;
  if (floor <= 0 || floor >= 1) return floor <= 0 ? 1 : 0;
  const odds = (1 - floor) / floor;
  const total = (up + down) * factor;
  const [expected, mean] = [outages * (factor - 1), outages === 0 ? 1 : down / outages];
  let [chance, probability, seen] = [0, Math.exp(-expected), 0];
  for (let more = 0; seen < 1 - 1e-6 && more < 2 * MOST_OUTAGES; more++) {
    const r = outages + more;
    const longest = more === 0 ? 0 : mean * variation * -Math.log(1 - LONGEST_AT ** (1 / more));
    const most = mostDowntime(r, restoreAfter(longest), total, odds, confidence);
    chance += probability * gammaAtMost((most - down) / mean, more, variation);
    seen += probability;
    probability *= expected / (more + 1);
  }
  return chance;
}

/** The longest of the new outages is taken at this quantile of what it may be: the longer, the longer the next may be too. */
const LONGEST_AT = 0.8;

/** Beyond so many more outages their number hardly varies. */
export const MOST_OUTAGES = 300;

/** The downtime at which availabilityLower lies just on the floor, seconds; below 0 where no downtime is little enough. */
function mostDowntime(r: number, restore: number, total: number, odds: number, confidence: number): number {
  const rate = r === 0 ? -Math.log(1 - confidence) : chiSquareQuantile(confidence, 2 * r + 2) / 2;
  const each = rate / (r + 1);
  const oneMore = (odds * total - each * restore) / (each + odds);
  if (r === 0) return oneMore;
  const share = (odds * r) / ((r + 1) * fQuantile(confidence, 2 * r, 2 * r + 2));
  return Math.min(oneMore, (share / (1 + share)) * total);
}

/** P(sum of `count` lengths of mean 1 ≤ x), gamma with the variation given, by Wilson and Hilferty's cube root (1931). */
function gammaAtMost(x: number, count: number, variation: number): number {
  if (count === 0) return x >= 0 ? 1 : 0;
  if (x <= 0) return 0;
  const shape = count / variation ** 2;
  return normalCdf((Math.cbrt(x / count) - 1 + 1 / (9 * shape)) * Math.sqrt(9 * shape));
}

interface Mean {
  readonly summary: Summary;
  /** Of the mean. */
  readonly error: { readonly standardError: number; readonly df: number };
  /** Ends of a scale: its lower bound is taken after one more answer at the lowest (withOneMore). */
  readonly range: readonly [number, number] | undefined;
  /** Where sites differ: what is left of their own error by then. */
  readonly siteError: { readonly n: number; readonly standardError: number } | undefined;
}

/** The same of a mean: the new ones have their own mean, t-distributed about that of now for the spread is estimated too. */
export function meanChance({ summary, error, range, siteError }: Mean, factor: number, target: Target): number {
  const { floor, better, confidence } = target;
  const { mean, sd = 0 } = summary;
  const n = summary.n * factor;
  const shift = (error.standardError * Math.sqrt(factor - 1)) / factor;
  const cautious = better === "higher" ? range?.[0] : undefined;
  const t = tQuantile(confidence, cautious === undefined ? n - 1 : n);
  const bySites = siteError === undefined ? 0 : tQuantile(confidence, siteError.n - 1) * siteError.standardError;
  const clears = (z: number): boolean => {
    const moved = better === "higher" ? mean + z * shift : mean - z * shift;
    const then = { n, mean: moved, sd };
    const of = cautious === undefined ? then : withOneMore(then, cautious);
    const margin = Math.max((t * (of.sd ?? 0)) / Math.sqrt(of.n), bySites);
    return better === "higher" ? of.mean - margin >= floor : of.mean + margin <= floor;
  };
  return 1 - tCdf(turningPoint(clears), error.df);
}

/** Where nothing better is known: the bound keeps its distance to an estimate that moves as its own error lets it. */
export function roughChance(now: Bounded, later: Bounded, factor: number, target: Target): number {
  const { floor, better, confidence } = target;
  const boundOf = (of: Bounded, at: number) => (better === "higher" ? of.lower(at) : of.upper(at));
  const [bound, singleErrorBound] = [boundOf(later, confidence), boundOf(now, ONE_ERROR)];
  if (bound === undefined || singleErrorBound === undefined) return 0;
  const distance = better === "higher" ? bound - floor : floor - bound;
  const shift = (Math.abs(now.estimate - singleErrorBound) * Math.sqrt(factor - 1)) / factor;
  if (shift === 0) return distance >= 0 ? 1 : 0;
  return normalCdf(distance / shift);
}

interface Bounded {
  readonly estimate: number;
  readonly lower: (confidence: number) => number | undefined;
  readonly upper: (confidence: number) => number | undefined;
}

/** The confidence of a bound one standard error away. */
const ONE_ERROR = 0.841344746;

/** Where `holds` becomes true as z rises, between −12 and 12. */
function turningPoint(holds: (z: number) => boolean): number {
  let [low, high] = [-12, 12];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
