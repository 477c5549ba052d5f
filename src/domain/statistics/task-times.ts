import { meanTInterval } from "./means.ts";
import { logGamma } from "./log-gamma.ts";
import { quantile } from "./quantiles.ts";

/**
 * Geometric mean of task times (seconds > 0, successes only) with a two-sided t-interval on the logarithms: times are
 * skewed. For n up to about 25; the median by ranks beyond. Source: Sauro & Lewis 2010.
 */
export function geometricMeanInterval(times: readonly number[], confidence: number) {
  if (times.some((t) => !(t > 0))) throw new RangeError("A task time is above zero");
  const { mean, lower, upper } = meanTInterval(times.map(Math.log), confidence);
  return { geomean: Math.exp(mean), lower: Math.exp(lower), upper: Math.exp(upper) };
}

/**
 * Median with the interval between its order statistics of ranks k and n+1−k, k the binomial(n, ½) quantile at the
 * tail. Where k = 0 the sample is too small for the confidence and both ends are null.
 */
export function medianInterval(x: readonly number[], confidence: number) {
  const sorted = x.toSorted((a, b) => a - b);
  const k = halfBinomialQuantile(sorted.length, (1 - confidence) / 2);
  return {
    median: quantile(sorted, 0.5),
    lower: sorted[k - 1] ?? null,
    upper: k === 0 ? null : (sorted[sorted.length - k] ?? null),
    lowerRank: k,
    upperRank: sorted.length + 1 - k,
  };
}

/** Smallest k with P(Binomial(n, ½) ≤ k) ≥ p. */
function halfBinomialQuantile(n: number, p: number): number {
  let sum = 0;
  for (let k = 0; k <= n; k++) {
    sum += Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) - n * Math.LN2);
    if (sum >= p * (1 - 1e-12)) return k;
  }
  return n;
}
