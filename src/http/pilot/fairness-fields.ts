import { fairnessMeasures } from "../../domain/measures/planned-fairness.ts";
import type { FieldModel, RadiosModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";

export type FairnessFields = {
  readonly measure: RadiosModel;
  readonly favourable: RadiosModel;
  readonly reference: FieldModel;
  readonly groups: FieldModel;
};

/** What is named before the data: the one measure that binds, for whom the answer is good, and who is compared with whom. */
export function fairnessFields(fields: Fields, { t }: Language): FairnessFields {
  const options = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`pilot:fairness.${name}.${value}`) }));
  return {
    measure: fields.radios("fairness.measure", {
      legend: t("pilot:fairness.binding"),
      hint: t("pilot:fairness.bindingHint"),
      options: options("measure", fairnessMeasures),
    }),
    favourable: fields.radios("fairness.favourable", {
      legend: t("pilot:fairness.answer"),
      options: options("favourable", ["positive", "negative"]),
    }),
    reference: fields.text("fairness.reference", {
      label: t("pilot:fairness.reference"),
      hint: t("pilot:fairness.asNamed"),
    }),
    groups: fields.textarea("fairness.groups", {
      label: t("pilot:fairness.groups"),
      hint: t("pilot:fairness.groupsHint"),
      rows: 3,
    }),
  };
}
