import type { TableSeen } from "../../authority/staged-forms.ts";
import { layouts } from "../../evidence/layouts.ts";
import type { Column, Layout } from "../../evidence/layouts/layout.ts";
import { nearestLayout, spelledAs } from "../../evidence/nearest-layout.ts";
import type { FormState } from "../forms/form.ts";
import { fieldsOf } from "../forms/show.ts";
import type { TableModel } from "../view/components.ts";
import type { FieldModel } from "../view/fields.ts";
import type { Form as Fields } from "../view/form.ts";
import type { Language } from "../view/languages.ts";
import { meaningOf } from "./expected.ts";

export type MappingModel = {
  readonly sample: TableModel;
  readonly format: FieldModel;
  /** Null until it is said what the table is. */
  readonly layout: LayoutModel | null;
};
type LayoutModel = {
  readonly title: string;
  readonly columns: readonly { readonly heading: FieldModel; readonly condition: FieldModel | null }[];
  readonly rows: readonly { readonly heading: FieldModel; readonly text: FieldModel }[];
  /** Open where every column that is needed has its heading: what is asked then is which rows are meant. */
  readonly rowsAsked: boolean;
  readonly stated: readonly FieldModel[];
};

/** Asks what a table is and which of its headings is which column; what is spelled alike is filled in already. */
export function mappingModel(language: Language, form: FormState, table: TableSeen): MappingModel {
  const { t } = language;
  const typed = form.typed["mapping.format"];
  const near = nearestLayout(table);
  const layout = typed === undefined ? near : layouts.find(({ name }) => name === typed);
  const fields = fieldsOf({ ...form, typed: { ...guesses(layout, table), ...form.typed } }, language);
  return {
    sample: sampleTable(language, table),
    format: fields.select("mapping.format", {
      label: t("mapping:what"),
      choose: true,
      options: layouts.map((candidate) => ({ value: candidate.name, label: titleOf(language, candidate) })),
    }),
    layout: layout === undefined ? null : layoutModel(language, fields, layout, table),
  };
}

function guesses(layout: Layout | undefined, { headings }: TableSeen): Readonly<Record<string, string>> {
  if (layout === undefined) return {};
  const matches = layout.columns.flatMap((column) => {
    const heading = headings.find((candidate) => spelledAs(column, candidate));
    return heading === undefined ? [] : [[`mapping.columns.${column.name}`, heading] as const];
  });
  return Object.fromEntries([["mapping.format", layout.name], ...matches]);
}

function sampleTable({ t }: Language, { headings, sample }: TableSeen): TableModel {
  return {
    caption: t("mapping:sample", { count: sample.length }),
    columns: headings.map((label) => ({ label })),
    rows: sample.map((row) => ({ cells: headings.map((_, at) => ({ content: row[at] ?? "" })) })),
  };
}

function layoutModel(language: Language, fields: Fields, layout: Layout, { headings }: TableSeen): LayoutModel {
  const { t } = language;
  const options = [...new Set(headings)].map((value) => ({ value, label: value }));
  const absent = [{ value: "", label: t("mapping:absent") }];
  return {
    title: titleOf(language, layout),
    columns: layout.columns.map((column) => ({
      heading: fields.select(`mapping.columns.${column.name}`, {
        label: column.name,
        hint: meaningOf(language, layout, column),
        optional: !column.required,
        options: [...absent, ...options],
      }),
      condition: isYesNo(layout, column)
        ? fields.text(`mapping.conditions.${column.name}`, {
            label: t("mapping:condition.label", { column: column.name }),
            hint: t("mapping:condition.hint"),
            optional: true,
            maxlength: 200,
            width: "m",
          })
        : null,
    })),
    rowsAsked: layout.columns.every(
      (column) => !column.required || headings.some((heading) => spelledAs(column, heading)),
    ),
    rows: [0, 1, 2, 3].map((n) => ({
      heading: fields.select(`mapping.rows.${n}.heading`, {
        label: t("mapping:rows.heading"),
        options: [{ value: "", label: t("mapping:rows.all") }, ...options],
      }),
      text: fields.text(`mapping.rows.${n}.text`, { label: t("mapping:rows.text"), width: "m", maxlength: 200 }),
    })),
    stated: layout.kind === "availability" ? statedFields(language, fields) : [],
  };
}

/** What a list of outages cannot say of itself: whose it is, and since when nothing happened. */
const statedFields = ({ t }: Language, fields: Fields): FieldModel[] => [
  fields.text("mapping.stated.service", { label: t("mapping:stated.service"), optional: true, maxlength: 200 }),
  ...["from", "to"].map((name) =>
    fields.text(`mapping.stated.${name}`, {
      label: t(`mapping:stated.${name}`),
      hint: t("mapping:stated.times"),
      optional: true,
      width: "m",
      maxlength: 40,
    }),
  ),
];

const words = new Set(["true", "false", "yes", "no", "是", "否", "up", "down", "success", "failure", "是", "否"]);
const isDigit = (cell: string): boolean => cell === "0" || cell === "1";

/** Columns whose cells mean yes or no, or how grave: there a person may say which cells mean it. */
function isYesNo({ columns, example }: Layout, column: Column): boolean {
  const at = columns.indexOf(column);
  const cells = example.map((row) => row[at] ?? "").filter((cell) => cell !== "");
  // Digits alone may be counts or the end of a scale.
  const saysSo = cells.every((cell) => words.has(cell) || isDigit(cell)) && !cells.every(isDigit);
  return column.name === "severity" || saysSo;
}

const titleOf = ({ t }: Language, { name, title }: Layout): string =>
  t.has(`help:layout.${name}.title`) ? t(`help:layout.${name}.title`) : title;
