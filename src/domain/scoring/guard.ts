import { indicatorsOf } from "../measures/indicator.ts";
import type { Indicator, Measure } from "../measures/measures.ts";
import type { PlannedIndicator } from "../measures/planned-indicator.ts";
import type { MeasureContext, MeasuringRules } from "../measures/context.ts";
import { bounds, stateOf } from "./measure-indicators.ts";
import { measureOf } from "../measures/measures.ts";
import { rounded } from "../words/rounded.ts";
import type { IndicatorState } from "./verdict-types.ts";
import type { Bounds } from "../measures/finding-parts.ts";
import { yardstickOf } from "../measures/yardstick.ts";

export interface GuardLimit {
  /** Indicator key of the pinned policy. */
  readonly indicator: string;
  readonly limit: number;
  readonly minimumSample: number;
}

export interface GuardFinding {
  readonly state: "breached" | "within" | "too-few";
  /** Absent where nothing can be measured. */
  readonly measured?: Bounds;
}

const tooFew: GuardFinding = { state: "too-few" };

/**
 * A guard over everything that the wave has shown: breached where even the better bound misses the limit, within where the
 * worse one clears it, else too few data to tell. Measured as the policy measures the indicator, with the guard's limit for
 * a floor and either bound at `confidence` (guardConfidence): it stands alone, so the errors that the floors of one verdict
 * share do not come into it.
 */
export function guardFinding(context: MeasureContext<Measure>, guard: GuardLimit, confidence: number): GuardFinding {
  const policy = withLimit(context.policy, guard);
  const indicator = indicatorOf(policy, guard.indicator);
  if (indicator === undefined) return tooFew;
  const indicators = { ...context.plan.indicators, [guard.indicator]: asThePolicyHasIt };
  const rules = { ...context, policy, plan: { ...context.plan, indicators }, heldAt: confidence };
  const yardstick = yardstickOf(indicator, rules);
  const finding = measureOf(indicator.measure).measure(rules, yardstick, indicator);
  if (finding.kind === "unknown") return tooFew;
  const { estimate } = finding.observed;
  const [lower, upper] = [finding.observed.lower(confidence), finding.observed.upper(confidence)];
  return rounded({
    state: states[stateOf(finding, yardstick)] ?? "too-few",
    measured: bounds(estimate, lower, upper),
  });
}

const states: { readonly [S in IndicatorState]?: GuardFinding["state"] } = { beyond: "breached", cleared: "within" };

/** What the plan fixed for the pilot's looks (a stricter floor, the anytime rule, a baseline) is not the guard's. */
const asThePolicyHasIt: PlannedIndicator = {
  applicable: true,
  reason: null,
  floor: null,
  minimumSample: null,
  margin: null,
  anytime: false,
};

function withLimit(
  policy: MeasuringRules<Measure>,
  { indicator, limit, minimumSample }: GuardLimit,
): MeasuringRules<Measure> {
  const limited = (asked: Indicator): Indicator =>
    asked.key === indicator ? { ...asked, floor: limit, minimumSample, byTier: {} } : asked;
  return {
    ...policy,
    criteria: policy.criteria.map((criterion) => ({ ...criterion, indicators: criterion.indicators.map(limited) })),
  };
}

export const indicatorOf = (policy: MeasuringRules<Measure>, key: string): Indicator | undefined =>
  indicatorsOf(policy).find((indicator) => indicator.key === key);
