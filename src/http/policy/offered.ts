import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import { isJudged, measureOf } from "../../domain/measures/measures.ts";
import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/measures.ts";

/** Who is asked for an indicator: every plan, those that choose it, or nobody under this version. */
export const askings = ["every", "chosen", "none"] as const;
export type Asking = (typeof askings)[number];

/** An indicator or rubric item: one of this policy, or one that it may take in. */
export type Offered = { readonly criterion: CriterionKey; readonly indicator: Indicator; readonly asked: Asking };

/** Those of the policy first, with its own numbers; then what this version knows beside them. A key counts once. */
export function offeredIn({ criteria }: Pick<Policy, "criteria">): readonly Offered[] {
  const taken = new Set(criteria.flatMap(({ indicators }) => indicators.map(({ key }) => key)));
  return [
    ...criteria.flatMap(({ key, indicators }) =>
      indicators.map((indicator) => ({ criterion: key, indicator, asked: askingOf(indicator) })),
    ),
    ...defaultPolicy.criteria.flatMap(({ key, indicators }) =>
      indicators
        .filter((indicator) => !taken.has(indicator.key))
        .map((indicator) => ({ criterion: key, indicator, asked: "none" as const })),
    ),
  ];
}

export const askingOf = ({ optional }: Indicator): Asking => (optional === true ? "chosen" : "every");

export const isRubric = ({ measure }: Pick<Indicator, "measure">): boolean => isJudged(measure);

/** Measures whose evidence tells groups apart; and whatever names some, so that they can be taken away. */
export const knowsGroups = ({ measure, groups }: Indicator): boolean =>
  measureOf(measure).groups === true || groups !== undefined;

/** Inputs are named after the indicator: its place in the list comes and goes with others. */
export const inputOf = (indicator: Pick<Indicator, "key" | "measure">): string =>
  `${isRubric(indicator) ? "rubrics" : "indicators"}.${indicator.key}`;
