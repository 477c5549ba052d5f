import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../application/handle.ts";
import { streamOfSlug } from "../application/propose.ts";
import type { RawTechnologyCommand } from "../application/raw.ts";
import type { Services } from "../application/services.ts";
import type { Role } from "../domain/people/roles.ts";
import { technologyOf } from "../projections/known.ts";
import type { PortfolioRow } from "../projections/portfolio-types.ts";
import { notFound } from "./faults.ts";
import { requiredText } from "./forms/fields.ts";
import { blankForm } from "./forms/form.ts";
import type { Form, FormState } from "./forms/form.ts";
import { fieldsOf, hiddenOf } from "./forms/show.ts";
import { submission, unsettled } from "./outcome.ts";
import { done, render } from "./page.ts";
import { languageOf, pathValue } from "./visitor.ts";

export const statementSchema = z.object({ text: requiredText(4000) });

/** An act that is nothing but its reason: hold, resume, withdraw, retire. One page asks for it and says what follows. */
export type Statement = {
  /** Texts `title lead label hint button done` stand under this key: "rollout:hold". */
  readonly texts: string;
  readonly roles: readonly [Role, ...Role[]];
  readonly command: (words: { readonly text: string }, req: Request) => RawTechnologyCommand;
  /** Route of the form behind /technologies/:slug/; the page to return to. */
  readonly path: string;
  readonly back: string;
};

export function statementPages(services: Services, statement: Statement) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      await showStatement(req, res, statement, row, blankForm({}, row.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof statementSchema>>): Promise<void> {
      const row = await theTechnology(services, req);
      if (!form.valid) return showStatement(req, res, statement, row, form);
      const outcome = await handle(services, {
        ...submission(res, form, ...statement.roles),
        technology: row.id,
        command: statement.command({ text: form.values.text }, req),
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showStatement(req, res, statement, row, again);
      done(res, `/technologies/${row.slug}${statement.back}`, `${statement.texts}.done`);
    },
  };
}

/**
 * The technology that a page under /technologies/:slug is about; 404 where there is none. Which one an address stands
 * for is the ledger's claim: what is signed here must not land elsewhere because a row of the views was edited.
 */
export async function theTechnology(services: Services, req: Request): Promise<PortfolioRow> {
  await services.views.catchUp();
  const stream = await streamOfSlug(services, pathValue(req, "slug"));
  const id = stream === null ? null : technologyOf(stream);
  return (id === null ? null : services.views.portfolio.byId(id)) ?? notFound();
}

async function showStatement(
  req: Request,
  res: Response,
  { texts, back }: Statement,
  row: PortfolioRow,
  form: FormState,
): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  await render(
    res,
    "pages/statement/statement",
    {
      title: t(`${texts}.title`, { name: row.name }),
      section: "portfolio",
      crumbs: [
        { text: t("portfolio:title"), href: "/technologies" },
        { text: row.name, href: `/technologies/${row.slug}` },
      ],
      lead: t(`${texts}.lead`),
      form,
    },
    {
      action: req.path,
      hidden: hiddenOf(form),
      text: fieldsOf(form, language).textarea("text", {
        label: t(`${texts}.label`),
        hint: t(`${texts}.hint`),
        rows: 6,
      }),
      button: t(`${texts}.button`),
      back: { text: t("common:back"), href: `/technologies/${row.slug}${back}` },
    },
  );
}
