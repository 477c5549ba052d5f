import { fall, logBeta, logPeak } from "./log-gamma.ts";
import { searchTail } from "./tail-search.ts";
import type { Tail } from "./tail-search.ts";

/**
 * I_x(a, b) at odds x/(1−x), which keep every digit at both ends. Relative error of the smaller tail about 1e-13 for shapes to
 * 1e7; the steps it takes grow with the square root of the shapes. Source: Didonato & Morris 1992, ACM TOMS 18:360.
 */
export function betaLower(odds: number, a: number, b: number): number {
  const peak = logPeak(a, b);
  return isLeft(odds, a, b) ? leftTail(odds, a, b, peak) : 1 - leftTail(1 / odds, b, a, peak);
}

/**
 * Odds x/(1−x) with I_x(a, b) = p; q is 1 − p, kept apart because one of them may be tiny. `start` is a guess, if there is one.
 * Closed where a or b is 1: successes or failures without exception.
 */
export function betaOdds(p: number, q: number, a: number, b: number, start?: number): number {
  if (p > 0.5) return 1 / betaOdds(q, p, b, a, start === undefined ? undefined : 1 / start);
  const logP = Math.log(p);
  if (b === 1) return Math.exp(logP / a) / -Math.expm1(logP / a);
  if (a === 1) return Math.expm1(-Math.log1p(-p) / b);
  const peak = logPeak(a, b);
  const from = start ?? (a > 1 && b > 1 ? byNormal(logP, a, b) : byPower(logP, a, b));
  return Math.exp(searchTail((l) => tailAt(Math.exp(l), a, b, peak), logP, Math.log(from)));
}

/** On the scale of log odds ln F is concave, and F′ is xᵃ(1−x)ᵇ / B(a, b). */
function tailAt(odds: number, a: number, b: number, peak: number): Tail {
  const [x, y] = [odds / (1 + odds), 1 / (1 + odds)];
  const bend = a * y - b * x;
  const bendRate = -(a + b) * x * y;
  const log = logHeight(odds, a, b, peak);
  if (isLeft(odds, a, b)) {
    const rate = fraction(odds, a, b);
    return { log: log - Math.log(rate), rate, bend, bendRate };
  }
  const height = Math.exp(log);
  const tail = 1 - height / fraction(1 / odds, b, a);
  return { log: Math.log(tail), rate: height / tail, bend, bendRate };
}

/** Left of the mean, where the continued fraction is fast. */
function isLeft(odds: number, a: number, b: number): boolean {
  return odds * b <= a;
}

function leftTail(odds: number, a: number, b: number, peak: number): number {
  return odds === 0 ? 0 : Math.exp(logHeight(odds, a, b, peak)) / fraction(odds, a, b);
}

/** ln of xᵃ(1−x)ᵇ / B(a, b): as its distance from the peak, so that large shapes do not cancel. */
function logHeight(odds: number, a: number, b: number, peak: number): number {
  const [n, scale] = [a + b, 1 + odds];
  const away = (odds * b - a) / scale;
  return peak - a * fall(away / a, (odds * n) / (a * scale)) - b * fall(-away / b, n / (b * scale));
}

const MOST_STEPS = 1_000_000;
const ENOUGH = 4e-15;

/** xᵃ(1−x)ᵇ / B(a, b) over I_x(a, b): Didonato and Morris' continued fraction, by Lentz. */
function fraction(odds: number, a: number, b: number): number {
  const [x, y] = [odds / (1 + odds), 1 / (1 + odds)];
  const lead = a * y - b * x + 1;
  let value = (a * lead) / (a + 1);
  let [c, d] = [value, 0];
  for (let m = 1; m < MOST_STEPS; m++) {
    const e = a + 2 * m - 1;
    const w = (m * (b - m) * x) / e;
    const above = ((a + m - 1) * (a + b + m - 1) * x * w) / e;
    const below = m + w + ((a + m) * (lead + m * (2 - x))) / (e + 2);
    d = 1 / (below + above * d);
    c = below + above / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return value;
}

/** A start for p ≤ ½. Source: Abramowitz & Stegun 26.5.22 with 26.2.23 for the normal quantile. */
function byNormal(logP: number, a: number, b: number): number {
  const t = Math.sqrt(-2 * logP);
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  const [inA, inB] = [1 / (2 * a - 1), 1 / (2 * b - 1)];
  const h = 2 / (inA + inB);
  const curve = (z * z - 3) / 6;
  const w = (z * Math.sqrt(Math.max(0, curve + h))) / h - (inB - inA) * (curve + 5 / 6 - 2 / (3 * h));
  return (a / b) * Math.exp(-2 * w);
}

/** Where the far end of the tail, xᵃ / (a·B), would be p; 0.9 where that lies beyond. */
function byPower(logP: number, a: number, b: number): number {
  const x = Math.exp((logP + Math.log(a) + logBeta(a, b)) / a);
  return x < 0.9 ? x / (1 - x) : 9;
}
