import { wilsonInterval } from "./proportions.ts";

/** The same people twice: both = yes both times, first = yes only the first time, second = only the second, neither. */
export interface PairedCounts {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
}

/**
 * Difference of two paired shares, first minus second, two-sided: Wilson's limits of each, joined with the correlation of the pairs
 * (continuity-corrected φ). n ≥ 1; φ is 0 where a margin is empty. Source: Newcombe 1998, Stat Med 17:2635, method 10.
 */
export function pairedDifference({ both, first, second, neither }: PairedCounts, confidence: number) {
  const n = both + first + second + neither;
  if (!(n > 0) || [both, first, second, neither].some((x) => x < 0))
    throw new RangeError("Counts are 0 or more and one is above");
  const [before, after] = [both + first, both + second];
  const [a, b] = [wilsonInterval(before, n, confidence), wilsonInterval(after, n, confidence)];
  const [p1, p2] = [before / n, after / n];
  const phi = correlation({ both, first, second, neither });
  const joined = (x: number, y: number): number => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y));
  return {
    diff: p1 - p2,
    lower: p1 - p2 - joined(p1 - a.lower, b.upper - p2),
    upper: p1 - p2 + joined(a.upper - p1, p2 - b.lower),
  };
}

function correlation({ both, first, second, neither }: PairedCounts): number {
  const margins = (both + first) * (second + neither) * (both + second) * (first + neither);
  if (margins === 0) return 0;
  const n = both + first + second + neither;
  const product = both * neither - first * second;
  const corrected = product > n / 2 ? product - n / 2 : Math.min(0, product);
  return corrected / Math.sqrt(margins);
}
