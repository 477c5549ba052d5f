import { z } from "zod";
import { isFormatName } from "../../domain/evidence/format-name.ts";
import type { CellCondition, Mapping } from "../../domain/evidence/mapping.ts";
import { conditionText, parseCondition } from "../../evidence/mapping.ts";
import { optionalText } from "../forms/fields.ts";
import type { Problem } from "../forms/problems.ts";

const texts = z.record(z.string(), optionalText(500)).default({});

/** What the form says of a table: `mapping.columns.<column>` is a heading, `mapping.conditions.<column>` what counts. */
export const mappingSchema = z
  .object({
    format: optionalText(40),
    columns: texts,
    conditions: texts,
    stated: texts,
    rows: z.array(z.object({ heading: optionalText(500), text: optionalText(200) })).default([]),
  })
  .optional();
type Values = z.output<typeof mappingSchema>;

/** The mapping, null where none was given, or what of it cannot be understood. */
export function mappingFrom(values: Values): Mapping | null | Problem {
  if (values === undefined || !isFormatName(values.format)) return null;
  const conditions: Record<string, CellCondition> = {};
  for (const [column, text] of filled(values.conditions)) {
    const condition = parseCondition(text);
    if (condition === null) return { field: `mapping.conditions.${column}`, key: "mapping:condition.none", params: {} };
    // A condition on a column that the file has not would be one on nothing.
    if ((values.columns[column] ?? "") !== "") conditions[column] = condition;
  }
  const stated = Object.fromEntries(filled(values.stated));
  return {
    format: values.format,
    columns: Object.fromEntries(filled(values.columns)),
    conditions,
    rows: Object.fromEntries(
      values.rows.flatMap(({ heading, text }) => (heading === "" ? [] : [[heading, text] as const])),
    ),
    ...(Object.keys(stated).length > 0 && { stated }),
  };
}

/** A remembered mapping as its form has it, to be corrected. */
export function typedMapping({ format, columns, conditions, rows }: Mapping): Record<string, string> {
  return Object.fromEntries([
    ["mapping.format", format],
    ...Object.entries(columns).map(([column, heading]) => [`mapping.columns.${column}`, heading] as const),
    ...Object.entries(conditions).map(
      ([column, condition]) => [`mapping.conditions.${column}`, conditionText(condition)] as const,
    ),
    ...Object.entries(rows).flatMap(([heading, text], n) => [
      [`mapping.rows.${n}.heading`, heading] as const,
      [`mapping.rows.${n}.text`, text] as const,
    ]),
  ]);
}

const filled = (all: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(all).filter(([, text]) => text !== "");
