import { optionalCatalogue } from "../../domain/policy/default/optional.ts";
import type { CriterionKey, Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/indicator.ts";

/** An indicator that plans may choose: one of this policy, or one that it may take in. */
export type Offered = {
  readonly criterion: CriterionKey;
  readonly indicator: Indicator;
  /** Plans under this policy may choose it. */
  readonly included: boolean;
};

/** Those of the policy first, with its own numbers; then what the catalogue has beside them. A key counts once. */
export function offeredIn({ criteria }: Policy): readonly Offered[] {
  const taken = new Set(criteria.flatMap(({ indicators }) => indicators.map(({ key }) => key)));
  return [
    ...criteria.flatMap(({ key, indicators }) =>
      indicators.filter(isOptional).map((indicator) => ({ criterion: key, indicator, included: true })),
    ),
    ...optionalCatalogue
      .filter(({ indicator }) => !taken.has(indicator.key))
      .map((entry) => ({ ...entry, included: false })),
  ];
}

export const isOptional = ({ optional }: Indicator): boolean => optional === true;

/** Inputs of an optional indicator are named after it: its place in the list comes and goes with others. */
export const optionalPath = ({ key }: Indicator): string => `optional.${key}`;
