import type { ConditionRule, GateRules } from "./policy.ts";
import type { Tier } from "../words/tier.ts";

/** What a gate asks of a technology of this tier, in the policy's order. */
export const conditionsFor = ({ conditions }: GateRules, tier: Tier): readonly ConditionRule[] =>
  conditions.filter(({ tiers }) => tiers?.includes(tier) ?? true);
