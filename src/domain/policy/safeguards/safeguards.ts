import { object } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { safeguardDaysDefault, safeguardDaysShape } from "./days.ts";
import type { SafeguardDays } from "./days.ts";

/** The numbers of the safeguards, a topic a file beside this: value, source, shape, check. */
export interface SafeguardRules {
  readonly days: SafeguardDays;
}

export const defaultSafeguards: SafeguardRules = {
  days: safeguardDaysDefault,
};

export const safeguardsShape: Shape<SafeguardRules> = object({
  days: safeguardDaysShape,
});

/** How long an acceptance stands; a policy from before the kind has the house's days. */
export const daysOfSafeguard = (
  { safeguards }: { readonly safeguards: SafeguardRules },
  kind: string,
): number | null =>
  Object.hasOwn(safeguards.days, kind) ? (safeguards.days[kind] ?? null) : (safeguardDaysDefault[kind] ?? null);
