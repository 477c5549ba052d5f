import type { Indicator } from "../../measures/indicator.ts";
import type { Policy } from "../../policy/policy.ts";
import { isApplicable as applies } from "../../measures/yardstick.ts";
import type { PilotPlan } from "../state/pilot.ts";

export const isApplicable = (plan: PilotPlan, indicator: Indicator): boolean => applies(indicator, { plan });

/** Questions an evaluator answers: the rubric indicators that apply in this plan. */
export const rubricItems = (plan: PilotPlan, policy: Policy): readonly Indicator[] =>
  policy.criteria
    .flatMap((criterion) => criterion.indicators)
    .filter((indicator) => indicator.measure === "rubric" && isApplicable(plan, indicator));
