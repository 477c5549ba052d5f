import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { requiredText } from "../forms/fields.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { formInStage } from "../forms/stage.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./crumbs.ts";

export const stopSchema = z.object({
  reason: requiredText(4000, { missing: "pilot:missing.stopReason" }),
  lessons: requiredText(4000, { missing: "pilot:missing.lessons" }),
});

/** Stopping early is a result: the reason for the record, the lessons for whoever comes next. */
export function stopPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      await showStop(res, row, formInStage(row, "StopPilot"));
    },

    async submit(req: Request, res: Response, form: Form<z.output<typeof stopSchema>>): Promise<void> {
      const row = await theTechnology(services, req);
      if (!form.valid) return showStop(res, row, form);
      const { reason, lessons } = form.values;
      const outcome = await handle(services, {
        ...submission(res, form, "planner", "approver"),
        technology: row.id,
        command: { type: "StopPilot", reason: { text: reason }, lessons: { text: lessons } },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return showStop(res, row, again);
      done(res, `/technologies/${row.slug}`, "pilot:stop.done");
    },
  };
}

async function showStop(res: Response, row: PortfolioRow, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/pilot/stop",
    {
      title: t("pilot:stop.title", { name: row.name }),
      section: "portfolio",
      crumbs: crumbsOf(t, row),
      lead: t("pilot:stop.lead"),
      form,
    },
    {
      action: `/technologies/${row.slug}/pilot/stop`,
      hidden: hiddenOf(form),
      reason: fields.textarea("reason", { label: t("pilot:stop.reason"), hint: t("pilot:hint.record"), rows: 4 }),
      lessons: fields.textarea("lessons", {
        label: t("pilot:stop.lessons"),
        hint: t("pilot:stop.lessonsHint"),
        rows: 6,
      }),
      back: `/technologies/${row.slug}/plan`,
    },
  );
}
