import { indicatorsOf } from "../../measures/indicator.ts";
import type { Indicator } from "../../measures/measures.ts";
import { isJudged } from "../../measures/measures.ts";
import type { Policy } from "../../policy/policy.ts";
import { isApplicable as applies } from "../../measures/yardstick.ts";
import type { PilotPlan } from "../state/pilot.ts";

export const isApplicable = (plan: PilotPlan, indicator: Indicator): boolean => applies(indicator, { plan });

/** Questions an evaluator answers: the indicators judged by people that apply in this plan. */
export const rubricItems = (plan: PilotPlan, policy: Policy): readonly Indicator[] =>
  indicatorsOf(policy).filter((indicator) => isJudged(indicator.measure) && isApplicable(plan, indicator));
