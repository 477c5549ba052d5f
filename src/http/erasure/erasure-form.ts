import type { Request, Response } from "express";
import { z } from "zod";
import type { Outcome, Submission } from "../../application/outcome.ts";
import { requiredText, ticked } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { renderTechnology } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { evidenceCrumb } from "./crumb.ts";

export const erasureSchema = z.object({
  ground: requiredText(2000, { missing: "erasure:groundMissing" }),
  sure: ticked().refine((sure) => sure, "erasure:sureMissing"),
});

/** What is to be erased: shown once more before it is gone for good. */
export type Doomed = {
  readonly page: TechnologyPage;
  readonly kind: "file" | "text" | "entry";
  readonly action: string;
  readonly back: string;
  readonly facts: readonly FactModel[];
  /** Why it cannot be erased any more. */
  readonly gone: Content | null;
  readonly erase: (submission: Submission & Ground) => Promise<Outcome>;
};

type Ground = { readonly technology: string; readonly ground: { readonly text: string } };

/** The question and the act, at one address, whatever is erased. */
export const erasurePages = (doomedOf: (req: Request, res: Response) => Promise<Doomed>) => ({
  async show(req: Request, res: Response): Promise<void> {
    await showErasure(res, await doomedOf(req, res), blankForm());
  },

  async submit(req: Request, res: Response, form: Form<z.output<typeof erasureSchema>>): Promise<void> {
    const doomed = await doomedOf(req, res);
    if (!form.valid) return showErasure(res, doomed, form);
    const outcome = await doomed.erase({
      ...submission(res, form, "administrator"),
      technology: doomed.page.row.id,
      ground: { text: form.values.ground },
    });
    const again = unsettled(form, outcome);
    if (again !== null) return showErasure(res, doomed, again);
    done(res, doomed.back, `erasure:${doomed.kind}.done`);
  },
});

async function showErasure(res: Response, doomed: Doomed, form: FormState): Promise<void> {
  const { page, kind, action, back, facts, gone } = doomed;
  const { t } = page.language;
  const fields = fieldsOf(form, page.language);
  await renderTechnology(
    res,
    page,
    "pages/erasure/erase",
    { title: t(`erasure:${kind}.title`), trail: [evidenceCrumb(page)], lead: t(`erasure:${kind}.lead`), form },
    {
      ...{ kind, action, back, facts, gone },
      submit: t(kind === "entry" ? "erasure:entry.submit" : "erasure:submit"),
      hidden: hiddenOf(form),
      ground: fields.textarea("ground", { label: t("erasure:ground"), hint: t("erasure:groundHint"), rows: 4 }),
      sure: fields.checkboxes("sure", {
        legend: t("erasure:sureLegend"),
        options: [{ value: "yes", label: t(`erasure:${kind}.sure`) }],
      }),
    },
  );
}
