export type Level = "nominal" | "ordinal" | "interval" | "ratio";

export interface Alpha {
  /** Null where the pairable ratings do not vary: α is undefined, look at the raw agreement. */
  readonly alpha: number | null;
  /** Share of agreeing pairs among all pairable ones; null where no unit has two ratings. */
  readonly raw: number | null;
}

/**
 * Krippendorff's α = 1 − observed / expected disagreement over raters × units, null = not rated; units with fewer than
 * two ratings drop out. Ordinal distances are Krippendorff's, on the values' frequencies.
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha(ratersByUnits: readonly (readonly (number | null)[])[], level: Level): Alpha {
  const units = pairableUnits(ratersByUnits);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const coincidences = coincidenceMatrix(units, values);
  const totals = coincidences.map((row) => row.reduce((sum, x) => sum + x, 0));
  const n = totals.reduce((sum, x) => sum + x, 0);
  if (n === 0) return { alpha: null, raw: null };
  const distance = distances(level, values, totals);
  const over = (weigh: (c: number, k: number) => number): number =>
    values.reduce((sum, _, c) => sum + values.reduce((row, __, k) => row + weigh(c, k) * distance(c, k), 0), 0);
  const observed = over((c, k) => coincidences[c]?.[k] ?? 0);
  const expected = over((c, k) => (totals[c] ?? 0) * (totals[k] ?? 0)) / (n - 1);
  const raw = values.reduce((sum, _, c) => sum + (coincidences[c]?.[c] ?? 0), 0) / n;
  return { alpha: expected === 0 ? null : 1 - observed / expected, raw };
}

/** Largest distance between two ratings of one item, in anchors; 0 for fewer than two ratings. */
export function raterSpread(ratings: readonly (number | null)[]): number {
  const given = ratings.filter((rating) => rating !== null);
  return given.length < 2 ? 0 : Math.max(...given) - Math.min(...given);
}

function pairableUnits(ratersByUnits: readonly (readonly (number | null)[])[]): number[][] {
  const count = Math.max(0, ...ratersByUnits.map((ratings) => ratings.length));
  return Array.from({ length: count }, (_, unit) =>
    ratersByUnits.map((ratings) => ratings[unit] ?? null).filter((rating) => rating !== null),
  ).filter((ratings) => ratings.length >= 2);
}

/** o_ck: every ordered pair of ratings within a unit of m ratings counts 1/(m−1). */
function coincidenceMatrix(units: readonly (readonly number[])[], values: readonly number[]): number[][] {
  const matrix = values.map(() => values.map(() => 0));
  const index = new Map(values.map((value, i) => [value, i]));
  for (const unit of units) {
    unit.forEach((a, i) =>
      unit.forEach((b, j) => {
        const row = matrix[index.get(a) ?? -1];
        const column = index.get(b) ?? -1;
        if (i !== j && row !== undefined) row[column] = (row[column] ?? 0) + 1 / (unit.length - 1);
      }),
    );
  }
  return matrix;
}

function distances(
  level: Level,
  values: readonly number[],
  totals: readonly number[],
): (c: number, k: number) => number {
  const value = (i: number): number => values[i] ?? 0;
  if (level === "nominal") return (c, k) => (c === k ? 0 : 1);
  if (level === "interval") return (c, k) => (value(c) - value(k)) ** 2;
  if (level === "ratio") {
    return (c, k) => (value(c) + value(k) === 0 ? 0 : ((value(c) - value(k)) / (value(c) + value(k))) ** 2);
  }
  return (c, k) => {
    const [low, high] = c < k ? [c, k] : [k, c];
    const between = totals.slice(low, high + 1).reduce((sum, x) => sum + x, 0);
    return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  };
}
