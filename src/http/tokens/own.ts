import type { Request, Response } from "express";
import { z } from "zod";
import { scopesFor } from "../../application/token-scopes.ts";
import { tokenDays, tokenScopes } from "../../authority/intake-tokens.ts";
import { choiceField } from "../choices/fields.ts";
import { technologyChoices } from "../choices/technologies.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choices, optionalText } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { originOf } from "../origin.ts";
import { done, render } from "../page.ts";
import { pathValue } from "../request-values.ts";
import { reachOf, tokenLine } from "../say/token.ts";
import type { Crumb } from "../view/chrome.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { readExample } from "./curl.ts";
import { tokenFields, tokenSchema } from "./fields.ts";
import { makeToken, revokeToken } from "./make.ts";

export const ownTokenSchema = z.object({
  name: tokenSchema.shape.name,
  scopes: choices(tokenScopes).refine((chosen) => chosen.length > 0, "tokens:form.scopesMissing"),
  technology: optionalText(60),
  days: tokenSchema.shape.days,
});
type Values = z.output<typeof ownTokenSchema>;

/** Where a script looks for technologies. */
export const technologiesPath = "/account/tokens/technologies";

/** `/account/tokens`: with which programs do in one's own name what they are let do. */
export function ownTokenPages(deps: Deps) {
  return {
    async show(_req: Request, res: Response): Promise<void> {
      await showOwn(deps, res, blankForm({ scopes: ["read"], days: String(tokenDays.usual) }));
    },

    async make(req: Request, res: Response, form: Form<Values>): Promise<void> {
      if (!form.valid) return showOwn(deps, res, form);
      const asked = askedOf(deps, res, form);
      if ("problem" in asked) return showOwn(deps, res, invalid(form, asked.problem));
      const token = await makeToken(deps, req, asked);
      if (token !== null) return showOnce(deps, req, res, token);
      await showOwn(deps, res, invalid(form, { field: "name", key: "tokens:form.full", params: {} }));
    },

    async revoke(req: Request, res: Response): Promise<void> {
      const token = (await deps.services.accounts.intakeTokens.find(pathValue(req, "token"))) ?? notFound();
      if (token.person !== personOf(res).id) notFound();
      await revokeToken(deps, req, token, token.person);
      done(res, "/account/tokens", "tokens:revoked", { name: token.name });
    },
  };
}

/** The new token, or what no schema can see: scopes that are not one's own to give, a technology that is none. */
function askedOf({ services }: Deps, res: Response, { values }: Filled<Values>) {
  const person = personOf(res);
  const row = values.technology === "" ? null : services.views.portfolio.bySlug(values.technology);
  const problem = (field: string, key: string) => ({ problem: { field, key, params: {} } });
  if (values.technology !== "" && row === null) return problem("technology", "tokens:form.noTechnology");
  if (values.scopes.some((scope) => !scopesFor(person.roles).includes(scope)))
    return problem("scopes", "tokens:form.scopesNotYours");
  if (row !== null && values.scopes.includes("propose")) return problem("technology", "tokens:form.proposeAll");
  const { name, days, scopes } = values;
  return { person: person.id, technology: row?.id ?? null, scopes, name, days };
}

async function showOnce({ config }: Deps, req: Request, res: Response, token: string): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  await render(
    res,
    "pages/tokens/made",
    { title: t("tokens:madeTitle"), crumbs: trailOf(language), lead: t("tokens:once"), secret: true },
    { token, curl: readExample(originOf(req, config)), back: "/account/tokens", api: true },
  );
}

async function showOwn(deps: Deps, res: Response, form: FormState): Promise<void> {
  const { services } = deps;
  const language = languageOf(res);
  const { t } = language;
  const { id, roles } = personOf(res);
  const fields = fieldsOf(form, language);
  const own = await services.accounts.intakeTokens.ofPerson(id);
  await render(
    res,
    "pages/tokens/own",
    { title: t("tokens:own.title"), crumbs: trailOf(language).slice(0, 1), lead: t("tokens:own.lead"), form },
    {
      hidden: hiddenOf(form),
      ...tokenFields(fields, language),
      scopes: fields.checkboxes("scopes", {
        legend: t("tokens:form.scopes"),
        hint: t("tokens:form.scopesHint"),
        stacked: true,
        options: scopesFor(roles).map((scope) => ({
          value: scope,
          label: t(`tokens:scope.${scope}.title`),
          hint: t(`tokens:scope.${scope}.hint`),
        })),
      }),
      technology: await choiceField(
        fields,
        "technology",
        { label: t("tokens:form.technology"), hint: t("tokens:form.technologyHint"), none: t("tokens:reach.all") },
        technologyChoices(services.views.portfolio, { address: technologiesPath }),
      ),
      tokens: own.map((token) => ({
        ...tokenLine(language, token, Date.now()),
        reach: reachOf(language, services.views.portfolio, token),
        action: `/account/tokens/${token.id}/revocation`,
        hidden: hiddenOf(blankForm()),
      })),
    },
  );
}

const trailOf = ({ t }: Language): readonly Crumb[] => [
  { text: t("account:title"), href: "/account" },
  { text: t("tokens:own.title"), href: "/account/tokens" },
];
