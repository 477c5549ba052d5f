import type { Request, Response } from "express";
import type { z } from "zod";
import { handlePolicy } from "../../application/handlePolicy.ts";
import { checkPolicy } from "../../domain/policy/check.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Deps } from "../deps.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { problemOfReason } from "../forms/problems.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { languageOf } from "../visitor.ts";
import { atItsInput, partsOf, typedAtFirst } from "./form.ts";
import { nextPolicy } from "./next.ts";
import { optionalRows } from "./optional-rows.ts";
import type { policySchema } from "./schema.ts";

type PolicyForm = Form<z.output<typeof policySchema>>;

/** `/policy/new`: every number of the newest version, to be changed and published as the next. */
export function publishPages(deps: Deps) {
  const { services } = deps;
  const newest = (): Policy => services.views.policies.current();
  return {
    async show(_req: Request, res: Response): Promise<void> {
      await showForm(res, newest(), blankForm(typedAtFirst(newest()), services.views.policies.all().length));
    },

    async submit(_req: Request, res: Response, form: PolicyForm): Promise<void> {
      if (!form.valid) return showForm(res, newest(), form);
      const policy = nextPolicy(newest(), form.values);
      const faults = checkPolicy(policy);
      if (faults.length > 0)
        return showForm(res, newest(), invalid(form, ...faults.map(atItsInput(policy)).map(problemOfReason)));
      const outcome = await handlePolicy(services, {
        ...submission(res, form, "administrator"),
        command: { type: "PublishPolicy", policy },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showForm(res, newest(), again);
      done(res, "/policy", "policy:edit.done", { version: policy.version });
    },
  };
}

async function showForm(res: Response, policy: Policy, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const crumbs = [{ text: t("policy:title"), href: "/policy" }];
  const page = {
    title: t("policy:edit.title", { version: policy.version + 1 }),
    section: "policy",
    crumbs,
    lead: t("policy:edit.lead"),
    form,
  } as const;
  const parts = partsOf(policy, fieldsOf(form, language), language);
  const optional = optionalRows(policy, form, language);
  await render(res, "pages/policy/edit", page, { hidden: hiddenOf(form), parts, optional });
}
