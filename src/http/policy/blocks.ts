import { readings } from "../../domain/policy/policy.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { PolicyField } from "./fields.ts";
import { isLevel, levelRules } from "./levels.ts";
import { named } from "./words.ts";
import type { LevelRule } from "./levels.ts";

/** components/tier-levels: what each tier asks of one indicator, folded away; empty boxes are the indicator's own. */
type LevelsModel = {
  readonly summary: string;
  /** The indicator, for those who do not see where the table stands. */
  readonly name: string;
  readonly caption: string;
  readonly open: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly tier: string;
    readonly cells: readonly {
      readonly short: string;
      readonly points: boolean;
      readonly numeric: boolean;
      readonly field: FieldModel;
    }[];
  }[];
};

/** What stands one under the other in a form. */
export type Block = { readonly field: FieldModel } | { readonly levels: LevelsModel };

/** Inputs in their order; those of an indicator's tiers, which follow each other, make one table. */
export function blocksOf(inputs: readonly PolicyField[], fields: Fields, language: Language): readonly Block[] {
  return inputs.flatMap((input, at): Block[] => {
    if (!isLevel(input.path)) return [{ field: inputOf(input, fields, language) }];
    const key = keyOf(input);
    const before = inputs[at - 1];
    if (before !== undefined && isLevel(before.path) && keyOf(before) === key) return [];
    return [
      {
        levels: levelsOf(
          inputs.filter((one) => isLevel(one.path) && keyOf(one) === key),
          fields,
          language,
        ),
      },
    ];
  });
}

const keyOf = ({ path }: PolicyField): string => path.split(".")[1] ?? "";

function levelsOf(inputs: readonly PolicyField[], fields: Fields, language: Language): LevelsModel {
  const { t, format } = language;
  const short = (rule: LevelRule): string => t(`policy:level.${rule}`);
  const models = inputs.map((input) => inputOf(input, fields, language));
  const rows = tiers.map((tier, i) => ({
    tier: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
    cells: models.slice(i * levelRules.length, (i + 1) * levelRules.length).map((field, j) => ({
      short: short(levelRules[j] ?? "floor"),
      points: levelRules[j] === "value",
      numeric: levelRules[j] !== "value",
      field,
    })),
  }));
  const owner = inputs[0]?.owner;
  const name = owner === undefined ? "" : named(language, owner);
  const apart: readonly Tier[] = tiers.filter((_, i) =>
    rows[i]?.cells.some(({ field }) => field.input?.value !== "" && field.input !== undefined),
  );
  return {
    summary:
      apart.length === 0
        ? t("policy:level.same")
        : t("policy:level.apart", { tiers: format.list(apart.map((tier) => t(`words:tier.${tier}`))) }),
    name,
    caption: t("policy:tiersAsk.caption", { name }),
    open: models.some(({ error }) => error !== undefined),
    columns: [t("policy:column.tier"), ...levelRules.map(short)],
    rows,
  };
}

function inputOf({ path, label }: PolicyField, fields: Fields, language: Language): FieldModel {
  const { t } = language;
  if (isLevel(path)) return fields.text(path, { label: label(language), width: "full" });
  if (path.endsWith(".value"))
    return fields.text(path, { label: label(language), hint: t("policy:edit.pointsHint"), width: "full" });
  if (path === "accounts.passwordWords")
    return fields.text(path, {
      label: label(language),
      hint: t("policy:edit.wordsHint"),
      width: "full",
      optional: true,
    });
  if (path === "reading")
    return fields.select(path, {
      label: label(language),
      options: readings.map((value) => ({ value, label: t(`policy:reading.${value}`) })),
    });
  return fields.number(path, { label: label(language), width: "s" });
}
