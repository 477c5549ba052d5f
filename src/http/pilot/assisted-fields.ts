import type { CheckboxesModel, FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { groupText } from "../say/group.ts";

/** Groups that evidence everywhere calls by these words. */
export const assistedKnown = ["older", "disability"] as const;

export type AssistedFields = {
  readonly open: boolean;
  readonly known: CheckboxesModel;
  readonly others: FieldModel;
  readonly why: FieldModel;
};

/**
 * Who has to be in the usability sample, named before the data.
 *
 * @param asked whether a gate asks for them of this technology; otherwise they stand folded until something is in them
 */
export const assistedFields = (fields: Fields, language: Language, asked: boolean): AssistedFields => ({
  open:
    asked ||
    fields.values("assisted.known").length > 0 ||
    ["assisted.others", "assisted.why"].some((name) => fields.value(name) !== ""),
  known: fields.checkboxes("assisted.known", {
    legend: language.t("pilot:assisted.known"),
    hint: language.t("pilot:assisted.hint"),
    stacked: true,
    options: assistedKnown.map((value) => ({
      value,
      label: language.t("pilot:assisted.option", { group: groupText(language, value), word: value }),
    })),
  }),
  others: fields.textarea("assisted.others", {
    label: language.t("pilot:assisted.others"),
    hint: language.t("pilot:assisted.othersHint"),
    rows: 2,
    optional: true,
  }),
  why: fields.textarea("assisted.why", {
    label: language.t("pilot:assisted.why"),
    hint: language.t("pilot:assisted.whyHint"),
    rows: 3,
    optional: true,
  }),
});
