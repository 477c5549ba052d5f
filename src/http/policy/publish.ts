import type { Request, Response } from "express";
import type { z } from "zod";
import { handlePolicy } from "../../application/handlePolicy.ts";
import type { Reason } from "../../domain/decision.ts";
import { checkPolicy } from "../../domain/policy/check.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Deps } from "../deps.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { problemOfReason } from "../forms/problems.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import type { Language } from "../view/languages.ts";
import { languageOf } from "../visitor.ts";
import { policyFields } from "./fields.ts";
import { nextPolicy } from "./schema.ts";
import type { policySchema } from "./schema.ts";
import { named } from "./words.ts";

type PolicyForm = Form<z.output<typeof policySchema>>;

/** `/policy/new`: every number of the newest version, to be changed and published as the next. */
export function publishPages(deps: Deps) {
  const { services } = deps;
  const newest = (): Policy => services.views.policies.current();
  return {
    async show(_req: Request, res: Response): Promise<void> {
      const typed = Object.fromEntries(policyFields(newest()).map(({ path, value }) => [path, value]));
      await showForm(res, newest(), blankForm(typed, services.views.policies.all().length));
    },

    async submit(_req: Request, res: Response, form: PolicyForm): Promise<void> {
      if (!form.valid) return showForm(res, newest(), form);
      const policy = nextPolicy(newest(), form.values);
      const faults = checkPolicy(policy);
      if (faults.length > 0)
        return showForm(res, newest(), invalid(form, ...faults.map(atItsInput).map(problemOfReason)));
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

/** A rule over several numbers speaks at the first of their inputs. */
function atItsInput(reason: Reason): Reason {
  const field = (reason.field ?? "")
    .replace(/\.value(\.\d+)?$/, ".value")
    .replace(/\.incidentDays\.(\d)$/, ".incidentDays.severity$1")
    .replace(/\.indicators$/, ".indicators.0.weight")
    .replace(/^criteria$/, "criteria.0.weight")
    .replace(/^agreement$/, "agreement.unreliable");
  return { ...reason, field };
}

async function showForm(res: Response, policy: Policy, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const inputs = policyFields(policy).map(({ path, part, label }) => ({
    part,
    field: path.endsWith(".value")
      ? fields.text(path, { label: label(language), hint: t("policy:edit.pointsHint"), width: "full" })
      : fields.number(path, { label: label(language), width: "s" }),
  }));
  const parts = [...new Set(inputs.map(({ part }) => part))].map((part) => ({
    id: `part-${part.replace(".", "-")}`,
    title: partTitle(policy, part, language),
    fields: inputs.filter((input) => input.part === part).map(({ field }) => field),
  }));
  const crumbs = [{ text: t("policy:title"), href: "/policy" }];
  const page = {
    title: t("policy:edit.title", { version: policy.version + 1 }),
    section: "policy",
    crumbs,
    lead: t("policy:edit.lead"),
    form,
  } as const;
  await render(res, "pages/policy/edit", page, { hidden: hiddenOf(form), parts });
}

function partTitle({ criteria }: Policy, part: string, language: Language): string {
  const criterion = part.startsWith("criteria.") ? criteria[Number(part.slice("criteria.".length))] : undefined;
  return criterion === undefined ? language.t(`policy:part.${part}`) : named(language, criterion.name);
}
