import type { FileSeen } from "../../application/imports/read-file.ts";
import { importFields } from "../../domain/imports/fields.ts";
import type { ImportMapping } from "../../domain/imports/mapping.ts";
import type { ImportReading } from "../../domain/imports/reading.ts";
import { textKey } from "../../domain/words/plain-text.ts";
import type { Problem } from "../forms/problems.ts";
import type { Typed } from "../forms/typed.ts";
import type { MappingValues } from "./mapping-schema.ts";

/**
 * What the form says, with the words of the columns as the file has them. Answers to the words of another column or of
 * another reading are none to these.
 */
export function mappingFrom(values: MappingValues, reading: ImportReading, seen: FileSeen): ImportMapping {
  const { kind, columns, same, shown, words, longNames } = values;
  const fields = importFields[kind];
  const meant = fields
    .filter(({ key, valued }) => valued === true && shown[key] === shownKey(columns[key] ?? "", reading))
    .map(({ key }) => [key, answersOf(seen, columns[key] ?? "", words[key] ?? [])] as const);
  return {
    kind,
    reading,
    columns: Object.fromEntries(fields.map(({ key }) => [key, columns[key] ?? ""])),
    same: Object.fromEntries(fields.flatMap(({ key, same: is }) => (is === undefined ? [] : [[key, same[key] ?? ""]]))),
    values: Object.fromEntries(meant),
    longNames,
  };
}

/** Which column's words a form asked about, as the file was read then. */
export const shownKey = (heading: string, { encoding, sheet, headingRow }: ImportReading): string =>
  `${heading}|${encoding ?? ""}|${sheet ?? ""}|${headingRow}`;

/** What is asked of every file of its kind (a need and a summary stand for each other): where its names stand, and of rows without one, what holds for all. */
export function mappingProblems({ kind, columns, same }: ImportMapping): readonly Problem[] {
  const has = (key: string): boolean => (columns[key] ?? "") !== "" || (same[key] ?? "") !== "";
  return importFields[kind]
    .filter(
      ({ key, required }) => required === true && !has(key) && !(key === "need" || (key === "summary" && has("need"))),
    )
    .map(({ key }) => ({ field: `columns.${key}`, key: "imports:mapping.missing", params: {} }));
}

/** A mapping as its form shows it; the words come with the columns. */
export const typedOfMapping = ({ reading, columns, same, longNames }: ImportMapping): Typed => ({
  encoding: reading.encoding ?? "",
  sheet: reading.sheet ?? "",
  headingRow: String(reading.headingRow ?? 1),
  ...prefixed("columns", columns),
  ...prefixed("same", same),
  longNames,
});

const prefixed = (group: string, entries: Readonly<Record<string, string>>): Typed =>
  Object.fromEntries(Object.entries(entries).map(([key, value]) => [`${group}.${key}`, value]));

function answersOf({ words }: FileSeen, heading: string, answers: readonly string[]): Readonly<Record<string, string>> {
  const asked = words[heading] ?? [];
  return Object.fromEntries(asked.map(({ label }, at) => [textKey(label), answers[at] ?? ""]));
}
