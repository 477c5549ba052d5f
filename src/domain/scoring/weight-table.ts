import type { Pcg32 } from "../statistics/pcg32.ts";
import { uniformWeights } from "./weight-samples.ts";

/** One indicator of a policy, as a column of a comparison. */
export interface WeighedColumn {
  readonly criterion: string;
  readonly id: string;
}

/** One technology of a comparison. */
export interface WeighedRow {
  readonly id: string;
  /** A value 0–100 for every column: that of the point estimate, 0 where it is unknown, null where it does not apply. */
  readonly values: readonly (number | null)[];
}

/** The scores of many rows under one set of weights; flat and typed, because it is asked ten thousand times. */
export interface WeightTable {
  /** Draws weights for all columns: each criterion's from their simplex, and within it each indicator's from theirs. */
  readonly draw: (random: Pcg32, weights: Float64Array) => void;
  readonly score: (weights: Float64Array, scores: Float64Array) => void;
}

interface Group {
  readonly columns: Uint16Array;
  readonly applicable: Uint16Array;
}

export function weightTable(columns: readonly WeighedColumn[], rows: readonly WeighedRow[]): WeightTable {
  const groups = groupsOf(columns);
  // A null becomes 0: such a row is scored by its own rule, below.
  const values = Float64Array.from(rows.flatMap((row) => row.values.map(Number)));
  const gaps = rows.flatMap((row, at): { readonly at: number; readonly groups: readonly Group[] }[] =>
    row.values.includes(null)
      ? [{ at, groups: groups.map((own) => ({ columns: own, applicable: own.filter((i) => row.values[i] !== null) })) }]
      : [],
  );
  return {
    draw: drawing(groups),
    score: (weights, scores) => {
      scoreAll(values, weights, scores);
      for (const gap of gaps)
        scores[gap.at] = sharedAnew(gap.groups, values.subarray(gap.at * weights.length), weights);
    },
  };
}

function groupsOf(columns: readonly WeighedColumn[]): Uint16Array[] {
  const keys = [...new Set(columns.map(({ criterion }) => criterion))];
  return keys.map((key) => Uint16Array.from(columns.flatMap(({ criterion }, i) => (criterion === key ? [i] : []))));
}

function drawing(groups: readonly Uint16Array[]): WeightTable["draw"] {
  const outer = new Float64Array(groups.length);
  const inner = groups.map((own) => ({ own, shares: new Float64Array(own.length) }));
  return (random, weights) => {
    uniformWeights(random, groups.length, outer);
    for (const [k, { own, shares }] of inner.entries()) {
      uniformWeights(random, own.length, shares);
      for (const [i, column] of own.entries()) weights[column] = (outer[k] ?? 0) * (shares[i] ?? 0);
    }
  };
}

function scoreAll(values: Float64Array, weights: Float64Array, scores: Float64Array): void {
  const columns = weights.length;
  for (let row = 0, at = 0; row < scores.length; row++, at += columns) {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += (weights[i] ?? 0) * (values[at + i] ?? 0);
    scores[row] = sum;
  }
}

/** An indicator that does not apply leaves its weight to the others of its criterion; a criterion without any counts 0. */
function sharedAnew(groups: readonly Group[], values: Float64Array, weights: Float64Array): number {
  let score = 0;
  for (const { columns, applicable } of groups) {
    let [whole, left, sum] = [0, 0, 0];
    for (const i of columns) whole += weights[i] ?? 0;
    for (const i of applicable) {
      left += weights[i] ?? 0;
      sum += (weights[i] ?? 0) * (values[i] ?? 0);
    }
    if (left > 0) score += (whole * sum) / left;
  }
  return score;
}
