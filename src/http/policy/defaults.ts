import type { Request, Response } from "express";
import { defaultPolicy } from "../../domain/policy/default/default-policy.ts";
import type { Criterion, Policy } from "../../domain/policy/policy.ts";
import type { Deps } from "../deps.ts";
import type { Typed } from "../forms/typed.ts";
import { render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { byPath, shown } from "./comparison.ts";
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
      path,
      id: `adopt-${at + 1}`,
      label: (is ?? was)?.label(language) ?? path,
      sub: language.t("policy:defaults.now", {
        version: policy.version,
        was: shown(was, path, language),
        is: shown(is, path, language),
      }),
    };
  });
}

/** What the form starts with where numbers of the default are taken over; paths that do not differ are nothing to take. */
export function adopting(policy: Policy, paths: readonly string[]): { readonly typed: Typed; readonly count: number } {
  const then = byPath(withDefaults(policy));
  const taken = differing(policy).filter((path) => paths.includes(path));
  return { typed: Object.fromEntries(taken.map((path) => [path, then.get(path)?.value ?? ""])), count: taken.length };
}

/** Of an optional indicator that the policy has not taken in, only that it could: its numbers come with it. */
function differing(policy: Policy): readonly string[] {
  const now = byPath(policy);
  const then = policyFields(withDefaults(policy));
  const missing = new Set(
    then.filter(({ path }) => path.endsWith(".included") && !now.has(path)).map(({ path }) => path),
  );
  return then
    .filter(({ path, value }) => (now.has(path) ? now.get(path)?.value !== value : missing.has(path)))
    .map(({ path }) => path);
}

/**
 * The policy's own indicators and words with every number of the default, so that both have the same fields. The words that
 * passwords must not rest on are the body's own.
 */
function withDefaults(policy: Policy): Policy {
  const { criteria: _, gates, accounts, ...numbers } = defaultPolicy;
  return {
    ...policy,
    ...numbers,
    criteria: policy.criteria.map(criterionWithDefaults),
    gates: {
      admission: { ...policy.gates.admission, quorum: gates.admission.quorum },
      completion: { ...policy.gates.completion, quorum: gates.completion.quorum },
      rollout: { ...policy.gates.rollout, quorum: gates.rollout.quorum },
      adoption: { ...policy.gates.adoption, quorum: gates.adoption.quorum },
    },
    accounts: { ...accounts, passwordWords: policy.accounts.passwordWords },
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
      ...criterion.indicators.map((one) => {
        const same = original.indicators.find(({ key, measure }) => key === one.key && measure === one.measure);
        if (same === undefined) return one;
        const { floor: _, target: __, byTier: ___, ...kept } = one;
        const { weight, floor, target, value, minimumSample, byTier } = same;
        return {
          ...kept,
          ...{ weight, value, minimumSample },
          ...(floor !== undefined && { floor }),
          ...(target !== undefined && { target }),
          ...(byTier !== undefined && { byTier }),
        };
      }),
      ...original.indicators.filter(({ key, optional }) => optional === true && !has.has(key)),
    ],
  };
}
