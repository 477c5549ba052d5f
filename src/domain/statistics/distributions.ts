import { betaLower, betaOdds } from "./incomplete-beta.ts";
import { gammaQuantile, gammaTails } from "./incomplete-gamma.ts";
import { normalQuantile as quantileOfNormal } from "./normal-quantile.ts";

/**
 * The only door to the distributions: probabilities from 1e-12 to 1 − 1e-12 and shapes from ½ to 1e7 to a relative error under
 * 1e-10, in both tails. Every function throws RangeError for a probability outside 0–1 or a shape ≤ 0.
 */

/** P(Z ≤ z) of the standard normal. */
export function normalCdf(z: number): number {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  requireProbability(p);
  return quantileOfNormal(p);
}

/** P(T ≤ t) of Student's t with df > 0 degrees of freedom (not necessarily whole: Welch). */
export function tCdf(t: number, df: number): number {
  requireShape(df);
  if (df > NORMAL_DF) return normalCdf(t);
  const tail = betaLower(df / (t * t), df / 2, 0.5) / 2;
  return t < 0 ? tail : 1 - tail;
}

/** t with P(T ≤ t) = p. */
export function tQuantile(p: number, df: number): number {
  requireProbability(p);
  requireShape(df);
  if (df > NORMAL_DF) return quantileOfNormal(p);
  if (p === 0.5) return 0;
  const tails = 2 * Math.min(p, 1 - p);
  const size = Math.sqrt(df / betaOdds(tails, 1 - tails, df / 2, 0.5, fromNormal(tails, df)));
  return p < 0.5 ? -size : size;
}

/** x with P(χ² ≤ x) = p, df > 0. */
export function chiSquareQuantile(p: number, df: number): number {
  requireProbability(p);
  requireShape(df);
  return 2 * gammaQuantile(p, 1 - p, df / 2);
}

/** P(X ≤ x) of the gamma distribution with scale 1: of so many exponential times together. */
export function gammaCdf(x: number, shape: number): number {
  requireShape(shape);
  return x <= 0 ? 0 : gammaTails(shape, x).lower;
}

/** x with P(F ≤ x) = p, df1 and df2 > 0. */
export function fQuantile(p: number, df1: number, df2: number): number {
  requireProbability(p);
  requireShape(df1);
  requireShape(df2);
  return (df2 / df1) * betaOdds(p, 1 - p, df1 / 2, df2 / 2);
}

/** I_x(a, b), the regularised incomplete beta function; x outside 0–1 is clamped. */
export function betaCdf(x: number, a: number, b: number): number {
  requireShape(a);
  requireShape(b);
  if (x <= 0) return 0;
  return x >= 1 ? 1 : betaLower(x / (1 - x), a, b);
}

/** x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p);
  requireShape(a);
  requireShape(b);
  const odds = betaOdds(p, 1 - p, a, b);
  return odds === Infinity ? 1 : odds / (1 + odds);
}

/** From here on t and normal agree to the last digit. */
const NORMAL_DF = 1e15;

/** Odds df/t² where z² of the normal stands for t². Source: Wallace 1959 (Abramowitz & Stegun 26.7.8), solved for t. */
function fromNormal(tails: number, df: number): number {
  const z = (quantileOfNormal(tails / 2) * (8 * df + 3)) / (8 * df + 1);
  return 1 / Math.expm1((z * z) / df);
}

function requireProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, not ${p}`);
}

function requireShape(x: number): void {
  if (!(x > 0 && Number.isFinite(x))) throw new RangeError(`A shape or degree of freedom is above 0, not ${x}`);
}
