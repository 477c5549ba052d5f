import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { choice, optionalText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../statement.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./evaluation.ts";

export const interestSchema = z.object({
  conflict: choice(["no", "yes"], { missing: "evaluation:declare.missing" }),
  text: optionalText(4000),
});

/** Before the first score: whether there is an interest. A conflict recuses. */
export function interestPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      await showInterest(res, row, blankForm({}, row.version));
    },
    async submit(req: Request, res: Response, form: Form<z.output<typeof interestSchema>>): Promise<void> {
      const row = await theTechnology(services, req);
      if (!form.valid) return showInterest(res, row, form);
      const { conflict, text } = form.values;
      const outcome = await handle(services, {
        ...submission(res, form, "evaluator"),
        technology: row.id,
        command: { type: "DeclareInterest", conflict: conflict === "yes", text: text === "" ? null : { text } },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showInterest(res, row, again);
      const next = conflict === "yes" ? "evaluation" : "evaluation/scores";
      done(
        res,
        `/technologies/${row.slug}/${next}`,
        conflict === "yes" ? "evaluation:declare.recused" : "evaluation:declare.done",
      );
    },
  };
}

async function showInterest(res: Response, row: PortfolioRow, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/evaluation/interest",
    {
      title: t("evaluation:declare.title", { name: row.name }),
      section: "portfolio",
      crumbs: crumbsOf(t, row),
      lead: t("evaluation:declare.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/evaluation/interest`,
      hidden: hiddenOf(form),
      conflict: fields.radios("conflict", {
        legend: t("evaluation:declare.question"),
        options: [
          { value: "no", label: t("evaluation:declare.no"), hint: t("evaluation:declare.noHint") },
          { value: "yes", label: t("evaluation:declare.yes"), hint: t("evaluation:declare.yesHint") },
        ],
      }),
      text: fields.textarea("text", {
        label: t("evaluation:declare.text"),
        hint: t("evaluation:declare.textHint"),
        rows: 3,
        optional: true,
      }),
    },
  );
}
