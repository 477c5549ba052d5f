import type { CriterionKey } from "../../domain/policy/policy.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import type { Typed } from "../forms/typed.ts";
import { anchorValue } from "../../domain/policy/default/anchors.ts";
import { askedField } from "./indicator-block.ts";
import { pointsText } from "./indicator-fields.ts";
import type { InputTable } from "./input-table.ts";

/** pages/policy/rubric: one item that evaluators score, with all its words. */
export type RubricBlock = {
  readonly id: string;
  readonly name: string;
  readonly criterion: { readonly name: string; readonly value: string };
  readonly fields: readonly FieldModel[];
  readonly value: FieldModel;
  readonly words: InputTable;
};

/** The items of a criterion that the form holds: those it began with in their order, then the new ones. */
export function rubricIds(typed: Typed, criterion: CriterionKey): readonly string[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const id = /^rubrics\.([^.]+)\.criterion$/.exec(name)?.[1];
    return id !== undefined && value === criterion ? [id] : [];
  });
}

const isNew = (id: string): boolean => id.startsWith("new_");

/** The same form with one more item to be written; no key of a policy has an underscore. */
export function withRubric(typed: Typed, criterion: CriterionKey): { readonly typed: Typed; readonly id: string } {
  const numbers = Object.keys(typed).map((name) => Number(/^rubrics\.new_(\d+)\./.exec(name)?.[1] ?? 0));
  const id = `new_${Math.max(0, ...numbers) + 1}`;
  const begins = {
    criterion,
    asked: "every",
    floor: "2",
    target: "4",
    minimumSample: "2",
    value: pointsText(anchorValue),
  };
  return {
    typed: {
      ...typed,
      ...Object.fromEntries(Object.entries(begins).map(([rule, value]) => [`rubrics.${id}.${rule}`, value])),
    },
    id,
  };
}

export function rubricBlock(id: string, fields: Fields, language: Language): RubricBlock {
  const { t } = language;
  const path = `rubrics.${id}`;
  const name = rubricName(id, fields.value, language);
  const number = (rule: string) =>
    fields.number(`${path}.${rule}`, { label: t(`policy:edit.short.${rule}`), width: "s" });
  return {
    id: `rubric-${id}`,
    name,
    criterion: { name: `${path}.criterion`, value: fields.value(`${path}.criterion`) },
    fields: [
      askedField(path, fields, language),
      fields.text(`${path}.key`, { label: t("policy:edit.short.key"), width: "m", maxlength: 60 }),
      number("weight"),
      number("floor"),
      number("target"),
      number("minimumSample"),
    ],
    value: fields.text(`${path}.value`, {
      label: t("policy:edit.short.value"),
      hint: t("policy:edit.pointsHint"),
      width: "full",
    }),
    words: wordTable(path, name, fields, language),
  };
}

/** As it is called in the form now; what has no name yet is new. */
export function rubricName(id: string, valueOf: (name: string) => string, { t, locale }: Language): string {
  const typed = valueOf(`rubrics.${id}.name.${locale === "en" ? "en" : "zh"}`).trim();
  if (typed !== "") return typed;
  return isNew(id) ? t("policy:rubric.new", { number: Number(id.slice("new_".length)) }) : id;
}

function wordTable(path: string, name: string, fields: Fields, { t }: Language): InputTable {
  const rows = [
    { at: "name", header: t("policy:rubric.name"), rows: 1 },
    { at: "question", header: t("policy:rubric.question"), rows: 2 },
    ...[1, 2, 3, 4, 5].map((n) => ({
      at: `anchors.${n - 1}`,
      header: t("policy:rubric.anchor", { number: n }),
      rows: 2,
    })),
  ];
  return {
    caption: t("policy:rubric.words", { name }),
    columns: ["", t("policy:written.en"), t("policy:written.zh")],
    rows: rows.map(({ at, header, rows: lines }) => ({
      header,
      cells: (["en", "zh"] as const).map((written) => {
        const label = t("policy:rubric.word", { name, what: header, language: t(`policy:written.${written}`) });
        return {
          short: t(`policy:written.${written}`),
          wide: true,
          field:
            at === "name"
              ? fields.text(`${path}.${at}.${written}`, { label, width: "full" })
              : fields.textarea(`${path}.${at}.${written}`, { label, rows: lines }),
        };
      }),
    })),
  };
}
