import { MARK_SLACK } from "./chance.ts";
import { scoringVersion } from "./method-version.ts";
import { streamOf } from "./seed.ts";
import { WEIGHT_SAMPLES } from "./sensitivity-space.ts";
import type { IndicatorResult } from "./verdict-types.ts";
import { weightTable } from "./weight-table.ts";
import type { WeighedColumn, WeighedRow } from "./weight-table.ts";

/** How one technology fares over all the ways to weigh, shares 0–1. */
export interface OtherWeights {
  readonly id: string;
  /** Its score reaches the pass mark. */
  readonly reaches: number;
  /** No other has a higher score (SMAA's first-rank acceptability); those that tie share the rank. */
  readonly first: number;
  /** At most two others have. */
  readonly amongThree: number;
  /** The mean of its ranks, from 1. */
  readonly meanRank: number;
}

/**
 * The point scores 0–100 of a technology's indicators, in the order of the columns; what is unknown counts 0. Null: it does
 * not apply, or is an optional one that the plan did not choose and the verdict does not have.
 */
export function pointScores(
  columns: readonly WeighedColumn[],
  indicators: readonly IndicatorResult[],
): (number | null)[] {
  return columns.map(({ id }) => {
    const indicator = indicators.find((indicator) => indicator.id === id);
    return indicator === undefined || indicator.state === "not-applicable" ? null : (indicator.scored?.estimate ?? 0);
  });
}

/**
 * Many technologies under many weights: criteria weighed uniformly over their simplex, and the indicators within each
 * criterion over theirs, so that no criterion counts for more because it has more indicators. The weights depend on
 * neither the technologies nor their order: another technology moves nobody's share of the pass mark. Scores are points
 * without their uncertainty and know no floors: how much weights matter, never a verdict. Source: Lahdelma & Salminen 2001
 * (SMAA-2), Oper Res 49:444.
 *
 * @param samples ways to weigh, 10,000 in the product
 */
export function underOtherWeights(
  columns: readonly WeighedColumn[],
  rows: readonly WeighedRow[],
  passMark: number,
  samples: number = WEIGHT_SAMPLES,
): readonly OtherWeights[] {
  const random = streamOf([], scoringVersion, "indicator-weights");
  const table = weightTable(columns, rows);
  const [weights, scores] = [new Float64Array(columns.length), new Float64Array(rows.length)];
  const [reaches, first, three, ranks] = [counts(rows), counts(rows), counts(rows), counts(rows)];
  for (let sample = 0; sample < samples; sample++) {
    table.draw(random, weights);
    table.score(weights, scores);
    const order = scores.toSorted();
    for (let row = 0; row < rows.length; row++) {
      const score = scores[row] ?? 0;
      const rank = order.length - notAbove(order, score) + 1;
      if (score >= passMark - MARK_SLACK) add(reaches, row, 1);
      if (rank === 1) add(first, row, 1);
      if (rank <= 3) add(three, row, 1);
      add(ranks, row, rank);
    }
  }
  const share = (of: Float64Array, row: number): number => (of[row] ?? 0) / samples;
  return rows.map(({ id }, row) => ({
    id,
    reaches: share(reaches, row),
    first: share(first, row),
    amongThree: share(three, row),
    meanRank: share(ranks, row),
  }));
}

const counts = (rows: readonly WeighedRow[]): Float64Array => new Float64Array(rows.length);

function add(to: Float64Array, row: number, amount: number): void {
  to[row] = (to[row] ?? 0) + amount;
}

/** How many of the rising scores are not above this one, but for a last bit of rounding. */
function notAbove(rising: Float64Array, score: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rising[middle] ?? 0) <= score + MARK_SLACK) low = middle + 1;
    else high = middle;
  }
  return low;
}
