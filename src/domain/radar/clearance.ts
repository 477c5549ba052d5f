import type { IndicatorResult, Verdict } from "../scoring/verdict-types.ts";
import { piecewiseLinearValue } from "../statistics/value.ts";

/** How far the evidence is beyond what is asked, where it is furthest behind. */
export interface Clearance {
  /** The indicator (with its group) or criterion that is furthest behind. */
  readonly worst: string;
  /**
   * Points of the scale 0–100 from the floor to the bound that a gate reads, below 0 where the bound misses it.
   * Null: that one is not known, and unknown is never met.
   */
  readonly points: number | null;
}

/** Of everything with a floor; null where nothing has one. */
export function clearanceOf({ indicators, criteria }: Verdict): Clearance | null {
  const all = [
    ...indicators.flatMap(ofIndicator),
    ...criteria.flatMap(({ id, floor, state, score }) =>
      floor === undefined || state === "not-applicable"
        ? []
        : [{ worst: id, points: state === "unknown" ? null : score.lower - floor }],
    ),
  ];
  return all.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

const rank = ({ points }: Clearance): number => points ?? Number.NEGATIVE_INFINITY;

function ofIndicator({ id, floor, state, scored, value }: IndicatorResult): readonly Clearance[] {
  if (floor === undefined || state === "not-applicable") return [];
  if (state === "unknown") return [{ worst: id, points: null }];
  // A comparison with a baseline has no place on the scale: its own state says whether it is met.
  if (scored === undefined) return [];
  return [{ worst: id, points: (scored.lower ?? scored.estimate) - piecewiseLinearValue(value, floor) }];
}

/** Different pieces that a verdict rests on. */
export const piecesBehind = ({ indicators }: Verdict): number =>
  new Set(indicators.flatMap(({ evidence }) => evidence)).size;
