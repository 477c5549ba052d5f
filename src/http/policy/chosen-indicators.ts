import { tiers } from "../../domain/words/tier.ts";
import type { Criterion, Policy } from "../../domain/policy/policy.ts";
import type { Rubric, TierLevel } from "../../domain/measures/indicator.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import { inputOf, isRubric, knowsGroups, offeredIn } from "./offered.ts";
import type { IndicatorNumbers, LevelNumbers, Numbers, RubricNumbers } from "./schema.ts";

/** An indicator as the form has it, and how the names of its inputs begin. */
export type Chosen = { readonly input: string; readonly indicator: Indicator };

/** What a criterion asks for in the next version: what it had, in its order, what it takes in, then new rubric items. */
export function chosenIn(before: Policy, { key }: Pick<Criterion, "key">, typed: Numbers): readonly Chosen[] {
  const offered = offeredIn(before);
  const known = offered
    .filter(({ criterion }) => criterion === key)
    .flatMap(({ indicator }) => chosen(indicator, typed) ?? []);
  const rubrics = new Set(offered.flatMap(({ indicator }) => (isRubric(indicator) ? [indicator.key] : [])));
  const added = Object.entries(typed.rubrics).flatMap(([id, row]) =>
    rubrics.has(id) || row?.criterion !== key ? [] : [{ input: `rubrics.${id}`, indicator: rubricOf(row) }],
  );
  return [...known, ...added];
}

/** Null where the form leaves it out. */
function chosen(indicator: Indicator, { indicators, rubrics, levels }: Numbers): Chosen | null {
  const { key } = indicator;
  const input = inputOf(indicator);
  if (isRubric(indicator)) {
    const row = rubrics[key] ?? null;
    return row === null ? null : { input, indicator: { ...keptOf(indicator), ...rubricOf(row) } };
  }
  const typed = indicators[key] ?? null;
  return typed === null ? null : { input, indicator: withLevels(measuredOf(indicator, typed), levels[key]) };
}

/** What no form of a rubric item has, where an earlier version had it. */
const keptOf = ({ byTier, groups }: Indicator): Partial<Indicator> => ({
  ...(byTier !== undefined && { byTier }),
  ...(groups !== undefined && { groups }),
});

function measuredOf(indicator: Indicator, typed: IndicatorNumbers): Indicator {
  const { key, name, measure, better, byTier } = indicator;
  return {
    ...{ key, name, measure, better },
    ...numbersOf(typed),
    ...(byTier !== undefined && { byTier }),
    ...(knowsGroups(indicator) && typed.groups.length > 0 && { groups: typed.groups }),
  };
}

function rubricOf(row: RubricNumbers): Indicator {
  const { key, name, question, anchors } = row;
  const rubric: Rubric = { question, anchors };
  return { key, name, measure: "rubric", better: "higher", ...numbersOf(row), rubric };
}

/** A rule left empty is one the policy does not have: "no floor" and "floor 0" are two things. */
function numbersOf({ asked, weight, floor, target, value, minimumSample }: IndicatorNumbers | RubricNumbers) {
  return {
    ...{ weight, minimumSample, value },
    ...(asked === "chosen" && { optional: true as const }),
    ...(floor !== null && { floor }),
    ...(target !== null && { target }),
  };
}

/** A tier that asks nothing of its own is not named. */
function withLevels(indicator: Indicator, typed: Numbers["levels"][string] | undefined): Indicator {
  if (typed === undefined) return indicator;
  const { byTier: _, ...own } = indicator;
  const filled = tiers.map((tier) => [tier, levelOf(typed[tier])] as const).filter(([, { length }]) => length > 0);
  if (filled.length === 0) return own;
  return { ...own, byTier: Object.fromEntries(filled.map(([tier, figures]) => [tier, Object.fromEntries(figures)])) };
}

const levelOf = (typed: LevelNumbers): readonly (readonly [keyof TierLevel, unknown])[] =>
  (Object.keys(typed) as (keyof TierLevel)[]).flatMap((rule) => (typed[rule] === null ? [] : [[rule, typed[rule]]]));
