import type { Indicator, Policy } from "../policy/policy.ts";
import type { GuardLimit, PlannedIndicator } from "../technology/events.ts";
import type { MeasureContext } from "./found.ts";
import { measureIndicators } from "./measure-indicators.ts";
import type { Bounds, IndicatorState } from "./verdict-types.ts";

export interface GuardFinding {
  readonly state: "breached" | "within" | "too-few";
  /** Absent where nothing can be measured. */
  readonly measured?: Bounds;
}

/**
 * A guard over everything that the wave has shown: breached where even the better bound misses the limit, within where the
 * worse one clears it, else too few data to tell. Measured as the policy measures the indicator, with the guard's limit for
 * a floor and either bound at `confidence` (guardConfidence): it stands alone, so the errors that the floors of one verdict
 * share do not come into it.
 */
export function guardFinding(context: MeasureContext, guard: GuardLimit, confidence: number): GuardFinding {
  const policy = withLimit(context.policy, guard);
  const plan = { ...context.plan, indicators: guardAlone(context, guard.indicator) };
  const result = measureIndicators({ ...context, policy, plan, heldAt: confidence }).find(
    ({ id }) => id === guard.indicator,
  );
  const measured = result?.measured;
  return {
    state: result === undefined ? "too-few" : (states[result.state] ?? "too-few"),
    ...(measured === undefined ? {} : { measured }),
  };
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

/** The others keep their floors, for throughput is judged at them, and are not measured. */
function guardAlone({ policy, plan }: MeasureContext, guard: string): MeasureContext["plan"]["indicators"] {
  const keys = policy.criteria.flatMap(({ indicators }) => indicators.map(({ key }) => key));
  const planned = (key: string): PlannedIndicator =>
    key === guard ? asThePolicyHasIt : { ...asThePolicyHasIt, ...plan.indicators[key], applicable: false };
  return Object.fromEntries(keys.map((key) => [key, planned(key)]));
}

function withLimit(policy: Policy, { indicator, limit, minimumSample }: GuardLimit): Policy {
  const limited = (one: Indicator): Indicator =>
    one.key === indicator ? { ...one, floor: limit, minimumSample, byTier: {} } : one;
  return {
    ...policy,
    criteria: policy.criteria.map((criterion) => ({ ...criterion, indicators: criterion.indicators.map(limited) })),
  };
}
