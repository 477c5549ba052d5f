import type { TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import type { ApiDocument } from "../document/document.ts";
import { typeText } from "./type-text.ts";
import type { Schema } from "./type-text.ts";

type ShapeModel = { readonly id: string; readonly name: string; readonly text: string; readonly table: TableModel };

/** Every shape that answers and bodies are made of, by its name. */
export const shapeModels = (language: Language, { components }: ApiDocument): readonly ShapeModel[] =>
  Object.entries(components.schemas)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]: [string, Schema]) => ({
      id: `shape-${name}`,
      name,
      text: schema.description ?? "",
      table: fieldsTable(language, name, schema),
    }));

/** The fields of an object; those of one within it after it, as "cost.pilot". */
export function fieldsTable(language: Language, caption: string, schema: Schema): TableModel {
  const { t } = language;
  return {
    caption,
    columns: ["name", "type", "meaning"].map((column) => ({ label: t(`api:page.${column}`) })),
    rows: fieldsOf(schema).map(({ name, field, needed }) => ({
      cells: [
        { content: name, header: true },
        { content: typeText(language, field), ...(needed && { sub: t("api:page.needed") }) },
        { content: field.description ?? "" },
      ],
    })),
  };
}

type Field = { readonly name: string; readonly field: Schema; readonly needed: boolean };

function fieldsOf({ properties = {}, required = [] }: Schema, within = ""): readonly Field[] {
  return Object.entries(properties).flatMap(([name, field]) => [
    { name: within + name, field, needed: required.includes(name) },
    ...fieldsOf(field, `${within}${name}.`),
    ...(field.items === undefined ? [] : fieldsOf(field.items, `${within}${name}[].`)),
  ]);
}
