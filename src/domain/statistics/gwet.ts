export interface ChanceCorrected {
  /** Null where no item has two ratings. */
  readonly ac2: number | null;
  /** The same with every disagreement counted in full. */
  readonly ac1: number | null;
}

type Weigh = (k: number, l: number) => number;

/**
 * Gwet's AC2 with ordinal weights, and AC1, over raters × items; null = not rated. Ratings are anchors 1 … `anchors` (2 or more),
 * used or not: agreement by chance is reckoned from how spread the ratings are over them, so that few items on which raters agree
 * do not read as agreement by chance, as α's may. Items with one rating count for the spread only.
 * RangeError for a rating off the scale. Source: Gwet 2008; Gwet 2014, chapters 3 (weights) and 5 (missing ratings).
 */
export function gwetAgreement(
  ratersByItems: readonly (readonly (number | null)[])[],
  anchors: number,
): ChanceCorrected {
  const items = countsOf(ratersByItems, anchors);
  const most = (anchors * (anchors - 1)) / 2;
  const ordinal: Weigh = (k, l) => 1 - (Math.abs(k - l) * (Math.abs(k - l) + 1)) / 2 / most;
  return { ac2: corrected(items, ordinal), ac1: corrected(items, (k, l) => (k === l ? 1 : 0)) };
}

/** Of every item with a rating, how many raters gave each anchor. */
function countsOf(ratersByItems: readonly (readonly (number | null)[])[], anchors: number): number[][] {
  const items = Array.from({ length: Math.max(0, ...ratersByItems.map((row) => row.length)) }, (_, item) => {
    const counts = new Array<number>(anchors).fill(0);
    for (const rating of ratersByItems.map((row) => row[item] ?? null)) {
      if (rating === null) continue;
      if (!Number.isInteger(rating) || rating < 1 || rating > anchors)
        throw new RangeError(`A rating is a whole number from 1 to ${anchors}, not ${rating}`);
      counts[rating - 1] = (counts[rating - 1] ?? 0) + 1;
    }
    return counts;
  });
  return items.filter((counts) => sum(counts) > 0);
}

/** (observed − chance) / (1 − chance): of pairs of raters, and of a scale on which raters fall back where they cannot tell. */
function corrected(items: readonly (readonly number[])[], weigh: Weigh): number | null {
  const pairable = items.filter((counts) => sum(counts) >= 2);
  if (pairable.length === 0) return null;
  const observed = sum(pairable.map((counts) => agreeing(counts, weigh))) / pairable.length;
  const q = items[0]?.length ?? 0;
  const shares = Array.from(
    { length: q },
    (_, k) => sum(items.map((counts) => (counts[k] ?? 0) / sum(counts))) / items.length,
  );
  const weights = sum(shares.map((_, k) => sum(shares.map((__, l) => weigh(k, l)))));
  const chance = (weights / (q * (q - 1))) * sum(shares.map((share) => share * (1 - share)));
  return (observed - chance) / (1 - chance);
}

/** Mean weight of the pairs of raters of one item. */
function agreeing(counts: readonly number[], weigh: Weigh): number {
  const raters = sum(counts);
  const near = (k: number): number => sum(counts.map((count, l) => weigh(k, l) * count));
  return sum(counts.map((count, k) => count * (near(k) - 1))) / (raters * (raters - 1));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0);
