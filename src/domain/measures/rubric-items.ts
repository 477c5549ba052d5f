import type { MeasuringPlan } from "./context.ts";
import { indicatorsOf } from "./indicator.ts";
import { isJudged } from "./measures.ts";
import type { Indicator } from "./measures.ts";
import { isApplicable } from "./yardstick.ts";

/** Questions an evaluator answers: the indicators judged by people that apply in this plan. */
export const rubricItems = (
  plan: Pick<MeasuringPlan, "indicators">,
  policy: { readonly criteria: readonly { readonly indicators: readonly Indicator[] }[] },
): readonly Indicator[] =>
  indicatorsOf(policy).filter((indicator) => isJudged(indicator.measure) && isApplicable(indicator, { plan }));
