import type { Reason } from "../../domain/words/decision.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { chosenIn } from "./chosen-indicators.ts";
import { nextRules } from "./condition-inputs.ts";
import { isRubric, offeredIn } from "./offered.ts";
import type { Numbers } from "./schema.ts";
import { nextSafeguards } from "./safeguards/next.ts";
import { severityDaysOf } from "./severity-days.ts";

/** The next version as the form has it; of the one before it keeps the order, and what no form changes. */
export function nextPolicy(before: Policy, typed: Numbers): Policy {
  const { indicators: _, rubrics: __, levels: ___, safeguards, ...numbers } = typed;
  const { gates } = before;
  return {
    ...before,
    ...numbers,
    version: before.version + 1,
    criteria: before.criteria.map((criterion, i) => ({
      ...criterion,
      ...numbers.criteria[i],
      indicators: chosenIn(before, criterion, typed).map(({ indicator }) => indicator),
    })),
    gates: {
      admission: nextRules(gates.admission, "admission", numbers.gates.admission),
      completion: nextRules(gates.completion, "completion", numbers.gates.completion),
      rollout: nextRules(gates.rollout, "rollout", numbers.gates.rollout),
      adoption: nextRules(gates.adoption, "adoption", numbers.gates.adoption),
    },
    safeguards: nextSafeguards(before.safeguards, safeguards),
    deadlines: { ...numbers.deadlines, ...severityDaysOf(numbers.deadlines) },
  };
}

/** Inputs of indicators that neither the policy nor this version has: nobody could say how they are measured. */
export function unknownIndicators(before: Policy, { indicators }: Numbers): readonly Reason[] {
  const known = new Set(offeredIn(before).flatMap(({ indicator }) => (isRubric(indicator) ? [] : [indicator.key])));
  return Object.keys(indicators)
    .filter((key) => !known.has(key))
    .map((key) => ({
      code: "PolicyIndicatorUnknown",
      params: { indicator: key },
      field: `indicators.${key}.asked`,
    }));
}
