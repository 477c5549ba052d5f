interface Scale {
  readonly min: number;
  readonly max: number;
}

const own: Scale = { min: 1, max: 5 };

/**
 * System Usability Scale, 0–100, from ten answers 1–5 (odd items positive, even negative):
 * 2.5·(Σ odd (x−1) + Σ even (5−x)). A missing answer (null) counts as the centre point 3; with more than two missing
 * the respondent is dropped: null. Source: Brooke 1996; the limit of two is the house's (methods.md).
 *
 * @param scale on which the items were answered; another than 1–5 is stretched to it evenly
 */
export function susScore(items: readonly (number | null)[], scale: Scale = own): number | null {
  requireItems(items, scale);
  if (items.filter((item) => item === null).length > 2) return null;
  const { min, max } = scale;
  const points = items.reduce<number>((sum, item, i) => {
    const answer = item ?? (min + max) / 2;
    return sum + ((i % 2 === 0 ? answer - min : max - answer) * 4) / (max - min);
  }, 0);
  return points * 2.5;
}

/** The same answer on all ten items: nobody agrees with a statement and its opposite. Flagged, not dropped. */
export function susStraightLined(items: readonly (number | null)[]): boolean {
  return items.every((item) => item !== null && item === items[0]);
}

export type SusGrade = "A+" | "A" | "A-" | "B+" | "B" | "B-" | "C+" | "C" | "C-" | "D" | "F";

/** Lower cut-offs of the Sauro-Lewis curved grading scale, best first. */
const susGradeCutOffs: readonly (readonly [SusGrade, number])[] = [
  ["A+", 84.1],
  ["A", 80.8],
  ["A-", 78.9],
  ["B+", 77.2],
  ["B", 74.1],
  ["B-", 72.6],
  ["C+", 71.1],
  ["C", 65],
  ["C-", 62.7],
  ["D", 51.7],
  ["F", 0],
];

/**
 * Grade of a mean SUS on the unrounded mean, by lower cut-offs: the published table has gaps of 0.1.
 * Source: Sauro & Lewis 2016, Quantifying the User Experience, 2nd ed.
 */
export function susGrade(mean: number): SusGrade {
  return susGradeCutOffs.find(([, from]) => mean >= from)?.[0] ?? "F";
}

/** Percentile ranks, low to high, of the same grades among published studies; the lowest runs from 0. */
const susPercentiles: { readonly [G in SusGrade]: readonly [number, number] } = {
  "A+": [96, 100],
  A: [90, 95],
  "A-": [85, 89],
  "B+": [80, 84],
  B: [70, 79],
  "B-": [65, 69],
  "C+": [60, 64],
  C: [41, 59],
  "C-": [35, 40],
  D: [15, 34],
  F: [0, 14],
};

/** Band of percentile ranks of a mean SUS, from the table and never from a normal curve. Source: Sauro & Lewis 2016, table 8.5. */
export function susPercentileBand(mean: number): readonly [number, number] {
  return susPercentiles[susGrade(mean)];
}

/** Mean SUS of systems that raters called so: means of raters, not thresholds. Source: Bangor, Kortum, Miller 2009. */
export const susAdjectives = {
  worst_imaginable: 12.5,
  awful: 20.3,
  poor: 35.7,
  ok: 50.9,
  good: 71.4,
  excellent: 85.5,
  best_imaginable: 90.9,
} as const;

/** UMUX-Lite, 0–100, of two answers 1…scaleMax: (x1 + x2 − 2)·100 / (2·(scaleMax − 1)), ·100/12 on seven points. */
export function umuxLite(items: readonly [number, number], scaleMax: number): number {
  return ((items[0] + items[1] - 2) * 100) / (2 * (scaleMax - 1));
}

function requireItems(items: readonly (number | null)[], { min, max }: Scale): void {
  if (items.length !== 10) throw new RangeError(`SUS has ten items, not ${items.length}`);
  const wrong = items.findIndex((item) => item !== null && !(Number.isInteger(item) && item >= min && item <= max));
  if (wrong >= 0) throw new RangeError(`SUS item ${wrong + 1} is a whole number from ${min} to ${max} or missing`);
}
