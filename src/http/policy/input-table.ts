import { tiers } from "../../domain/words/tier.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { knowsTiers, levelPath, levelRules } from "./levels.ts";
import type { LevelRule } from "./levels.ts";
import { inputOf } from "./offered.ts";
import { named } from "../say/named.ts";

/** components/input-table: boxes in rows and columns, which stand one below the other where the page is narrow. */
export type InputTable = {
  readonly caption: string;
  readonly hint?: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly InputCell[] }[];
};

type InputCell = {
  /** What the column is called, where it is not above the box. */
  readonly short: string;
  readonly wide: boolean;
  readonly field: FieldModel;
};

/** Floor, target, sample and scores: the indicator's own, then what each tier asks instead. */
export function levelTable(indicator: Indicator, fields: Fields, language: Language): InputTable {
  const { t } = language;
  const name = named(language, indicator.name);
  const cells = (pathOf: (rule: LevelRule) => string, labelOf: (rule: LevelRule) => string): InputCell[] =>
    levelRules.map((rule) => ({
      short: t(`policy:level.${rule}`),
      wide: rule === "value",
      field:
        rule === "value"
          ? fields.text(pathOf(rule), { label: labelOf(rule), width: "full" })
          : fields.number(pathOf(rule), { label: labelOf(rule), width: "full" }),
    }));
  const own = {
    header: knowsTiers(indicator) ? t("policy:level.own") : t("policy:level.every"),
    cells: cells(
      (rule) => `${inputOf(indicator)}.${rule}`,
      (rule) => t(`policy:field.indicator.${rule}`, { name }),
    ),
  };
  const apart = tiers.map((tier) => ({
    header: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
    cells: cells(
      (rule) => levelPath(indicator.key, tier, rule),
      (rule) => t(`policy:field.level.${rule}`, { name, tier: t(`words:tier.${tier}`) }),
    ),
  }));
  return {
    caption: t("policy:tiersAsk.caption", { name }),
    columns: ["", ...levelRules.map((rule) => t(`policy:level.${rule}`))],
    rows: knowsTiers(indicator) ? [own, ...apart] : [own],
  };
}
