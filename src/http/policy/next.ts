import { tiers } from "../../domain/words/tier.ts";
import type { Criterion, Policy } from "../../domain/policy/policy.ts";
import type { Indicator, TierLevel } from "../../domain/measures/indicator.ts";
import { isOptional, offeredIn } from "./optional.ts";
import type { IndicatorNumbers, LevelNumbers, Numbers } from "./schema.ts";

/** The next version: the words and conditions of the one before, with the numbers of the form. */
export function nextPolicy(before: Policy, { optional, levels, ...numbers }: Numbers): Policy {
  const { incidentDays } = numbers.deadlines;
  return {
    ...before,
    ...numbers,
    version: before.version + 1,
    criteria: before.criteria.map((criterion, i) => ({
      ...withNumbers(criterion, numbers.criteria[i]),
      indicators: [
        ...criterion.indicators.flatMap(kept(numbers.criteria[i]?.indicators ?? [], optional)),
        ...taken(before, criterion, optional),
      ].map((indicator) => withLevels(indicator, levels[indicator.key])),
    })),
    gates: {
      admission: { ...before.gates.admission, ...numbers.gates.admission },
      completion: { ...before.gates.completion, ...numbers.gates.completion },
      rollout: { ...before.gates.rollout, ...numbers.gates.rollout },
      adoption: { ...before.gates.adoption, ...numbers.gates.adoption },
    },
    deadlines: {
      ...numbers.deadlines,
      incidentDays: {
        1: incidentDays.severity1,
        2: incidentDays.severity2,
        3: incidentDays.severity3,
        4: incidentDays.severity4,
      },
    },
  };
}

type Optional = Numbers["optional"];

function withNumbers(criterion: Criterion, typed: Numbers["criteria"][number] | undefined): Criterion {
  return typed === undefined ? criterion : { ...criterion, weight: typed.weight, floor: typed.floor };
}

/** What is not optional stays, in its row; an optional one leaves where its box is no longer ticked. */
function kept(rows: readonly IndicatorNumbers[], optional: Optional) {
  let row = 0;
  return (indicator: Indicator): readonly Indicator[] => {
    if (!isOptional(indicator)) return [withTyped(indicator, rows[row++])];
    const typed = optional[indicator.key];
    return typed === null ? [] : [withTyped(indicator, typed)];
  };
}

/** What the catalogue has and the policy had not, where its box was ticked. */
function taken(before: Policy, { key }: Criterion, optional: Optional): readonly Indicator[] {
  return offeredIn(before)
    .filter(({ criterion, included }) => !included && criterion === key)
    .flatMap(({ indicator }) => {
      const typed = optional[indicator.key];
      return typed === undefined || typed === null ? [] : [withTyped(indicator, typed)];
    });
}

/** A tier that asks nothing of its own is not named. */
function withLevels(indicator: Indicator, typed: Numbers["levels"][string] | undefined): Indicator {
  if (typed === undefined) return indicator;
  const { byTier: _, ...own } = indicator;
  const told = tiers.map((tier) => [tier, levelOf(typed[tier])] as const).filter(([, { length }]) => length > 0);
  if (told.length === 0) return own;
  return { ...own, byTier: Object.fromEntries(told.map(([tier, figures]) => [tier, Object.fromEntries(figures)])) };
}

const levelOf = (typed: LevelNumbers): readonly (readonly [keyof TierLevel, unknown])[] =>
  (Object.keys(typed) as (keyof TierLevel)[]).flatMap((rule) => (typed[rule] === null ? [] : [[rule, typed[rule]]]));

function withTyped(indicator: Indicator, numbers: IndicatorNumbers | undefined): Indicator {
  if (numbers === undefined) return indicator;
  const { key, name, measure, optional, better, groups, rubric, byTier } = indicator;
  const { floor, target, weight, minimumSample, value } = numbers;
  // A rule left empty is one the policy does not have: "no floor" and "floor 0" are two things.
  return {
    ...{ key, name, measure, weight, better, minimumSample, value },
    ...(optional !== undefined && { optional }),
    ...(floor !== null && { floor }),
    ...(target !== null && { target }),
    ...(byTier !== undefined && { byTier }),
    ...(groups !== undefined && { groups }),
    ...(rubric !== undefined && { rubric }),
  };
}
