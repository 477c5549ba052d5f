import { isJudged } from "../measures/measures.ts";
import { piecewiseLinearValue } from "../statistics/value.ts";
import type { Criterion, CriterionKey, Policy } from "./policy.ts";
import type { Indicator } from "../measures/measures.ts";

/** A criterion that asks for more than its indicators' floors say. */
export interface MoreThanFloors {
  readonly criterion: CriterionKey;
  /** What it scores, 0–100, with every measured indicator just at its floor and everything else at its best. */
  readonly score: number;
  /** What it must score. */
  readonly floor: number;
  /** Each a way to make up for it alone, the others staying at their floors: the figure it takes, in the indicator's unit. */
  readonly ways: readonly { readonly indicator: Indicator; readonly takes: number }[];
}

/**
 * Criteria whose own floor cannot be reached by clearing the floors of their indicators alone. Optional indicators are left
 * out: most plans do not choose them.
 *
 * @param policy as a tier has it, see forTier
 */
export function moreThanFloors({ criteria }: Policy): readonly MoreThanFloors[] {
  return criteria.flatMap((criterion) => {
    const asked = askedOf(criterion);
    const score = asked.reduce((sum, { indicator, value }) => sum + indicator.weight * value, 0);
    const short = criterion.floor - score;
    if (short <= 1e-9) return [];
    const ways = asked.flatMap(({ indicator, value }) => {
      const takes = isHeldAtFloor(indicator) ? leastWith(indicator, value + short / indicator.weight) : undefined;
      return takes === undefined ? [] : [{ indicator, takes }];
    });
    return [{ criterion: criterion.key, score, floor: criterion.floor, ways }];
  });
}

const isHeldAtFloor = ({ measure, floor }: Indicator): boolean => !isJudged(measure) && floor !== undefined;

const askedOf = ({ indicators }: Criterion) =>
  indicators
    .filter(({ optional }) => optional !== true)
    .map((indicator) => ({
      indicator,
      value:
        isHeldAtFloor(indicator) && indicator.floor !== undefined
          ? piecewiseLinearValue(indicator.value, indicator.floor)
          : Math.max(...indicator.value.map(([, score]) => score)),
    }));

/** The figure nearest the floor whose value is at least `score`; undefined where none is. */
function leastWith({ value, better }: Indicator, score: number): number | undefined {
  const points = better === "higher" ? value : value.toReversed();
  const at = points.findIndex(([, reached]) => reached >= score - 1e-9);
  const [end, start] = [points[at], points[at - 1]];
  if (end === undefined) return undefined;
  if (start === undefined || end[1] === start[1]) return end[0];
  return start[0] + ((score - start[1]) / (end[1] - start[1])) * (end[0] - start[0]);
}
