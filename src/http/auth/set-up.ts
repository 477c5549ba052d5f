import type { Request, Response } from "express";
import { z } from "zod";
import { passwordRules } from "../../application/people/password-rules.ts";
import { setUp } from "../../application/people/set-up.ts";
import type { Deps } from "../deps.ts";
import { email, requiredText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { languageOf } from "../visitor.ts";
import { enter } from "./enter.ts";
import { linkGone } from "./link.ts";
import { newPasswordFields } from "../forms/password-fields.ts";
import { newPassword, passwordProblem, sameTwice } from "../forms/password.ts";

export const setUpSchema = z
  .object({
    name: requiredText(120, { missing: "auth:setUp.nameMissing" }),
    email: email({ missing: "auth:setUp.emailMissing", invalid: "auth:setUp.emailInvalid" }),
    ...newPassword,
  })
  .superRefine(sameTwice);
type SetUpForm = Form<z.output<typeof setUpSchema>>;

/** `/set-up/:token`: the first start asks for the administrator; nobody else can, and only once. */
export function setUpPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      await showSetUp(deps, req, res, blankForm());
    },

    async submit(req: Request, res: Response, form: SetUpForm): Promise<void> {
      if (!form.valid) return showSetUp(deps, req, res, form);
      const result = await setUp(services, pathValue(req, "token"), form.values);
      if (result.kind === "unknown") return linkGone(res);
      if (result.kind === "fault")
        return showSetUp(deps, req, res, invalid(form, passwordProblem("password", result.fault)));
      services.log.info({ event: "set-up", person: result.person, reference: req.id });
      await enter(req, res, deps, result.person);
      done(res, "/people", "auth:setUp.done");
    },
  };
}

async function showSetUp({ services }: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const token = pathValue(req, "token");
  const link = await services.accounts.links.find(token);
  if (link?.purpose !== "set-up") return linkGone(res);
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/auth/set-up",
    { title: t("auth:setUp.title"), lead: t("auth:setUp.lead"), form },
    {
      action: `/set-up/${encodeURIComponent(token)}`,
      hidden: hiddenOf(form),
      name: fields.text("name", { label: t("auth:setUp.name"), autocomplete: "name" }),
      email: fields.text("email", { label: t("auth:setUp.email"), type: "email", autocomplete: "username" }),
      ...newPasswordFields(fields, language, passwordRules(services)),
    },
  );
}
