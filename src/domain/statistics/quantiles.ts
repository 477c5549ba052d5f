/** Hyndman and Fan's nine definitions. Type 7 is what the product shows; the others explain other tools' figures. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
export const quantileTypes: readonly QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Quantile p (0–1) of ascending numbers, at least one. Source: Hyndman & Fan 1996, Am Stat 50:361; agrees with R's
 * quantile(type = 1…9), its tolerance for products such as 0.95·n that miss a whole number by rounding included.
 */
export const quantile = (sorted: ArrayLike<number>, p: number, type: QuantileType = 7): number =>
  quantileOf(sorted.length, (rank) => at(sorted, rank), p, type);

/**
 * The same of so many numbers by their order statistics.
 *
 * @param ranked the value of a rank, 1 the least; a rank beyond the ends is that of the end
 */
export function quantileOf(count: number, ranked: (rank: number) => number, p: number, type: QuantileType = 7): number {
  if (count === 0) throw new RangeError("A quantile needs at least one number");
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile's p lies between 0 and 1, not ${p}`);
  const { rank, weight } = type <= 3 ? stepped(count, p, type) : linear(count, p, type);
  const below = ranked(rank);
  if (weight === 0) return below;
  const above = ranked(rank + 1);
  // Rounding may carry the sum an ulp past its upper neighbour.
  return Math.min(below + weight * (above - below), above);
}

interface Position {
  /** 1-based order statistic below, and how far to go to the next. */
  readonly rank: number;
  readonly weight: number;
}

const FUZZ = 4 * Number.EPSILON;

function stepped(n: number, p: number, type: number): Position {
  const target = type === 3 ? n * p - 0.5 : n * p;
  const rank = Math.floor(target + FUZZ * Math.max(1, target));
  const above = target - rank > FUZZ * Math.max(1, target);
  if (type === 1) return { rank, weight: above ? 1 : 0 };
  if (type === 2) return { rank, weight: above ? 1 : 0.5 };
  return { rank, weight: above || rank % 2 !== 0 ? 1 : 0 };
}

/** The constants a = b of the plotting positions (k − a) / (n + 1 − a − b); type 4 has a = 0, b = 1. */
const plotting: { readonly [type: number]: readonly [number, number] } = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

function linear(n: number, p: number, type: number): Position {
  const [a, b] = plotting[type] ?? [1, 1];
  const target = a + p * (n + 1 - a - b);
  const rank = Math.floor(target + FUZZ * Math.max(1, target));
  const weight = target - rank;
  return { rank, weight: Math.abs(weight) < FUZZ * Math.max(1, target) ? 0 : weight };
}

function at(sorted: ArrayLike<number>, rank: number): number {
  return sorted[Math.min(Math.max(rank, 1), sorted.length) - 1] ?? Number.NaN;
}
