import { normalCdf, normalQuantile } from "./distributions.ts";

/** Above this many differences, or with ties or zeros, ranks are handled by the normal approximation. */
const MOST_EXACT = 50;

/**
 * The same people before and after: Hodges-Lehmann's pseudomedian of the differences (median of all pair means) with its interval,
 * and Wilcoxon's signed rank V and two-sided p. Zeros drop out of V and p; exact without ties and zeros up to 50 differences, else
 * normal with tie and continuity correction. Too few values for the confidence: the interval is the whole range of pair means.
 * Source: Wilcoxon 1945; Hollander & Wolfe ch. 3; R wilcox.test(paired = TRUE).
 */
export function signedRank(differences: readonly number[], confidence: number) {
  if (differences.length === 0) throw new RangeError("At least one difference");
  const kept = differences.filter((d) => d !== 0);
  const { ranks, ties } = ranked(kept.map(Math.abs));
  const v = kept.reduce((sum, d, i) => sum + (d > 0 ? (ranks[i] ?? 0) : 0), 0);
  const exact = ties === 0 && kept.length === differences.length && kept.length <= MOST_EXACT;
  const means = pairMeans(differences);
  const k = exact ? exactRank((1 - confidence) / 2, kept.length) : normalRank((1 - confidence) / 2, differences.length);
  const at = (rank: number): number => means[Math.min(Math.max(rank, 1), means.length) - 1] ?? Number.NaN;
  const half = means.length / 2;
  return {
    v,
    p: exact ? exactP(v, kept.length) : normalP(v, kept.length, ties),
    estimate: Number.isInteger(half) ? (at(half) + at(half + 1)) / 2 : at(Math.ceil(half)),
    lower: at(k),
    upper: at(means.length + 1 - k),
  };
}

/** Mid-ranks, and Σ(t³ − t) over tied groups. */
function ranked(sizes: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const sorted = sizes.toSorted((a, b) => a - b);
  const rankOf = (size: number): number => (sorted.indexOf(size) + sorted.lastIndexOf(size)) / 2 + 1;
  const ties = [...new Set(sizes)].reduce((sum, size) => {
    const t = sorted.lastIndexOf(size) - sorted.indexOf(size) + 1;
    return sum + (t ** 3 - t);
  }, 0);
  return { ranks: sizes.map(rankOf), ties };
}

function pairMeans(x: readonly number[]): number[] {
  return x.flatMap((a, i) => x.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
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
