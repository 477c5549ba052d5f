import { z } from "zod";
import type { Language } from "../view/languages.ts";
import { requiredText, ticked } from "./fields.ts";
import type { FormState } from "./form.ts";
import { fieldsOf, hiddenOf } from "./show.ts";

/** What is asked before anything is erased, wherever it stands. */
export const erasureSchema = z.object({
  ground: requiredText(2000, { missing: "erasure:groundMissing" }),
  sure: ticked().refine((sure) => sure, "erasure:sureMissing"),
});

/** Its fields on pages/erasure/erase. @param sure what is ticked, in the reader's language */
export function erasureFields(form: FormState, language: Language, sure: string) {
  const { t } = language;
  const fields = fieldsOf(form, language);
  return {
    hidden: hiddenOf(form),
    ground: fields.textarea("ground", { label: t("erasure:ground"), hint: t("erasure:groundHint"), rows: 4 }),
    sure: fields.checkboxes("sure", {
      legend: t("erasure:sureLegend"),
      options: [{ value: "yes", label: sure }],
    }),
  };
}
