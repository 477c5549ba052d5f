import { piecewiseLinearValue } from "../statistics/value.ts";
import type { IndicatorResult, Verdict } from "./verdict-types.ts";

/** How far a verdict lies on the good side of what it had to clear. */
export interface FloorMargin {
  /**
   * The smallest distance from a floor to the bound that a gate reads, in points of the value scale (0–100); negative where a
   * floor is missed, null where a floor has no bound: what is unknown has no margin.
   */
  readonly points: number | null;
  /** Id of the indicator or criterion with the smallest one; null where there is none. */
  readonly of: string | null;
  /** Chance (0–1) that the score reaches the pass mark: the smaller of both correlations, unknown indicators counted 0. */
  readonly chance: number;
}

/** The smallest margin of a verdict over its floors. A verdict without any floor has no margin but its chance. */
export function floorMargin({ criteria, indicators, reachesPassMark }: Verdict): FloorMargin {
  const { independent, correlated } = reachesPassMark.lower;
  const chance = Math.min(independent, correlated);
  const margins = [
    ...criteria.flatMap(({ id, floor, score }) =>
      floor === undefined ? [] : [{ of: id, points: score.lower - floor }],
    ),
    ...indicators.flatMap((indicator) => {
      const { id, floor, state } = indicator;
      return floor === undefined || state === "not-applicable"
        ? []
        : [{ of: id, points: pointsOver(indicator, floor) }];
    }),
  ];
  const unknown = margins.find(({ points }) => points === null);
  if (unknown !== undefined) return { ...unknown, chance };
  const [tightest] = margins.toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0));
  return tightest === undefined ? { points: null, of: null, chance } : { ...tightest, chance };
}

/**
 * Of two values on the indicator's own scale, so that shares and milliseconds can be compared. Where both lie on a level part of it,
 * the sign is that of the bound itself.
 */
function pointsOver({ measured, better, value, comparison }: IndicatorResult, floor: number): number | null {
  const bound = better === "higher" || comparison !== undefined ? measured?.lower : measured?.upper;
  if (bound === undefined) return null;
  const points = piecewiseLinearValue(value, bound) - piecewiseLinearValue(value, floor);
  const missed = better === "higher" || comparison !== undefined ? bound < floor : bound > floor;
  return missed ? Math.min(points, -0.1) : points;
}
