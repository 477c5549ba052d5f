import type { Reason } from "../../words/decision.ts";
import { whole } from "./check-number.ts";
import { knownConditions, neverWaived } from "../conditions.ts";
import { gates, tiers } from "../policy.ts";
import type { Gate, Policy } from "../policy.ts";

export const checkGates = (rules: Policy["gates"]): readonly Reason[] =>
  gates.flatMap((gate) => [
    ...tiers.flatMap((tier) => whole(`gates.${gate}.quorum.${tier}`, rules[gate].quorum[tier], 1)),
    ...checkConditions(rules, gate),
  ]);

const checkConditions = (rules: Policy["gates"], gate: Gate): readonly Reason[] => {
  const field = `gates.${gate}.conditions`;
  const keys = rules[gate].conditions.map(({ key }) => key);
  return [
    ...keys
      .filter((key) => !knownConditions[gate].includes(key))
      .map((condition) => ({ code: "PolicyConditionUnknown", params: { gate, condition }, field })),
    ...keys
      .filter((key, i) => keys.indexOf(key) !== i)
      .map((condition) => ({ code: "PolicyConditionRepeated", params: { gate, condition }, field })),
    ...neverWaived[gate]
      .filter((key) => !keys.includes(key))
      .map((condition) => ({ code: "PolicyConditionRequired", params: { gate, condition }, field })),
    ...rules[gate].conditions.flatMap((rule, i) =>
      neverWaived[gate].includes(rule.key) && (rule.waivable || rule.deferrable)
        ? [{ code: "PolicyConditionNotNegotiable", params: { gate, condition: rule.key }, field: `${field}.${i}` }]
        : [],
    ),
  ];
};
