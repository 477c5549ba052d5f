import type { Json, JsonObject } from "../../domain/words/json.ts";
import type { MethodField } from "../../domain/methods/method-field.ts";
import type { Method } from "../../domain/methods/method.ts";
import type { Typed } from "../forms/typed.ts";

/** An input as it would be typed into the method's form: what inputOf reads back is the same. */
export function typedOf({ fields }: Pick<Method, "fields">, input: JsonObject): Typed {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = input[field.name];
      return value === undefined ? [] : [[field.name, textOf(field, value)]];
    }),
  );
}

function textOf(field: MethodField, value: Json): string {
  switch (field.kind) {
    case "numbers":
    case "answers":
      return (value as readonly Json[]).map(cell).join(" ");
    case "words":
      return (value as readonly Json[]).map(cell).join("\n");
    case "table":
    case "ratings":
      return (value as readonly (readonly Json[])[]).map((row) => row.map(cell).join(" ")).join("\n");
    case "records":
      return (value as readonly JsonObject[]).map((row) => recordText(field, row)).join("\n");
    case "named":
      return Object.entries(value as JsonObject)
        .map(([name, figure]) => `${name} ${cell(figure)}`)
        .join("\n");
    case "chosen":
      return Object.entries(value as JsonObject)
        .map(([name, chosen]) =>
          [name, ...(Array.isArray(chosen) ? (chosen as readonly Json[]) : [chosen]).map(cell)].join(" "),
        )
        .join("\n");
    default:
      return cell(value);
  }
}

const recordText = ({ columns = [] }: MethodField, row: JsonObject): string =>
  columns.flatMap(({ name }) => (row[name] === undefined ? [] : [cell(row[name])])).join(" ");

const cell = (value: Json): string =>
  value === null ? "-" : typeof value === "string" ? value : JSON.stringify(value);
