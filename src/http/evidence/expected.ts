import type { FormatName } from "../../domain/evidence/format-name.ts";
import { layouts } from "../../evidence/layouts.ts";
import type { Column, Layout } from "../../evidence/layouts/layout.ts";
import type { Language } from "../view/languages.ts";

/**
 * What a column takes, with an example, beside a reader's own reason why a row cannot be used.
 *
 * @returns undefined where the reason speaks of no column, or of no table that people may write
 */
export function expectedText(language: Language, format: FormatName | null, reason: string): string | undefined {
  const layout = layouts.find(({ name }) => name === format);
  const column = layout?.columns.find(({ name }) => speaksOf(reason, name));
  if (layout === undefined || column === undefined) return undefined;
  const meaning = meaningOf(language, layout, column);
  const example = exampleOf(layout, column);
  return language.t(example === "" ? "mapping:looked.takes" : "mapping:looked.takesAs", {
    column: column.name,
    meaning,
    example,
  });
}

/** Reasons begin with the column that they speak of. */
const speaksOf = (reason: string, column: string): boolean =>
  [" ", ":"].some((end) => reason.startsWith(`${column}${end}`));

/** What a column means, as the help page says it. */
export function meaningOf({ t }: Language, { name }: Pick<Layout, "name">, column: Column): string {
  const key = `help:layout.${name}.column.${column.name}`;
  if (t.has(key)) return t(key);
  return /^q\d+$/.test(column.name) ? t("help:formats.asFirst") : column.meaning;
}

function exampleOf({ columns, example }: Layout, column: Column): string {
  const at = columns.indexOf(column);
  return example.map((row) => row[at] ?? "").find((cell) => cell !== "") ?? "";
}
