import { Pcg32 } from "../statistics/pcg32.ts";

/** Draws of one simulated pilot; the same seed and number give the same pilot anywhere, up to the last bit of a logarithm. */
export interface Random {
  readonly uniform: () => number;
  readonly normal: () => number;
  /** Mean 1. */
  readonly exponential: () => number;
  /** Mean `mean`, coefficient of variation `variation`: exponential at 1, constant at 0, lognormal else. */
  readonly duration: (mean: number, variation: number) => number;
  /** Successes of n trials, each with p. */
  readonly binomial: (n: number, p: number) => number;
  readonly beta: (a: number, b: number) => number;
}

/** @param number of the replication: streams of their own, so that two policies meet the same pilots */
export function randomOf(seed: number, number: number): Random {
  const generator = new Pcg32([seed >>> 0, number >>> 0], [0x7075, (seed ^ (number * 2654435761)) >>> 0]);
  const uniform = (): number => generator.uniform();
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const exponential = (): number => -Math.log(1 - uniform());
  const duration = (mean: number, variation: number): number => {
    if (variation === 0) return mean;
    if (variation === 1) return mean * exponential();
    const spread = Math.sqrt(Math.log(1 + variation ** 2));
    return mean * Math.exp(spread * normal() - spread ** 2 / 2);
  };
  const gamma = (shape: number): number => gammaOf(shape, uniform, normal);
  const beta = (a: number, b: number): number => {
    const [x, y] = [gamma(a), gamma(b)];
    return x + y === 0 ? (uniform() < a / (a + b) ? 1 : 0) : x / (x + y);
  };
  return { uniform, normal, exponential, duration, binomial: (n, p) => binomialOf(n, p, uniform, normal), beta };
}

/** By waiting times for few successes or failures, by the normal approximation for many. */
function binomialOf(n: number, p: number, uniform: () => number, normal: () => number): number {
  if (p <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomialOf(n, 1 - p, uniform, normal);
  if (n * p > 50) {
    const drawn = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal());
    return Math.min(n, Math.max(0, drawn));
  }
  const step = Math.log1p(-p);
  let [count, at] = [0, Math.floor(Math.log(1 - uniform()) / step) + 1];
  while (at <= n) {
    count += 1;
    at += Math.floor(Math.log(1 - uniform()) / step) + 1;
  }
  return count;
}

/** Marsaglia & Tsang 2000. */
function gammaOf(shape: number, uniform: () => number, normal: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, uniform, normal) * (1 - uniform()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
