import { normalCdf, normalQuantile } from "./distributions.ts";

/** Above this many pairs, or with ties, ranks are handled by the normal approximation. */
const MOST_EXACT = 50 * 50;

/**
 * Hodges-Lehmann shift of two samples (median of all differences x − y) with its interval, and Mann-Whitney's U and
 * two-sided p: exact ranks without ties up to 2,500 pairs, else normal with tie and continuity correction.
 * Source: Hollander & Wolfe; agrees with R's wilcox.test. Too few values for the confidence: the interval is the whole range.
 */
export function mannWhitney(x: readonly number[], y: readonly number[], confidence: number) {
  if (x.length === 0 || y.length === 0) throw new RangeError("Both samples have at least one value");
  const differences = x.flatMap((a) => y.map((b) => a - b)).sort((a, b) => a - b);
  const u = differences.reduce((sum, d) => sum + (d > 0 ? 1 : d === 0 ? 0.5 : 0), 0);
  const ties = new Set([...x, ...y]).size < x.length + y.length;
  const exact = !ties && differences.length <= MOST_EXACT;
  const tail = (1 - confidence) / 2;
  const k = exact ? exactQuantile(tail, x.length, y.length) : normalRank(tail, x.length, y.length);
  const at = (rank: number): number => differences[Math.min(Math.max(rank, 1), differences.length) - 1] ?? Number.NaN;
  return {
    u,
    p: exact ? exactP(u, x.length, y.length) : normalP(u, x, y),
    estimate: median(differences),
    lower: at(k),
    upper: at(differences.length - k + 1),
  };
}

/** Smallest k ≥ 1 with P(U ≤ k) ≥ tail. */
function exactQuantile(tail: number, m: number, n: number): number {
  const counts = distribution(m, n);
  const total = counts.reduce((sum, c) => sum + c, 0);
  let sum = 0;
  for (const [k, count] of counts.entries()) {
    sum += count;
    if (sum / total >= tail) return Math.max(1, k);
  }
  return counts.length;
}

function exactP(u: number, m: number, n: number): number {
  const counts = distribution(m, n);
  const total = counts.reduce((sum, c) => sum + c, 0);
  const extreme = Math.min(u, m * n - u);
  const lower = counts.slice(0, extreme + 1).reduce((sum, c) => sum + c, 0);
  return Math.min(1, (2 * lower) / total);
}

/** How many of the orders of m and n values give each U: products of (1 − q^(n+i)) / (1 − q^i). */
function distribution(m: number, n: number): number[] {
  const counts = new Array<number>(m * n + 1).fill(0);
  counts[0] = 1;
  for (let i = 1; i <= m; i++) {
    for (let u = m * n; u >= n + i; u--) counts[u] = (counts[u] ?? 0) - (counts[u - n - i] ?? 0);
    for (let u = i; u <= m * n; u++) counts[u] = (counts[u] ?? 0) + (counts[u - i] ?? 0);
  }
  return counts;
}

function normalRank(tail: number, m: number, n: number): number {
  const sd = Math.sqrt((m * n * (m + n + 1)) / 12);
  return Math.max(1, Math.floor((m * n) / 2 + normalQuantile(tail) * sd));
}

function normalP(u: number, x: readonly number[], y: readonly number[]): number {
  const [m, n] = [x.length, y.length];
  const total = m + n;
  const sizes = new Map<number, number>();
  for (const v of [...x, ...y]) sizes.set(v, (sizes.get(v) ?? 0) + 1);
  const tied = [...sizes.values()].reduce((sum, t) => sum + (t ** 3 - t), 0);
  const variance = ((m * n) / 12) * (total + 1 - tied / (total * (total - 1)));
  if (variance === 0) return 1;
  const z = Math.max(0, Math.abs(u - (m * n) / 2) - 0.5) / Math.sqrt(variance);
  return 2 * normalCdf(-z);
}

function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const at = (i: number): number => sorted[i] ?? Number.NaN;
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half));
}
