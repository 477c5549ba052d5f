import { fall, logGamma, logPeakOfGamma } from "./log-gamma.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { searchTail } from "./tail-search.ts";
import type { Tail } from "./tail-search.ts";

/** P(a, x) and Q(a, x) = 1 − P, the smaller one with a relative error of about 1e-13. x ≥ 0. Source: DLMF 8.9. */
export function gammaTails(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  const height = Math.exp(logHeight(a, x, logPeakOfGamma(a)));
  if (isLeft(a, x)) {
    const lower = height / lowerFraction(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = height / upperFraction(a, x);
  return { lower: 1 - upper, upper };
}

/** x with P(a, x) = p; q is 1 − p, kept apart because one of them may be tiny. */
export function gammaQuantile(p: number, q: number, a: number): number {
  const peak = logPeakOfGamma(a);
  const lower = p <= 0.5;
  const logP = Math.log(lower ? p : q);
  const tail = (l: number): Tail => tailAt(a, Math.exp(l), peak, lower);
  return Math.exp(searchTail(tail, logP, Math.log(start(p, q, a))));
}

/** On the scale of ln x both tails are log-concave, and P′ is xᵃe⁻ˣ / Γ(a). */
function tailAt(a: number, x: number, peak: number, lower: boolean): Tail {
  const log = logHeight(a, x, peak);
  const [bend, bendRate] = [a - x, -x];
  if (isLeft(a, x) === lower) {
    const rate = lower ? lowerFraction(a, x) : upperFraction(a, x);
    return { log: log - Math.log(rate), rate: lower ? rate : -rate, bend, bendRate };
  }
  const height = Math.exp(log);
  const tail = 1 - height / (lower ? upperFraction(a, x) : lowerFraction(a, x));
  return { log: Math.log(tail), rate: (lower ? height : -height) / tail, bend, bendRate };
}

/** The upper tail's fraction is slow near nought, so the lower's goes on for small shapes: there it is not yet near 1. */
function isLeft(a: number, x: number): boolean {
  return x <= Math.max(a, 2);
}

/** ln of xᵃe⁻ˣ / Γ(a): as its distance from the peak. */
function logHeight(a: number, x: number, peak: number): number {
  return peak - a * fall((x - a) / a, x / a);
}

const MOST_STEPS = 1_000_000;
const ENOUGH = 4e-15;

/** xᵃe⁻ˣ / Γ(a) over P(a, x): the fraction of the incomplete beta function with its second shape without end, by Lentz. */
function lowerFraction(a: number, x: number): number {
  let value = (a * (a - x + 1)) / (a + 1);
  let [c, d] = [value, 0];
  for (let m = 1; m < MOST_STEPS; m++) {
    const e = a + 2 * m - 1;
    const w = (m * x) / e;
    const above = ((a + m - 1) * x * w) / e;
    const below = m + w + ((a + m) * (a - x + 1 + 2 * m)) / (e + 2);
    d = 1 / (below + above * d);
    c = below + above / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return value;
}

/** xᵃe⁻ˣ / Γ(a) over Q(a, x): Legendre's fraction (DLMF 8.9.2), by Lentz. */
function upperFraction(a: number, x: number): number {
  let value = x + 1 - a;
  let [c, d] = [value, 0];
  for (let m = 1; m < MOST_STEPS; m++) {
    const above = m * (a - m);
    const below = x + 2 * m + 1 - a;
    d = 1 / (below + above * d);
    c = below + above / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) < ENOUGH) break;
  }
  return value;
}

/** Wilson and Hilferty's cube, or the far end of the lower tail where that is too low for it. */
function start(p: number, q: number, a: number): number {
  const z = p <= 0.5 ? normalQuantile(p) : -normalQuantile(q);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return root > 0.3 ? a * root ** 3 : Math.exp((Math.log(p) + logGamma(a + 1)) / a);
}
