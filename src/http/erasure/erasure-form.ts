import type { Request, Response } from "express";
import type { z } from "zod";
import type { Outcome, Submission } from "../../application/outcome.ts";
import { erasureFields } from "../forms/erasing.ts";
import type { erasureSchema } from "../forms/erasing.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { renderTechnology } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import type { FactModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { evidenceCrumb } from "./crumb.ts";

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
  await renderTechnology(
    res,
    page,
    "pages/erasure/erase",
    { title: t(`erasure:${kind}.title`), trail: [evidenceCrumb(page)], lead: t(`erasure:${kind}.lead`), form },
    {
      ...{ kind, action, back, facts, gone },
      submit: t(kind === "entry" ? "erasure:entry.submit" : "erasure:submit"),
      ...erasureFields(form, page.language, t(`erasure:${kind}.sure`)),
    },
  );
}
