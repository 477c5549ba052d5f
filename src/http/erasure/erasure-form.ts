import type { Response } from "express";
import { z } from "zod";
import { requiredText, ticked } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Content } from "../view/html.ts";
import type { FactModel } from "../view/components.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./crumbs.ts";

export const erasureSchema = z.object({
  ground: requiredText(2000, { missing: "erasure:groundMissing" }),
  sure: ticked().refine((sure) => sure, "erasure:sureMissing"),
});

/** What is to be erased: shown once more before it is gone for good. */
export type Doomed = {
  readonly kind: "file" | "text" | "entry";
  readonly action: string;
  readonly back: string;
  readonly facts: readonly FactModel[];
  /** Why it cannot be erased any more. */
  readonly gone: Content | null;
};

export async function showErasure(res: Response, row: PortfolioRow, doomed: Doomed, form: FormState): Promise<void> {
  const language = languageOf(res);
  const { t } = language;
  const fields = fieldsOf(form, language);
  await render(
    res,
    "pages/erasure/erase",
    {
      title: t(`erasure:${doomed.kind}.title`),
      section: "portfolio",
      crumbs: crumbsOf(language, row),
      lead: t(`erasure:${doomed.kind}.lead`),
      form,
    },
    {
      ...doomed,
      submit: t(doomed.kind === "entry" ? "erasure:entry.submit" : "erasure:submit"),
      hidden: hiddenOf(form),
      ground: fields.textarea("ground", {
        label: t("erasure:ground"),
        hint: t("erasure:groundHint"),
        rows: 4,
      }),
      sure: fields.checkboxes("sure", {
        legend: t("erasure:sureLegend"),
        options: [{ value: "yes", label: t(`erasure:${doomed.kind}.sure`) }],
      }),
    },
  );
}
