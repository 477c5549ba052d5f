import { betaQuantile, normalQuantile } from "./distributions.ts";

/** Shares 0–1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Wilson's score interval, two-sided: (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). For showing; gates
 * use Clopper-Pearson. n = 0 gives [0, 1]. Source: Wilson 1927; Newcombe 1998, Stat Med 17:857, method 3.
 */
export function wilsonInterval(successes: number, n: number, confidence: number): Interval {
  return wilson(successes, n, normalQuantile(1 - (1 - confidence) / 2));
}

/**
 * Clopper-Pearson's exact interval, two-sided: Beta quantiles (s, f+1) and (s+1, f). Successes and n may be
 * fractions (an effective sample). n = 0 gives [0, 1]. Source: Clopper & Pearson 1934.
 */
export function clopperPearsonInterval(successes: number, n: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return { lower: clopperPearsonLower(successes, n, 1 - tail), upper: clopperPearsonUpper(successes, n, 1 - tail) };
}

/** One-sided exact lower bound of a share at `confidence`; 0 where there is no success. What a gate reads. */
export function clopperPearsonLower(successes: number, n: number, confidence: number): number {
  requireCount(successes, n);
  if (n === 0 || successes === 0) return 0;
  const failures = n - successes;
  return betaQuantile(1 - confidence, successes, failures + 1);
}

/** One-sided exact upper bound of a share at `confidence`; 1 where there is no failure. */
export function clopperPearsonUpper(successes: number, n: number, confidence: number): number {
  requireCount(successes, n);
  if (n === 0 || successes === n) return 1;
  return betaQuantile(confidence, successes + 1, n - successes);
}

/**
 * Jeffreys' interval, Beta(s+½, f+½) with the end-point rule: 0 at s = 0, 1 at s = n.
 * Source: Brown, Cai, DasGupta 2001, Stat Sci 16:101.
 */
export function jeffreysInterval(successes: number, n: number, confidence: number): Interval {
  requireCount(successes, n);
  const tail = (1 - confidence) / 2;
  const [a, b] = [successes + 0.5, n - successes + 0.5];
  return {
    lower: successes === 0 ? 0 : betaQuantile(tail, a, b),
    upper: successes === n ? 1 : betaQuantile(1 - tail, a, b),
  };
}

/** Adjusted Wald: Wald's interval after adding z²/2 to each side, clipped to 0–1. Source: Agresti & Coull 1998. */
export function adjustedWaldInterval(successes: number, n: number, confidence: number): Interval {
  requireCount(successes, n);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const total = n + z * z;
  const centre = (successes + (z * z) / 2) / total;
  const half = z * Math.sqrt((centre * (1 - centre)) / total);
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}

/** The three one-sided lower bounds at `confidence` side by side; a gate reads `clopperPearson`. */
export function oneSidedLowerBounds(successes: number, n: number, confidence: number) {
  return {
    wilson: wilson(successes, n, normalQuantile(confidence)).lower,
    clopperPearson: clopperPearsonLower(successes, n, confidence),
    jeffreys: successes === 0 ? 0 : betaQuantile(1 - confidence, successes + 0.5, n - successes + 0.5),
  };
}

/**
 * Smallest n at which n successes without a failure show a share of at least p0 (0–1) at 1 − alpha: p0ⁿ ≤ alpha,
 * the success-run theorem. 29, 59, 299 and 2,995 for 0.90, 0.95, 0.99 and 0.999 at 0.05.
 */
export function minimumAllSuccess(p0: number, alpha: number): number {
  if (!(p0 > 0 && p0 < 1)) throw new RangeError(`A share to be shown lies between 0 and 1, not ${p0}`);
  const n = Math.max(1, Math.ceil(Math.log(alpha) / Math.log(p0)) - 1);
  // The logarithms may be off by an ulp at an exact power, so the last step is taken on the definition.
  return p0 ** n <= alpha ? n : n + 1;
}

function wilson(successes: number, n: number, z: number): Interval {
  requireCount(successes, n);
  if (n === 0) return { lower: 0, upper: 1 };
  const p = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / scale;
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === n ? 1 : Math.min(1, centre + half),
  };
}

function requireCount(successes: number, n: number): void {
  if (!(n >= 0 && successes >= 0 && successes <= n)) {
    throw new RangeError(`Successes lie between 0 and n: ${successes} of ${n}`);
  }
}
