import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { day, requiredText, wholeNumber } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../statement.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./rollout.ts";

export const drillSchema = z.object({
  on: day(),
  minutes: wholeNumber({ least: 1, most: 100_000 }),
  text: requiredText(4000),
});

/** A rehearsed rollback: when, how long it took, what was done. */
export function drillPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      await showDrill(res, row, blankForm({ on: services.today() }, row.version));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof drillSchema>>): Promise<void> {
      const row = await theTechnology(services, req);
      if (!form.valid) return showDrill(res, row, form);
      const { on, minutes, text } = form.values;
      const outcome = await handle(services, {
        ...submission(res, form, "planner"),
        technology: row.id,
        command: { type: "RecordDrill", on, minutes, text: { text } },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showDrill(res, row, again);
      done(res, `/technologies/${row.slug}/rollout`, "rollout:drill.done");
    },
  };
}

async function showDrill(res: Response, row: PortfolioRow, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/rollout/drill",
    {
      title: t("rollout:drill.title", { name: row.name }),
      section: "portfolio",
      crumbs: crumbsOf(t, row),
      lead: t("rollout:drill.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/rollout/drills`,
      hidden: hiddenOf(form),
      on: fields.date("on", { label: t("rollout:drill.on") }),
      minutes: fields.number("minutes", { label: t("rollout:drill.minutes") }),
      text: fields.textarea("text", { label: t("rollout:drill.text"), rows: 4 }),
    },
  );
}
