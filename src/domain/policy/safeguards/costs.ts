import { estimateRules } from "../../costs/earned-value.ts";
import type { EstimateRule } from "../../costs/earned-value.ts";
import { share, wholeIn } from "../../words/check-number.ts";
import type { Reason } from "../../words/decision.ts";
import { day, each, integer, nullable, number, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { tiers } from "../../words/tier.ts";
import type { Tier } from "../../words/tier.ts";

/** When cost and schedule of a pilot and its rollout are reported, and what of them warns. */
export interface CostRules {
  readonly source: string;
  readonly date: Day;
  /** Under these an index warns, 0–1. */
  readonly costIndexWarns: number;
  readonly scheduleIndexWarns: number;
  /** How a plan estimates its cost at the end unless it says otherwise. */
  readonly estimate: EstimateRule;
  /** Days from one report to the next, at most, by tier; null: of that tier none is asked. */
  readonly reportDays: { readonly [T in Tier]: number | null };
}

export const costsDefault: CostRules = {
  source:
    "ISO 21508:2018 and The Standard for Earned Value Management (PMI, 2019) for the figures; the limits and the rhythm are a house rule",
  date: "2026-11-30",
  costIndexWarns: 0.9,
  scheduleIndexWarns: 0.9,
  estimate: "typical",
  reportDays: { I: null, II: null, III: 45, IV: 31 },
};

export const costsShape: Shape<CostRules> = object({
  source: text,
  date: day,
  costIndexWarns: number,
  scheduleIndexWarns: number,
  estimate: oneOf(...estimateRules),
  reportDays: each(tiers, nullable(integer)),
});

export const checkCosts = (rules: CostRules): readonly Reason[] => [
  ...share("safeguards.costs.costIndexWarns", rules.costIndexWarns, 0, 1),
  ...share("safeguards.costs.scheduleIndexWarns", rules.scheduleIndexWarns, 0, 1),
  ...tiers.flatMap((tier) => {
    const days = rules.reportDays[tier];
    return days === null ? [] : wholeIn(`safeguards.costs.reportDays.${tier}`, days, 1, 366);
  }),
];

/** A body that has not taken the topic on is asked for no reports. */
export const costsLater: CostRules = { ...costsDefault, reportDays: { I: null, II: null, III: null, IV: null } };
