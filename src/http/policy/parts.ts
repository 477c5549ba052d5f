import { readings } from "../../domain/policy/policy.ts";
import type { Criterion } from "../../domain/policy/policy.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { PolicyField } from "./field.ts";
import { policyFields } from "./fields.ts";
import { gatesPart, tiersPart } from "./gate-parts.ts";
import { indicatorBlock } from "./indicator-block.ts";
import { isRubric, offeredIn } from "./offered.ts";
import type { FormAround, PartModel } from "./part.ts";
import { rubricBlock, rubricIds } from "./rubric-block.ts";
import { safeguardParts } from "./safeguards/part.ts";
import { named } from "../say/named.ts";

/** What shows that a button was pressed which adds an item instead of publishing. */
export const addIntent = "rubric-";

/** The sections in the order of the page, each made when it is asked for. */
export function partsOf(around: FormAround): readonly (() => PartModel)[] {
  const { policy } = around;
  return [
    () => plainPart(around, "verdict"),
    ...policy.criteria.map((criterion, i) => () => criterionPart(around, criterion, i)),
    () => gatesPart(around),
    () => tiersPart(around),
    ...safeguardParts(around),
    ...["evidence", "restore", "people", "deadlines", "accounts"].map((part) => () => plainPart(around, part)),
  ];
}

function plainPart({ policy, fields, language }: FormAround, part: string): PartModel {
  return {
    id: `part-${part}`,
    title: language.t(`policy:part.${part}`),
    inside: [],
    fields: policyFields(policy)
      .filter((field) => field.part === part)
      .map((field) => inputOf(field, fields, language)),
  };
}

function criterionPart(
  { policy, typed, fields, language, begun }: FormAround,
  criterion: Criterion,
  i: number,
): PartModel {
  const { t } = language;
  const name = named(language, criterion.name);
  const indicators = offeredIn(policy)
    .filter((offer) => offer.criterion === criterion.key && !isRubric(offer.indicator))
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
