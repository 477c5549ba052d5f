/** Shares of one group; null where nobody could have had that outcome. */
export interface GroupMetrics {
  readonly n: number;
  /** Selection rate. */
  readonly sel: number;
  readonly tpr: number | null;
  readonly fpr: number | null;
  readonly ppv: number | null;
}

/**
 * Selection rate, true and false positive rate and precision per group from outcomes (1 favourable). Lists of equal length.
 * Groups under the policy's size carry no verdict: with unequal base rates the measures cannot all hold, and one of them
 * is named before the data. Source: fairlearn's definitions.
 */
export function groupMetrics(
  truth: readonly number[],
  predicted: readonly number[],
  group: readonly string[],
): { readonly [group: string]: GroupMetrics } {
  if (truth.length !== predicted.length || truth.length !== group.length)
    throw new RangeError("The lists differ in length");
  const names = [...new Set(group)].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      metrics(group.flatMap((g, i) => (g === name ? [[truth[i] ?? 0, predicted[i] ?? 0] as const] : []))),
    ]),
  );
}

function metrics(pairs: readonly (readonly [number, number])[]): GroupMetrics {
  const count = (t: number, p: number): number => pairs.filter(([a, b]) => a === t && b === p).length;
  const [tp, fp, fn, tn] = [count(1, 1), count(0, 1), count(1, 0), count(0, 0)];
  const rate = (x: number, of: number): number | null => (of === 0 ? null : x / of);
  return {
    n: pairs.length,
    sel: (tp + fp) / pairs.length,
    tpr: rate(tp, tp + fn),
    fpr: rate(fp, fp + tn),
    ppv: rate(tp, tp + fp),
  };
}

/** Largest minus smallest, and smallest over largest, of the groups' shares; a missing share is left out. 0/0 is a ratio of 1. */
export function spread(shares: readonly (number | null)[]): { readonly difference: number; readonly ratio: number } {
  const given = shares.filter((share) => share !== null);
  const [low, high] = [Math.min(...given), Math.max(...given)];
  return { difference: high - low, ratio: high === 0 ? 1 : low / high };
}

/**
 * Is group 1 selected at less than four fifths of group 2's rate? In whole numbers, 5·x1·n2 < 4·x2·n1: exactly 80 % is no
 * finding, and floating point says it is. Source: Uniform Guidelines, 44 FR 11996, Q&A 11.
 */
export function underFourFifths(x1: number, n1: number, x2: number, n2: number): boolean {
  if (![x1, n1, x2, n2].every((x) => Number.isSafeInteger(x) && x >= 0) || n1 === 0 || n2 === 0) {
    throw new RangeError("Counts are whole numbers, and both groups have people");
  }
  return 5n * BigInt(x1) * BigInt(n2) < 4n * BigInt(x2) * BigInt(n1);
}
