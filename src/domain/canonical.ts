import type { Json } from "./json.ts";

/** A value that RFC 8785 cannot write: a lone surrogate, NaN, an infinity, undefined or something that is no JSON. */
export class NotCanonical extends Error {
  override readonly name = "NotCanonical";
}

/**
 * RFC 8785 canonical JSON: no white space, keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes
 * them. The same value always gives the same text, so its digest stands for it. −0 is written 0.
 * Throws NotCanonical, naming the path of the offending value.
 */
export function canonicalJson(value: Json, path = "$"): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value, path);
  if (typeof value === "string") return canonicalString(value, path);
  if (typeof value !== "object") throw new NotCanonical(`${path} is ${typeof value}, which JSON has not`);
  if (isArray(value)) return `[${value.map((item, i) => canonicalJson(item, `${path}[${i}]`)).join(",")}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key, path)}:${canonicalJson(value[key] as Json, `${path}.${key}`)}`);
  return `{${members.join(",")}}`;
}

function canonicalNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new NotCanonical(`${path} is ${value}, which JSON has not`);
  return JSON.stringify(value);
}

function canonicalString(value: string, path: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(`${path} holds a lone surrogate`);
  return JSON.stringify(value);
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
