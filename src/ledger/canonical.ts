import type { Json } from "../domain/json.ts";

/**
 * Canonical JSON after RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript's JSON.stringify writes them (-0 becomes 0).
 *
 * @param value JSON; `where` names the place in messages.
 * @returns the canonical text; its UTF-8 encoding is what gets hashed.
 * @throws {TypeError} naming the member, for undefined, NaN, an infinity, a lone surrogate (which UTF-8 cannot
 *   carry, so two different texts would get the same bytes) or anything that is not plain JSON.
 */
export function canonicalJson(value: Json, where = "value"): string {
  switch (typeof value) {
    case "string":
      return canonicalString(value, where);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${where}: ${value} is not a JSON number`);
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return value === null ? "null" : canonicalContainer(value, where);
    default:
      throw new TypeError(`${where}: ${typeof value} is not JSON`);
  }
}

function canonicalString(text: string, where: string): string {
  if (!text.isWellFormed()) throw new TypeError(`${where}: lone surrogate`);
  return JSON.stringify(text);
}

function canonicalContainer(value: readonly Json[] | { readonly [key: string]: Json }, where: string): string {
  if (isArray(value)) {
    return `[${Array.from(value, (item, index) => canonicalJson(item, `${where}[${index}]`)).join(",")}]`;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError(`${where}: not a plain object`);
  const members = Object.entries(value).sort(byKey);
  return `{${members.map(([key, item]) => `${canonicalString(key, where)}:${canonicalJson(item, `${where}.${key}`)}`).join(",")}}`;
}

const isArray = (value: object): value is readonly Json[] => Array.isArray(value);

/** `<` on strings compares UTF-16 code units, which is RFC 8785's order. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
