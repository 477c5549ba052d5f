import { gates } from "./policy.ts";
import type { ConditionRule, Gate, GateRules, Policy } from "./policy.ts";
import type { Tier } from "../words/tier.ts";

/** What a gate asks of a technology of this tier, in the policy's order. */
export const conditionsFor = ({ conditions }: GateRules, tier: Tier): readonly ConditionRule[] =>
  conditions.filter(({ tiers }) => tiers?.includes(tier) ?? true);

/** The gates that ask a technology of this tier for a condition, in the order of its life. */
export const gatesAsking = ({ gates: rules }: Pick<Policy, "gates">, tier: Tier, condition: string): readonly Gate[] =>
  gates.filter((gate) => conditionsFor(rules[gate], tier).some(({ key }) => key === condition));
