import { z } from "zod";
import { tokenDays } from "../../authority/intake-tokens.ts";
import { requiredText, wholeNumber } from "../forms/fields.ts";
import type { fieldsOf } from "../forms/show.ts";
import type { Language } from "../view/languages.ts";

/** What every token is asked: what sends with it, and for how long. */
export const tokenSchema = z.object({
  name: requiredText(80, { missing: "tokens:form.nameMissing" }),
  days: wholeNumber({ least: tokenDays.least, most: tokenDays.most }),
});

export const tokenFields = (fields: ReturnType<typeof fieldsOf>, { t }: Language) => ({
  name: fields.text("name", { label: t("tokens:form.name"), hint: t("tokens:form.nameHint"), maxlength: 80 }),
  days: fields.number("days", {
    label: t("tokens:form.days"),
    hint: t("tokens:form.daysHint", { most: tokenDays.most }),
    width: "xs",
  }),
});
