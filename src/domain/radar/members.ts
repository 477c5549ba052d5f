import type { Json, JsonObject } from "../words/json.ts";

/** A member as text: numbers and truths too, for files are lenient about quotes; "" for anything else. */
export function textIn(entry: JsonObject, ...names: readonly string[]): string {
  for (const name of names) {
    const value = entry[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number" || typeof value === "boolean") return String(value);
  }
  return "";
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; what is no list has none. */
export const objectsOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((member) => isObject(member)) : [];
