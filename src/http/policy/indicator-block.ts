import type { Indicator } from "../../domain/measures/measures.ts";
import { commonGroups } from "../../domain/evidence/group-labels.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { levelTable } from "./input-table.ts";
import type { InputTable } from "./input-table.ts";
import { askings, inputOf, knowsGroups } from "./offered.ts";
import { named } from "../say/named.ts";

/** pages/policy/indicator: one indicator that is measured, whether asked for or not. */
export type IndicatorBlock = {
  readonly id: string;
  readonly name: string;
  readonly measure: string;
  readonly fields: readonly FieldModel[];
  readonly groups: FieldModel | null;
  readonly table: InputTable;
};

export function indicatorBlock(indicator: Indicator, fields: Fields, language: Language): IndicatorBlock {
  const { t } = language;
  const name = named(language, indicator.name);
  const path = inputOf(indicator);
  return {
    id: `indicator-${indicator.key}`,
    name,
    measure: t(`policy:measure.${indicator.measure}`),
    fields: [
      askedField(path, fields, language),
      fields.number(`${path}.weight`, { label: t("policy:edit.short.weight"), width: "s" }),
    ],
    groups: knowsGroups(indicator)
      ? fields.text(`${path}.groups`, {
          label: t("policy:edit.short.groups"),
          hint: t("policy:edit.groupsHint", { words: commonGroups.join(t("policy:pointJoint")) }),
          width: "full",
          optional: true,
        })
      : null,
    table: levelTable(indicator, fields, language),
  };
}

/** Every plan, those that choose it, or nobody. */
export function askedField(path: string, fields: Fields, { t }: Language): FieldModel {
  return fields.select(`${path}.asked`, {
    label: t("policy:edit.short.asked"),
    options: askings.map((value) => ({ value, label: t(`policy:asked.${value}`) })),
  });
}
