import type { Request, Response } from "express";
import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import { gates } from "../../domain/policy/policy.ts";
import type { Criterion, GateRules, Policy } from "../../domain/policy/policy.ts";
import { sha256 } from "../../domain/words/digest.ts";
import type { Deps } from "../deps.ts";
import type { Typed } from "../forms/typed.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { byPath, isWhole, fieldText } from "./comparison.ts";
import { conditionPath, isCondition, typedCondition } from "./condition-inputs.ts";
import { policyFields } from "./fields.ts";

/** `/policy/defaults`: where the policy in force differs from the default of this release, each to be taken into a draft. */
export function defaultsPage({ services }: Deps) {
  return async (_req: Request, res: Response): Promise<void> => {
    const language = languageOf(res);
    const { t } = language;
    const policy = services.views.policies.current();
    await render(
      res,
      "pages/policy/defaults",
      {
        revalidated: true,
        title: t("policy:defaults.title"),
        section: "policy",
        crumbs: [{ text: t("policy:title"), href: "/policy" }],
        lead: t("policy:defaults.lead", { version: policy.version }),
      },
      { rows: rowsOf(policy, language) },
    );
  };
}

function rowsOf(policy: Policy, language: Language) {
  const [now, then] = [byPath(policy), byPath(withDefaults(policy))];
  return differing(policy).map((path, at) => {
    const [was, is] = [now.get(path), then.get(path)];
    return {
      tick: tickOf(path),
      id: `adopt-${at + 1}`,
      label: (is ?? was)?.label(language) ?? path,
      sub: language.t("policy:defaults.now", {
        version: policy.version,
        was: fieldText(was, path, language),
        is: fieldText(is, path, language),
      }),
    };
  });
}

/** A rule as an address names it: with every rule ticked, their paths would be longer than an address may be. */
export const tickOf = (path: string): string => sha256(path).slice(0, 8);

/** What the form starts with where numbers of the default are taken over; ticks of what does not differ are nothing to take. */
export function adopting(policy: Policy, ticks: readonly string[]): { readonly typed: Typed; readonly count: number } {
  const whole = withDefaults(policy);
  const then = byPath(whole);
  const taken = differing(policy).filter((path) => ticks.includes(tickOf(path)));
  const numbers = taken
    .filter((path) => !isCondition(path))
    .map((path) => [path, then.get(path)?.value ?? ""] as const);
  const conditions = gates.flatMap((gate) =>
    whole.gates[gate].conditions
      .filter(({ key }) => taken.includes(conditionPath(gate, key)))
      .map((rule) => typedCondition(gate, { rule, asked: true })),
  );
  const typed: Typed = conditions.reduce((all, more) => ({ ...all, ...more }), Object.fromEntries(numbers));
  return { typed, count: taken.length };
}

/** Of an indicator that the policy has not taken in, only that it could: its numbers come with it. */
function differing(policy: Policy): readonly string[] {
  const now = byPath(policy);
  const then = policyFields(withDefaults(policy));
  return then
    .filter(({ path, value }) => (now.has(path) ? now.get(path)?.value !== value : isWhole(path)))
    .map(({ path }) => path);
}

/**
 * The policy's own indicators, conditions and words with every number and rule of the default, and what the default has
 * beside them. The words that passwords must not rest on are the body's own.
 */
function withDefaults(policy: Policy): Policy {
  const { criteria: _, gates: rules, accounts, ...numbers } = defaultPolicy;
  return {
    ...policy,
    ...numbers,
    criteria: policy.criteria.map(criterionWithDefaults),
    gates: {
      admission: gateWithDefaults(policy.gates.admission, rules.admission),
      completion: gateWithDefaults(policy.gates.completion, rules.completion),
      rollout: gateWithDefaults(policy.gates.rollout, rules.rollout),
      adoption: gateWithDefaults(policy.gates.adoption, rules.adoption),
    },
    accounts: { ...accounts, passwordWords: policy.accounts.passwordWords },
  };
}

function gateWithDefaults({ conditions }: GateRules, { quorum, conditions: defaults }: GateRules): GateRules {
  const has = new Set(conditions.map(({ key }) => key));
  return {
    quorum,
    conditions: [
      ...conditions.map((rule) => defaults.find(({ key }) => key === rule.key) ?? rule),
      ...defaults.filter(({ key }) => !has.has(key)),
    ],
  };
}

function criterionWithDefaults(criterion: Criterion): Criterion {
  const original = defaultPolicy.criteria.find(({ key }) => key === criterion.key);
  if (original === undefined) return criterion;
  const has = new Set(criterion.indicators.map(({ key }) => key));
  return {
    ...criterion,
    weight: original.weight,
    floor: original.floor,
    indicators: [
      ...criterion.indicators.map((indicator) => {
        const same = original.indicators.find(
          ({ key, measure }) => key === indicator.key && measure === indicator.measure,
        );
        if (same === undefined) return indicator;
        const { floor: _, target: __, byTier: ___, ...rest } = indicator;
        const { weight, floor, target, value, minimumSample, byTier } = same;
        return {
          ...rest,
          ...{ weight, value, minimumSample },
          ...(floor !== undefined && { floor }),
          ...(target !== undefined && { target }),
          ...(byTier !== undefined && { byTier }),
        };
      }),
      ...original.indicators.filter(({ key }) => !has.has(key)),
    ],
  };
}
