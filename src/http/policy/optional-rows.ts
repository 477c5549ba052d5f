import type { Policy } from "../../domain/policy/policy.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import type { CheckboxesModel } from "../view/fields.ts";
import type { Language } from "../view/languages.ts";
import { blocksOf } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { optionalFields } from "./fields.ts";
import { offeredIn, optionalPath } from "./optional.ts";
import { named } from "./words.ts";

export type OptionalRow = {
  readonly name: string;
  readonly included: CheckboxesModel;
  /** Something in it needs another look: its numbers are not folded away. */
  readonly open: boolean;
  readonly blocks: readonly Block[];
};

/** Each indicator that plans may choose, in this policy or not yet: a box, and its numbers folded away. */
export function optionalRows(policy: Policy, form: FormState, language: Language): readonly OptionalRow[] {
  const fields = fieldsOf(form, language);
  const { t } = language;
  const { criteria } = policy;
  return offeredIn(policy).map(({ criterion, indicator }) => {
    const path = optionalPath(indicator);
    const holder = criteria.find(({ key }) => key === criterion);
    const inputs = optionalFields(indicator).filter((one) => !one.path.endsWith(".included"));
    const blocks = blocksOf(inputs, fields, language);
    return {
      name: named(language, indicator.name),
      included: fields.checkboxes(`${path}.included`, {
        legend: named(language, indicator.name),
        hint: `${t(`policy:measure.${indicator.measure}`)} · ${holder === undefined ? "" : named(language, holder.name)}`,
        options: [{ value: "yes", label: t("policy:edit.optional.box") }],
      }),
      open: blocks.some((block) => ("field" in block ? block.field.error !== undefined : block.levels.open)),
      blocks,
    };
  });
}
