import { tCdf, tQuantile } from "./distributions.ts";
import { logGamma } from "./log-gamma.ts";

/** sd uses n − 1 and is absent for n < 2. */
export interface Summary {
  readonly n: number;
  readonly mean: number;
  readonly sd?: number;
}

/** n, mean and sd of at least one number. */
export function summarise(x: readonly number[]): Summary {
  if (x.length === 0) throw new RangeError("A mean needs at least one number");
  const mean = x.reduce((sum, v) => sum + v, 0) / x.length;
  if (x.length < 2) return { n: 1, mean };
  return { n: x.length, mean, sd: Math.sqrt(x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (x.length - 1)) };
}

/**
 * Several summaries as if all numbers had been in one list (parallel variance, Chan, Golub, LeVeque 1983).
 * Parts with n = 0 do not count; a part with n > 1 must have its sd.
 */
export function poolSummaries(parts: readonly Summary[]): Summary | undefined {
  const used = parts.filter((part) => part.n > 0);
  const n = used.reduce((sum, part) => sum + part.n, 0);
  if (n === 0) return undefined;
  const mean = used.reduce((sum, part) => sum + part.n * part.mean, 0) / n;
  if (n === 1) return { n, mean };
  const squares = used.reduce((sum, p) => sum + (p.n - 1) * (p.sd ?? 0) ** 2 + p.n * (p.mean - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

/** Distance from the mean to a one-sided bound at `confidence`: t(n−1)·sd/√n. Infinite for n < 2: nothing is bounded. */
export function tMargin({ n, sd }: Summary, confidence: number): number {
  return n < 2 || sd === undefined ? Infinity : (tQuantile(confidence, n - 1) * sd) / Math.sqrt(n);
}

/**
 * The summary with one more observation of `value`. A bounded scale's lower bound is taken after one more answer at its lowest
 * end: what a dozen contented people cannot rule out is a thirteenth who is not, as Clopper-Pearson counts one failure more
 * than it saw. The t-bound alone clears falsely in up to a fifth where a few are very unhappy. n ≥ 1.
 */
export function withOneMore({ n, mean, sd = 0 }: Summary, value: number): Summary {
  const squares = (n - 1) * sd ** 2 + (n / (n + 1)) * (mean - value) ** 2;
  return { n: n + 1, mean: (n * mean + value) / (n + 1), sd: Math.sqrt(squares / n) };
}

/** Two-sided t-interval of a mean with the one-sided lower bound at 0.95 beside it; n ≥ 2. */
export function meanTInterval(x: readonly number[], confidence: number) {
  const summary = summarise(x);
  const { mean, sd } = summary;
  if (sd === undefined) throw new RangeError("A t-interval needs at least two numbers");
  const half = tMargin(summary, 1 - (1 - confidence) / 2);
  return { mean, sd, lower: mean - half, upper: mean + half, lowerOneSided95: mean - tMargin(summary, 0.95) };
}

/**
 * Welch's difference of means a − b with unequal variances, two-sided; Satterthwaite's degrees of freedom.
 * Both groups need two numbers, and one of them some variation. Source: Welch 1947.
 */
export function welchDifference(a: readonly number[], b: readonly number[], confidence: number) {
  const [sa, sb] = [summarise(a), summarise(b)];
  const [va, vb] = [squaredError(sa), squaredError(sb)];
  const se = Math.sqrt(va + vb);
  if (se === 0) throw new RangeError("Welch's difference needs some variation");
  const df = (va + vb) ** 2 / (va ** 2 / (sa.n - 1) + vb ** 2 / (sb.n - 1));
  const diff = sa.mean - sb.mean;
  const t = diff / se;
  const half = tQuantile(1 - (1 - confidence) / 2, df) * se;
  return { diff, t, df, p: 2 * tCdf(-Math.abs(t), df), lower: diff - half, upper: diff + half };
}

/**
 * Standardised difference (a − b over the pooled sd) and Hedges' g, with the usual approximation 1 − 3/(4df − 1) and
 * exactly, J = Γ(df/2) / (√(df/2)·Γ((df−1)/2)). Source: Hedges 1981.
 */
export function hedgesG(a: readonly number[], b: readonly number[]) {
  const [sa, sb] = [summarise(a), summarise(b)];
  if (sa.sd === undefined || sb.sd === undefined) throw new RangeError("Hedges' g needs two numbers in each group");
  const df = sa.n + sb.n - 2;
  const pooled = Math.sqrt(((sa.n - 1) * sa.sd ** 2 + (sb.n - 1) * sb.sd ** 2) / df);
  if (pooled === 0) throw new RangeError("Hedges' g needs some variation");
  const d = (sa.mean - sb.mean) / pooled;
  const exact = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
  return { cohenD: d, gApproximate: d * (1 - 3 / (4 * df - 1)), gExact: d * exact };
}

function squaredError({ n, sd }: Summary): number {
  if (sd === undefined) throw new RangeError("Welch's difference needs two numbers in each group");
  return (sd * sd) / n;
}
