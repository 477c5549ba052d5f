import { normalCdf, normalQuantile } from "./distributions.ts";
import { mayCover, medianOf, pairMeansOf, ranked } from "./rank-selection.ts";

/** Above this many differences, or with ties or zeros, ranks are handled by the normal approximation. */
const MOST_EXACT = 50;

/**
 * The same people before and after: Hodges-Lehmann's pseudomedian of the differences (median of all pair means) with its interval,
 * and Wilcoxon's signed rank V and two-sided p. Zeros drop out of V and p; exact without ties and zeros up to 50 differences, else
 * normal with tie and continuity correction. Where even the whole range covers less than the confidence, both ends are null.
 * Source: Wilcoxon 1945; Hollander & Wolfe ch. 3; R wilcox.test(paired = TRUE). Takes time of n log n.
 */
export function signedRank(differences: readonly number[], confidence: number) {
  if (differences.length === 0) throw new RangeError("At least one difference");
  const nonZero = differences.filter((d) => d !== 0);
  const { v, ties } = positiveRanks(nonZero);
  const exact = ties === 0 && nonZero.length === differences.length && nonZero.length <= MOST_EXACT;
  const means = pairMeansOf(differences);
  const tail = (1 - confidence) / 2;
  const k = exact ? exactRank(tail, nonZero.length) : normalRank(tail, differences.length);
  const covers = mayCover(differences.length * Math.LN2, tail);
  return {
    v,
    p: exact ? exactP(v, nonZero.length) : normalP(v, nonZero.length, ties),
    estimate: medianOf(means),
    lower: covers ? ranked(means, k) : null,
    upper: covers ? ranked(means, means.size + 1 - k) : null,
  };
}

/** The sum of the positive differences' mid-ranks, and Σ(t³ − t) over tied groups. */
function positiveRanks(nonZero: readonly number[]): { readonly v: number; readonly ties: number } {
  const sorted = nonZero.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  let [v, ties] = [0, 0];
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const size = Math.abs(sorted[from] ?? 0);
    while (to < sorted.length && Math.abs(sorted[to] ?? 0) === size) to++;
    const t = to - from;
    v += ((from + 1 + to) / 2) * sorted.slice(from, to).filter((d) => d > 0).length;
    ties += t ** 3 - t;
  }
  return { v, ties };
}

/** How many of the 2ⁿ sign patterns give each V. */
function distribution(n: number): number[] {
  const counts = new Array<number>((n * (n + 1)) / 2 + 1).fill(0);
  counts[0] = 1;
  for (let rank = 1; rank <= n; rank++)
    for (let v = counts.length - 1; v >= rank; v--) counts[v] = (counts[v] ?? 0) + (counts[v - rank] ?? 0);
  return counts;
}

/** Smallest k ≥ 1 with P(V ≤ k) ≥ tail: R's qsignrank, 0 taken as 1. */
function exactRank(tail: number, n: number): number {
  let sum = 0;
  for (const [k, count] of distribution(n).entries()) {
    sum += count / 2 ** n;
    if (sum >= tail) return Math.max(1, k);
  }
  return 1;
}

function exactP(v: number, n: number): number {
  const extreme = Math.min(v, (n * (n + 1)) / 2 - v);
  const lower = distribution(n)
    .slice(0, extreme + 1)
    .reduce((sum, count) => sum + count / 2 ** n, 0);
  return Math.min(1, 2 * lower);
}

function normalRank(tail: number, n: number): number {
  const sd = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
  return Math.max(1, Math.floor((n * (n + 1)) / 4 + normalQuantile(tail) * sd));
}

function normalP(v: number, n: number, ties: number): number {
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  if (variance <= 0) return 1;
  const z = Math.max(0, Math.abs(v - (n * (n + 1)) / 4) - 0.5) / Math.sqrt(variance);
  return Math.min(1, 2 * normalCdf(-z));
}
