import { gates, readings } from "../../domain/policy/policy.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Criterion, Policy } from "../../domain/policy/policy.ts";
import type { Typed } from "../forms/typed.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { PolicyField } from "./field.ts";
import { policyFields } from "./fields.ts";
import { indicatorBlock } from "./indicator-block.ts";
import type { IndicatorBlock } from "./indicator-block.ts";
import type { InputTable } from "./input-table.ts";
import { isRubric, offeredIn } from "./offered.ts";
import { rubricBlock, rubricIds } from "./rubric-block.ts";
import type { RubricBlock } from "./rubric-block.ts";
import { ruleTable } from "./rule-table.ts";
import type { RuleTable } from "./rule-table.ts";
import { named } from "./words.ts";

/** A section of the form, and what the list of contents says of it. */
export type PartModel = {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** Of a criterion: which it is. */
  readonly criterion?: number;
  readonly inside: readonly { readonly href: string; readonly text: string }[];
  readonly fields: readonly FieldModel[];
  readonly table?: InputTable;
  readonly indicators?: readonly IndicatorBlock[];
  readonly rubrics?: readonly (RubricBlock & { readonly begun: boolean })[];
  /** The button that makes room for one more rubric item. */
  readonly add?: { readonly value: string; readonly text: string };
  readonly gates?: readonly { readonly id: string; readonly title: string; readonly rules: RuleTable }[];
};

type Around = {
  readonly policy: Policy;
  readonly typed: Typed;
  readonly fields: Fields;
  readonly language: Language;
  /** The rubric item that was just made room for. */
  readonly begun?: string | undefined;
};

/** What shows that a button was pressed which adds an item instead of publishing. */
export const addIntent = "rubric-";

export function partsOf(around: Around): readonly PartModel[] {
  const { policy } = around;
  return [
    plainPart(around, "verdict"),
    ...policy.criteria.map((criterion, i) => criterionPart(around, criterion, i)),
    gatesPart(around),
    tiersPart(around),
    ...["evidence", "restore", "people", "deadlines", "accounts"].map((part) => plainPart(around, part)),
  ];
}

function plainPart({ policy, fields, language }: Around, part: string): PartModel {
  return {
    id: `part-${part}`,
    title: language.t(`policy:part.${part}`),
    inside: [],
    fields: policyFields(policy)
      .filter((one) => one.part === part)
      .map((one) => inputOf(one, fields, language)),
  };
}

function criterionPart({ policy, typed, fields, language, begun }: Around, criterion: Criterion, i: number): PartModel {
  const { t } = language;
  const name = named(language, criterion.name);
  const indicators = offeredIn(policy)
    .filter((one) => one.criterion === criterion.key && !isRubric(one.indicator))
    .map(({ indicator }) => indicatorBlock(indicator, fields, language));
  const rubrics = rubricIds(typed, criterion.key).map((id) => ({
    ...rubricBlock(id, fields, language),
    begun: id === begun,
  }));
  return {
    id: `part-criteria-${i}`,
    title: name,
    lead: t("policy:edit.criterion"),
    criterion: i,
    inside: [...indicators, ...rubrics].map((block) => ({ href: `#${block.id}`, text: block.name })),
    fields: (["weight", "floor"] as const).map((rule) =>
      fields.number(`criteria.${i}.${rule}`, { label: t(`policy:field.criterion.${rule}`, { name }), width: "s" }),
    ),
    indicators,
    rubrics,
    add: { value: `${addIntent}${criterion.key}`, text: t("policy:rubric.add", { name }) },
  };
}

function gatesPart({ policy, fields, language }: Around): PartModel {
  const { t } = language;
  const shown = gates.map((gate) => ({
    id: `gate-${gate}`,
    title: t(`words:gate.${gate}`),
    rules: ruleTable(policy, gate, fields, language),
  }));
  return {
    id: "part-gates",
    title: t("policy:part.gates"),
    lead: t("policy:edit.rules.lead"),
    inside: shown.map(({ id, title }) => ({ href: `#${id}`, text: title })),
    fields: [],
    table: {
      caption: t("policy:gates.quorum"),
      columns: [
        t("policy:column.gate"),
        ...tiers.map((tier) => t("words:impactTier", { tier: t(`words:tier.${tier}`) })),
      ],
      rows: gates.map((gate) => ({
        header: t(`words:gate.${gate}`),
        cells: tiers.map((tier) => ({
          short: t(`words:tier.${tier}`),
          wide: false,
          field: fields.number(`gates.${gate}.quorum.${tier}`, {
            label: t("policy:field.quorum", { gate: t(`words:gate.${gate}`), tier: t(`words:tier.${tier}`) }),
            width: "full",
          }),
        })),
      })),
    },
    gates: shown,
  };
}

function tiersPart({ fields, language }: Around): PartModel {
  const { t } = language;
  const rules = ["minimumPilotDays", "minimumEvaluators"] as const;
  return {
    id: "part-tiers",
    title: t("policy:part.tiers"),
    inside: [],
    fields: [],
    table: {
      caption: t("policy:part.tiers"),
      columns: [t("policy:column.tier"), ...rules.map((rule) => t(`policy:edit.tiers.${rule}`))],
      rows: tiers.map((tier) => ({
        header: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
        cells: rules.map((rule) => ({
          short: t(`policy:edit.tiers.${rule}`),
          wide: false,
          field: fields.number(`tiers.${tier}.${rule}`, {
            label: t(`policy:field.${rule}`, { tier: t(`words:tier.${tier}`) }),
            width: "full",
          }),
        })),
      })),
    },
  };
}

function inputOf({ path, label }: PolicyField, fields: Fields, language: Language): FieldModel {
  const { t } = language;
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
