import { normalCdf, tQuantile } from "../statistics/distributions.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import type { Chances } from "./chances.ts";

export interface MeanSample {
  readonly n: number;
  /** Standard deviation of one observation. */
  readonly spread: number;
  /** The scale's lowest end: the gate's bound counts one more answer there. Absent: a plain t-bound. */
  readonly lowest?: number;
}

/**
 * Chance that a mean of n independent normal observations clears its floor by the t-bound at c′ (with one more answer at
 * the scale's lowest end, where it has one), and that it fails by the plain t-bound at (1−c′)/m. The noncentral t, by the
 * integral over the standard deviation that the sample shows; higher is better.
 */
export function meanChances(mean: number, sample: MeanSample, yardstick: Yardstick): Chances {
  const { n, spread } = sample;
  const { floor, confidence, failConfidence } = yardstick;
  if (floor === undefined || n < 2) return { pass: 0, fail: 0 };
  const error = spread / Math.sqrt(n);
  const least = leastMean(sample, floor, confidence);
  const margin = tQuantile(failConfidence, n - 1) / Math.sqrt(n);
  if (spread === 0) {
    const needed = least(0);
    return { pass: needed !== null && mean >= needed ? 1 : 0, fail: mean < floor ? 1 : 0 };
  }
  const [pass, fail] = overSpread(n - 1, (ratio) => {
    const sd = ratio * spread;
    const needed = least(sd);
    return [
      needed === null ? 0 : 1 - normalCdf((needed - mean) / error),
      normalCdf((floor - margin * sd - mean) / error),
    ] as const;
  });
  return { pass, fail };
}

/** The least mean found that clears the floor, for a standard deviation found; null: none does. */
function leastMean({ n, lowest }: MeanSample, floor: number, confidence: number): (sd: number) => number | null {
  if (lowest === undefined) {
    const margin = tQuantile(confidence, n - 1) / Math.sqrt(n);
    return (sd) => floor + margin * sd;
  }
  // With m the mean above the lowest end and one more answer of 0: (a·m − f)² ≥ t²·((n−1)s² + a·m²)/(n(n+1)), a = n/(n+1).
  const a = n / (n + 1);
  const f = floor - lowest;
  const t2 = tQuantile(confidence, n) ** 2 / (n * (n + 1));
  const leading = a * a - t2 * a;
  return (sd) => {
    if (leading <= 0) return null;
    const rest = f * f - t2 * (n - 1) * sd * sd;
    return lowest + (a * f + Math.sqrt(Math.max(0, a * a * f * f - leading * rest))) / leading;
  };
}

const INTERVALS = 160;

/** Means over s/σ with its chi density, by Simpson's rule, normalised to the rule's own whole. */
function overSpread(df: number, of: (ratio: number) => readonly [number, number]): readonly [number, number] {
  const half = 8 / Math.sqrt(2 * df);
  const [low, high] = [Math.max(1e-9, 1 - half), 1 + half];
  let [whole, passing, failing] = [0, 0, 0];
  for (let i = 0; i <= INTERVALS; i += 1) {
    const ratio = low + ((high - low) * i) / INTERVALS;
    const simpson = i === 0 || i === INTERVALS ? 1 : i % 2 === 1 ? 4 : 2;
    const weight = simpson * Math.exp((df - 1) * Math.log(ratio) - (df * (ratio * ratio - 1)) / 2);
    const [pass, fail] = of(ratio);
    whole += weight;
    passing += weight * pass;
    failing += weight * fail;
  }
  return [passing / whole, failing / whole];
}
