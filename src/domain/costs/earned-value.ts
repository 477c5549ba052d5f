import { from, isKnown, known, unknown } from "./figure.ts";
import type { Figure } from "./figure.ts";

/** Sums of money in one currency, at the end of one day. */
export interface Sums {
  /** Budget of all the work (BAC), above 0. */
  readonly budget: number;
  /** Budget of the work that was planned to be done by then (PV). */
  readonly planned: number;
  /** Budget of the work that was done by then (EV). */
  readonly earned: number;
  /** What was spent by then (AC). */
  readonly spent: number;
}

/**
 * How the cost at the end is estimated: what is left goes on costing as the work so far did ("typical"), it costs what was
 * budgeted for it ("one-off"), or both cost and schedule weigh on it ("both").
 */
export const estimateRules = ["typical", "one-off", "both"] as const;
export type EstimateRule = (typeof estimateRules)[number];

/** Money in the currency of the sums; indices without unit, 1 is as planned, less is worse. */
export interface EarnedValue extends Sums {
  readonly costVariance: number;
  readonly scheduleVariance: number;
  readonly costIndex: Figure;
  readonly scheduleIndex: Figure;
  /** Estimate at completion by each rule; all of them are shown. */
  readonly estimates: { readonly [R in EstimateRule]: Figure };
  /** By the rule that the plan names. */
  readonly estimate: Figure;
  readonly toComplete: Figure;
  readonly varianceAtEnd: Figure;
  /** The cost index that what is left must reach, to end within the budget. */
  readonly indexToBudget: Figure;
  /** The same, to end at the estimate. */
  readonly indexToEstimate: Figure;
}

/**
 * Earned value management: CV = EV − AC, SV = EV − PV, CPI = EV/AC, SPI = EV/PV, EAC by three rules, ETC = EAC − AC,
 * VAC = BAC − EAC, TCPI = (BAC − EV)/(BAC − AC), or ÷ (EAC − AC). Where one divides by nothing it is unknown, with the
 * reason. Source: ISO 21508:2018; Project Management Institute, The Standard for Earned Value Management, 2019.
 */
export function earnedValue(sums: Sums, rule: EstimateRule): EarnedValue {
  const { budget, planned, earned, spent } = sums;
  const costIndex = spent > 0 ? known(earned / spent) : unknown("no-cost");
  const scheduleIndex = planned > 0 ? known(earned / planned) : unknown("nothing-planned");
  const estimates = {
    typical: from(costIndex, (cost) => over(budget, cost)),
    "one-off": known(spent + budget - earned),
    both: from(costIndex, (cost) =>
      from(scheduleIndex, (schedule) => from(over(budget - earned, cost * schedule), (left) => known(spent + left))),
    ),
  };
  const estimate = estimates[rule];
  return {
    ...sums,
    costVariance: earned - spent,
    scheduleVariance: earned - planned,
    costIndex,
    scheduleIndex,
    estimates,
    estimate,
    toComplete: from(estimate, (end) => known(end - spent)),
    varianceAtEnd: from(estimate, (end) => known(budget - end)),
    indexToBudget: indexTo(sums, budget),
    indexToEstimate: isKnown(estimate) ? indexTo(sums, estimate.value) : estimate,
  };
}

/** An index of nothing says that no work is done yet: nothing can be told from it about the rest. */
const over = (money: number, index: number): Figure => (index > 0 ? known(money / index) : unknown("nothing-done"));

/** @param end the cost that is to be kept */
function indexTo({ budget, earned, spent }: Sums, end: number): Figure {
  if (earned >= budget) return unknown("work-done");
  return end > spent ? known((budget - earned) / (end - spent)) : unknown("budget-spent");
}
