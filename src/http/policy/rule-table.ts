import { knownCondition } from "../../domain/policy/conditions.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Gate, Policy } from "../../domain/policy/policy.ts";
import type { FieldModel, Picked } from "../view/fields.ts";
import { idOf } from "../view/form.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { conditionPath, conditionsIn } from "./condition-inputs.ts";
import { conditionAsks, conditionTitle } from "./words.ts";

/** pages/policy/rules: every condition that this version knows for a gate, and how the gate asks it. */
export type RuleTable = {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly RuleRow[];
};

type Box = Picked & { readonly name: string; readonly short: string };

type RuleRow = {
  readonly id: string;
  readonly title: string;
  readonly asks: string;
  readonly error: string | undefined;
  /** Where the gate's page shows it, among those asked. */
  readonly place: FieldModel;
  /** Absent where it is fixed. */
  readonly boxes?: readonly Box[];
  readonly tiers?: { readonly legend: string; readonly error: string | undefined; readonly boxes: readonly Box[] };
  /** That it is asked is said, not chosen; it goes on with the form. */
  readonly fixed?: { readonly name: string };
};

export function ruleTable(policy: Policy, gate: Gate, fields: Fields, language: Language): RuleTable {
  const { t } = language;
  return {
    id: `gates-${gate}-conditions`,
    caption: t("policy:edit.rules.caption", { gate: t(`words:gate.${gate}`) }),
    rows: conditionsIn(policy, gate).map(({ rule: { key } }) => ruleRow(gate, key, fields, language)),
  };
}

function ruleRow(gate: Gate, key: string, fields: Fields, language: Language): RuleRow {
  const { t } = language;
  const path = conditionPath(gate, key);
  const title = conditionTitle(language, key);
  const errorAt = (name: string): string | undefined => fields.text(name, { label: title }).error;
  const place = fields.number(`${path}.place`, { label: t("policy:edit.rules.box.place", { title }) });
  const row = { id: idOf(path), title, asks: conditionAsks(language, key), error: errorAt(path), place };
  if (knownCondition(gate, key)?.fixed === true) return { ...row, fixed: { name: `${path}.asked` } };
  const box = (rule: "asked" | "waivable" | "deferrable"): Box[] =>
    boxesOf(`${path}.${rule}`, [{ value: "yes", label: t(`policy:edit.rules.box.${rule}`, { title }) }], fields).map(
      (cell) => ({ ...cell, short: t(`policy:edit.rules.${rule}`) }),
    );
  const legend = t("policy:edit.rules.box.tiers", { title });
  return {
    ...row,
    boxes: [...box("asked"), ...box("waivable"), ...box("deferrable")],
    tiers: {
      legend,
      error: errorAt(`${path}.tiers`),
      boxes: boxesOf(
        `${path}.tiers`,
        tiers.map((tier) => ({ value: tier, label: t("words:impactTier", { tier: t(`words:tier.${tier}`) }) })),
        fields,
      ).map((cell, i) => ({ ...cell, short: t(`words:tier.${tiers[i] ?? "I"}`) })),
    },
  };
}

const boxesOf = (name: string, options: readonly { value: string; label: string }[], fields: Fields) =>
  fields.checkboxes(name, { legend: "", options }).options.map((option) => ({ ...option, name, short: "" }));
