import type { Response } from "express";
import { z } from "zod";
import { requiredText, ticked } from "../forms/fields.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { render } from "../page.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Content } from "../view/html.ts";
import type { FactModel } from "../view/components.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./page.ts";

export const erasureSchema = z.object({
  ground: requiredText(2000, { missing: "evidence:erasure.groundMissing" }),
  sure: ticked().refine((sure) => sure, "evidence:erasure.sureMissing"),
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
    "pages/evidence/erase",
    {
      title: t(`evidence:erasure.${doomed.kind}.title`),
      section: "portfolio",
      crumbs: crumbsOf(language, row),
      lead: t(`evidence:erasure.${doomed.kind}.lead`),
      form,
    },
    {
      ...doomed,
      submit: t(doomed.kind === "entry" ? "evidence:erasure.entry.submit" : "evidence:erasure.submit"),
      hidden: hiddenOf(form),
      ground: fields.textarea("ground", {
        label: t("evidence:erasure.ground"),
        hint: t("evidence:erasure.groundHint"),
        rows: 4,
      }),
      sure: fields.checkboxes("sure", {
        legend: t("evidence:erasure.sureLegend"),
        options: [{ value: "yes", label: t(`evidence:erasure.${doomed.kind}.sure`) }],
      }),
    },
  );
}
