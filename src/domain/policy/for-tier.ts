import type { Criterion, Policy } from "./policy.ts";
import type { Indicator } from "../measures/measures.ts";
import { onceBeside } from "../words/once-beside.ts";
import type { Tier } from "../words/tier.ts";

/**
 * The policy as it judges a technology of this tier: what the tier asks stands in place of the indicator's own floor,
 * target, value function and minimum sample, and `byTier` is gone. A policy without any is returned as it is. Never
 * published and never compared with a published one.
 *
 * @param tier null: of no technology in particular, so the indicators' own numbers
 */
export function forTier(policy: Policy, tier: Tier | null): Policy {
  if (!policy.criteria.some(({ indicators }) => indicators.some(({ byTier }) => byTier !== undefined))) return policy;
  const known = byTierOf(policy);
  const own = known.get(tier) ?? {
    ...policy,
    criteria: policy.criteria.map((criterion) => criterionFor(criterion, tier)),
  };
  known.set(tier, own);
  return own;
}

const byTierOf = onceBeside((_: Policy) => new Map<Tier | null, Policy>());

const criterionFor = (criterion: Criterion, tier: Tier | null): Criterion => ({
  ...criterion,
  indicators: criterion.indicators.map((indicator) => indicatorFor(indicator, tier)),
});

/** One indicator as a tier has it; see forTier. */
export function indicatorFor(indicator: Indicator, tier: Tier | null): Indicator {
  const { byTier, ...own } = indicator;
  return byTier === undefined ? indicator : { ...own, ...(tier === null ? {} : byTier[tier]) };
}
