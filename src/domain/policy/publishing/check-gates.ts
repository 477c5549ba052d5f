import type { Reason } from "../../words/decision.ts";
import { conditionsAt, knownCondition } from "../conditions.ts";
import { gates } from "../policy.ts";
import { tiers } from "../../words/tier.ts";
import type { ConditionRule, Gate, Policy } from "../policy.ts";
import type { Tier } from "../../words/tier.ts";
import { whole } from "../../words/check-number.ts";

export const checkGates = (rules: Policy["gates"]): readonly Reason[] =>
  gates.flatMap((gate) => [
    ...tiers.flatMap((tier) => whole(`gates.${gate}.quorum.${tier}`, rules[gate].quorum[tier], 1)),
    ...checkConditions(rules, gate),
  ]);

function checkConditions(rules: Policy["gates"], gate: Gate): readonly Reason[] {
  const keys = rules[gate].conditions.map(({ key }) => key);
  return [
    ...keys
      .filter((key) => knownCondition(gate, key) === undefined)
      .map((key) => reasonAt("PolicyConditionUnknown", gate, key)),
    ...keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => reasonAt("PolicyConditionRepeated", gate, key)),
    ...conditionsAt(gate)
      .filter(({ key, fixed }) => fixed === true && !keys.includes(key))
      .map(({ key }) => reasonAt("PolicyConditionRequired", gate, key)),
    ...rules[gate].conditions.flatMap((rule) => [...checkFixed(gate, rule), ...checkTiers(gate, rule)]),
  ];
}

const checkFixed = (gate: Gate, { key, waivable, deferrable, tiers: asked }: ConditionRule): readonly Reason[] =>
  knownCondition(gate, key)?.fixed === true
    ? [
        ...(waivable || deferrable ? [reasonAt("PolicyConditionNotNegotiable", gate, key)] : []),
        ...(asked === undefined ? [] : [reasonAt("PolicyConditionOfEveryTier", gate, key)]),
      ]
    : [];

/** Some of the tiers, in their order: none would ask it of nobody, and of all of them says the same as naming none. */
function checkTiers(gate: Gate, { key, tiers: asked }: ConditionRule): readonly Reason[] {
  if (asked === undefined) return [];
  if (asked.length === 0) return [reasonAt("PolicyConditionOfNoTier", gate, key, ".tiers")];
  const inOrder: readonly Tier[] = tiers.filter((tier) => asked.includes(tier));
  const fits = asked.length < tiers.length && asked.join() === inOrder.join();
  return fits ? [] : [reasonAt("PolicyConditionTiersUnfit", gate, key, ".tiers")];
}

const reasonAt = (code: string, gate: Gate, condition: string, at = ""): Reason => ({
  code,
  params: { gate, condition },
  field: `gates.${gate}.conditions.${condition}${at}`,
});
