import type { Request, Response } from "express";
import { z } from "zod";
import { tokenDays } from "../../authority/intake-tokens.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { done, render } from "../page.ts";
import { tokenLine } from "../say/token.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, pathValue, personOf } from "../visitor.ts";
import type { Language } from "../view/languages.ts";
import { curlExample } from "./curl.ts";

export const tokenSchema = z.object({
  name: requiredText(80, { missing: "tokens:form.nameMissing" }),
  days: wholeNumber({ least: tokenDays.least, most: tokenDays.most }),
});
export const nothingSchema = z.object({});
type TokenForm = Form<z.output<typeof tokenSchema>>;

/** `/technologies/:slug/tokens`: with which a pipeline sends evidence in the name of who made it. */
export function tokenPages(deps: Deps) {
  const { services, accounts, config } = deps;
  const tokens = accounts.intakeTokens;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const form = blankForm({ days: String(tokenDays.usual) });
      await showTokens(deps, req, res, await theTechnology(services, req), form);
    },

    async make(req: Request, res: Response, form: TokenForm): Promise<void> {
      const row = await theTechnology(services, req);
      if (!form.valid) return showTokens(deps, req, res, row, form);
      const person = personOf(res).id;
      const token = await tokens.create({ person, technology: row.id, ...form.values });
      if (token === null)
        return showTokens(deps, req, res, row, invalid(form, { field: "name", key: "tokens:form.full", params: {} }));
      const [made] = (await tokens.ofTechnology(row.id)).filter(
        (one) => one.person === person && one.name === form.values.name,
      );
      services.log.info({ event: "token-made", token: made?.id, person, technology: row.id, reference: req.id });
      await services.administrativeLog.note({ kind: "token-made", actor: person, subject: person, about: row.id });
      await showOnce(req, res, row, token);
    },

    async revoke(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const person = personOf(res).id;
      const token = (await tokens.find(pathValue(req, "token"))) ?? notFound();
      if (token.technology !== row.id || token.person !== person) notFound();
      if (await tokens.revoke(token.id)) {
        services.log.info({ event: "token-revoked", token: token.id, person, by: person, reference: req.id });
        await services.administrativeLog.note({ kind: "token-revoked", actor: person, subject: person, about: row.id });
      }
      done(res, `/technologies/${row.slug}/tokens`, "tokens:revoked", { name: token.name });
    },
  };

  /** The one page that shows it: neither the session nor the log has it, and a page fetched again does not show it. */
  async function showOnce(req: Request, res: Response, row: PortfolioRow, token: string): Promise<void> {
    const language = languageOf(res);
    const { t } = language;
    await render(
      res,
      "pages/tokens/made",
      { title: t("tokens:madeTitle"), section: "portfolio", crumbs: crumbsOf(language, row), lead: t("tokens:once") },
      {
        token,
        curl: curlExample(language, originOf(req, config.origin), row.slug),
        back: `/technologies/${row.slug}/tokens`,
      },
    );
  }
}

async function showTokens(
  { accounts, config }: Deps,
  req: Request,
  res: Response,
  row: PortfolioRow,
  form: FormState,
): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  const here = `/technologies/${row.slug}/tokens`;
  const own = (await accounts.intakeTokens.ofTechnology(row.id)).filter(({ person }) => person === personOf(res).id);
  await render(
    res,
    "pages/tokens/tokens",
    {
      title: t("tokens:title", { name: row.name }),
      section: "portfolio",
      crumbs: crumbsOf(language, row),
      lead: t("tokens:lead"),
      form,
    },
    {
      action: here,
      hidden: hiddenOf(form),
      name: fields.text("name", { label: t("tokens:form.name"), hint: t("tokens:form.nameHint"), maxlength: 80 }),
      days: fields.number("days", {
        label: t("tokens:form.days"),
        hint: t("tokens:form.daysHint", { most: tokenDays.most }),
        width: "xs",
      }),
      tokens: own.map((token) => ({
        ...tokenLine(language, token, Date.now()),
        action: `${here}/${token.id}/revocation`,
        hidden: hiddenOf(blankForm()),
      })),
      curl: curlExample(language, originOf(req, config.origin), row.slug),
      taken: taken.map((name) => ({ name, text: t(`tokens:fields.${name}`) })),
    },
  );
}

/** What `POST /api/v1/technologies/{slug}/evidence` takes, as a program writes it. */
const taken = [
  ...["title", "files", "from", "to", "service", "role", "format", "mapping", "kind"],
  ...["Idempotency-Key", "GET"],
];

const originOf = (req: Request, origin: string | null): string =>
  origin ?? `${req.protocol}://${req.get("host") ?? ""}`;

const crumbsOf = ({ t }: Language, { name, slug }: PortfolioRow) => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: name, href: `/technologies/${slug}` },
  { text: t("evidence:crumb"), href: `/technologies/${slug}/evidence` },
  { text: t("tokens:crumb"), href: `/technologies/${slug}/tokens` },
];
