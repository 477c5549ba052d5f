import type { Request, Response } from "express";
import { z } from "zod";
import { passwordRules } from "../../application/people/password-rules.ts";
import { setPasswordByLink } from "../../application/people/set-password.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { languageOf } from "../visitor.ts";
import { enter, wayIn } from "./enter.ts";
import { newPasswordFields } from "../forms/password-fields.ts";
import { newPassword, passwordProblem, sameTwice } from "../forms/password.ts";

export const linkSchema = z.object(newPassword).superRefine(sameTwice);
type LinkForm = Form<z.output<typeof linkSchema>>;

/** `/link/:token`: an invitation or a reset, handed over by the administrator; good for one password. */
export function linkPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      await showLink(deps, req, res, blankForm());
    },

    async submit(req: Request, res: Response, form: LinkForm): Promise<void> {
      if (!form.valid) return showLink(deps, req, res, form);
      const used = await setPasswordByLink(
        services,
        pathValue(req, "token"),
        form.values.password,
        passwordRules(services),
      );
      if (used.kind === "unknown") return notFound();
      if (used.kind === "fault")
        return showLink(deps, req, res, invalid(form, passwordProblem("password", used.fault)));
      services.log.info({ event: "password-set-by-link", person: used.person, reference: req.id });
      await enter(req, res, deps, used.person);
      done(res, wayIn(services, used.person, "/"), "auth:link.done");
    },
  };
}

async function showLink({ services }: Deps, req: Request, res: Response, form: FormState): Promise<void> {
  const token = pathValue(req, "token");
  const link = await services.accounts.links.find(token);
  const owner = link?.person ? await services.accounts.identities.find(link.person) : null;
  if (link === null || owner === null) return linkGone(res);
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const page = { title: t(`auth:link.${link.purpose}.title`), lead: t("auth:link.lead", { name: owner.name }), form };
  await render(res, "pages/auth/link", page, {
    action: `/link/${encodeURIComponent(token)}`,
    hidden: hiddenOf(form),
    // For password managers, which store a password under a name.
    email: fieldsOf(blankForm({ email: owner.email }), language).text("email", {
      label: t("auth:signIn.email"),
      type: "email",
      autocomplete: "username",
      readonly: true,
    }),
    ...newPasswordFields(fields, language, passwordRules(services)),
  });
}

/** Used, expired or never made: the same sentence, and what to do about it. */
export async function linkGone(res: Response): Promise<void> {
  const { t } = languageOf(res);
  await render(res, "pages/auth/gone", { title: t("auth:gone.title"), lead: t("auth:gone.lead"), status: 404 }, {});
}
