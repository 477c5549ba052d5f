import type { Request, Response } from "express";
import { z } from "zod";
import { tokenDays } from "../../authority/intake-tokens.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { originOf } from "../origin.ts";
import { done } from "../page.ts";
import { tokenLine } from "../say/token.ts";
import { crumbAt, renderTechnology, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { Crumb } from "../view/chrome.ts";
import { pathValue } from "../request-values.ts";
import { curlExample } from "./curl.ts";
import { tokenFields } from "./fields.ts";
import type { tokenSchema } from "./fields.ts";
import { makeToken, revokeToken } from "./make.ts";

export const nothingSchema = z.object({});
type Values = z.output<typeof tokenSchema>;

/** `/technologies/:slug/tokens`: with which a pipeline sends evidence in the name of who made it. */
export function tokenPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      await showTokens(deps, req, res, page, blankForm({ days: String(tokenDays.usual) }));
    },

    async make(req: Request, res: Response, form: Form<Values>): Promise<void> {
      const page = await technologyPage(services, req, res);
      if (!form.valid) return showTokens(deps, req, res, page, form);
      const { row, person } = page;
      const asked = { person: person.id, technology: row.id, scopes: ["attach"] as const, ...form.values };
      const token = await makeToken(deps, req, asked);
      if (token !== null) return showOnce(deps, req, res, page, token);
      await showTokens(deps, req, res, page, invalid(form, { field: "name", key: "tokens:form.full", params: {} }));
    },

    async revoke(req: Request, res: Response): Promise<void> {
      const page = await technologyPage(services, req, res);
      const { row, person } = page;
      const token = (await services.accounts.intakeTokens.find(pathValue(req, "token"))) ?? notFound();
      if (token.technology !== row.id || token.person !== person.id) notFound();
      await revokeToken(deps, req, token, person.id);
      done(res, page.at("tokens"), "tokens:revoked", { name: token.name });
    },
  };
}

/** The one page that shows it: neither the session nor the log has it, and a page fetched again does not show it. */
async function showOnce(
  { config }: Deps,
  req: Request,
  res: Response,
  page: TechnologyPage,
  token: string,
): Promise<void> {
  const { row, language, at } = page;
  const { t } = language;
  await renderTechnology(
    res,
    page,
    "pages/tokens/made",
    { title: t("tokens:madeTitle"), trail: trailOf(page), lead: t("tokens:once"), secret: true },
    { token, curl: curlExample(language, originOf(req, config), row.slug), back: at("tokens") },
  );
}

async function showTokens(
  { services, config }: Deps,
  req: Request,
  res: Response,
  page: TechnologyPage,
  form: FormState,
): Promise<void> {
  const { row, language, at, person } = page;
  const { t } = language;
  const fields = fieldsOf(form, language);
  const own = (await services.accounts.intakeTokens.ofTechnology(row.id)).filter((token) => token.person === person.id);
  await renderTechnology(
    res,
    page,
    "pages/tokens/tokens",
    { title: t("tokens:title", { name: row.name }), trail: trailOf(page), lead: t("tokens:lead"), form },
    {
      action: at("tokens"),
      hidden: hiddenOf(form),
      ...tokenFields(fields, language),
      tokens: own.map((token) => ({
        ...tokenLine(language, token, Date.now()),
        action: at(`tokens/${token.id}/revocation`),
        hidden: hiddenOf(blankForm()),
      })),
      curl: curlExample(language, originOf(req, config), row.slug),
      taken: taken.map((name) => ({ name, text: t(`tokens:fields.${name}`) })),
    },
  );
}

const trailOf = (page: TechnologyPage): readonly Crumb[] => [
  crumbAt(page, "evidence:crumb", "evidence"),
  crumbAt(page, "tokens:crumb", "tokens"),
];

/** What `POST /api/v1/technologies/{slug}/evidence` takes, as a program writes it. */
const taken = [
  ...["title", "files", "from", "to", "service", "role", "format", "mapping", "asItIs", "kind"],
  ...["Idempotency-Key", "GET"],
];
