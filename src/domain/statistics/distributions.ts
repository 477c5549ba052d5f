import jStat from "jstat";

/**
 * The only door to jstat: its distributions meet 1e-7 on the published values (its percentile and quantiles
 * are wrong and stay outside). Every function throws RangeError for a probability outside 0–1 or a shape ≤ 0.
 */

/** P(Z ≤ z) of the standard normal. */
export function normalCdf(z: number): number {
  return jStat.normal.cdf(z, 0, 1);
}

/** z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  requireProbability(p);
  return jStat.normal.inv(p, 0, 1);
}

/** P(T ≤ t) of Student's t with df > 0 degrees of freedom (not necessarily whole: Welch). */
export function tCdf(t: number, df: number): number {
  requireShape(df);
  return df >= EXPANSION_DF ? normalCdf(normalFromT(t, df)) : jStat.studentt.cdf(t, df);
}

/**
 * t with P(T ≤ t) = p. From 1,000 degrees of freedom on by the Cornish-Fisher expansion to 1/df³
 * (Abramowitz & Stegun 26.7.5), which there is exact to 1e-10 and, unlike the continued fraction of the
 * incomplete beta function, stays so for any df.
 */
export function tQuantile(p: number, df: number): number {
  requireProbability(p);
  requireShape(df);
  if (df < EXPANSION_DF) return jStat.studentt.inv(p, df);
  const z = normalQuantile(p);
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  return z + (first + (second + third / df) / df) / df;
}

/** x with P(χ² ≤ x) = p, df > 0. */
export function chiSquareQuantile(p: number, df: number): number {
  requireProbability(p);
  requireShape(df);
  return jStat.chisquare.inv(p, df);
}

/** x with P(F ≤ x) = p, df1 and df2 > 0. */
export function fQuantile(p: number, df1: number, df2: number): number {
  requireProbability(p);
  requireShape(df1);
  requireShape(df2);
  return jStat.centralF.inv(p, df1, df2);
}

/** I_x(a, b), the regularised incomplete beta function; x outside 0–1 is clamped. */
export function betaCdf(x: number, a: number, b: number): number {
  requireShape(a);
  requireShape(b);
  if (x <= 0) return 0;
  return x >= 1 ? 1 : jStat.beta.cdf(x, a, b);
}

/** x with I_x(a, b) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p);
  requireShape(a);
  requireShape(b);
  return jStat.beta.inv(p, a, b);
}

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  requireShape(x);
  return jStat.gammaln(x);
}

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

const EXPANSION_DF = 1000;

/** z with the same lower tail as t, by Wallace's approximation (A&S 26.7.8), good to 1e-7 from 1,000 df on. */
function normalFromT(t: number, df: number): number {
  const z = ((8 * df + 1) / (8 * df + 3)) * Math.sqrt(df * Math.log1p((t * t) / df));
  return t < 0 ? -z : z;
}

function requireProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`A probability lies between 0 and 1, not ${p}`);
}

function requireShape(x: number): void {
  if (!(x > 0 && Number.isFinite(x))) throw new RangeError(`A shape or degree of freedom is above 0, not ${x}`);
}
