import { normalCdf, normalQuantile } from "./distributions.ts";

/**
 * Weighted sum of independent normal values: mean Σw·μ, sd √Σ(w·σ)², the chance of reaching each threshold and the 5 %
 * quantile. The yardstick that the Monte Carlo of the verdict is held against.
 */
export function propagateNormal(
  weights: readonly number[],
  means: readonly number[],
  sds: readonly number[],
  thresholds: readonly number[],
) {
  const mean = weights.reduce((sum, w, i) => sum + w * (means[i] ?? 0), 0);
  const sd = Math.sqrt(weights.reduce((sum, w, i) => sum + (w * (sds[i] ?? 0)) ** 2, 0));
  const reaches = thresholds.map((t) => (sd === 0 ? Number(mean >= t) : normalCdf((mean - t) / sd)));
  return { mean, sd, reaches, p05: mean + sd * normalQuantile(0.05) };
}
