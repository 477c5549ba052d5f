import type { Json, JsonObject } from "./json.ts";

/** Names of the fields that differ, in the order of the newer value. */
export const changedFields = (before: JsonObject, after: JsonObject): readonly string[] =>
  Object.keys(after).filter((key) => !same(before[key], after[key]));

function same(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return left.size === right.size && [...left].every(([key, value]) => same(value, right.get(key)));
}
