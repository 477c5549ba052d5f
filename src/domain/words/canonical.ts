import type { Json } from "./json.ts";

/** A value that RFC 8785 cannot write: a lone surrogate, NaN, an infinity, undefined or something that is no JSON. */
export class NotCanonical extends TypeError {
  override readonly name = "NotCanonical";
}

/**
 * Canonical JSON after RFC 8785: no white space, members sorted by UTF-16 code units, numbers and strings as
 * ECMAScript's JSON.stringify writes them (−0 becomes 0). The same value always gives the same text, so its digest
 * stands for it.
 *
 * @param value plain JSON; `where` names it in messages.
 * @returns the canonical text; its UTF-8 encoding is what gets hashed.
 * @throws {NotCanonical} naming the member, for undefined, NaN, an infinity, a lone surrogate (which UTF-8 cannot
 *   carry, so two different texts would get the same bytes) or anything that is not plain JSON.
 */
export function canonicalJson(value: Json, where = "$"): string {
  const text = write(value);
  if (text === null) throw new NotCanonical(trouble(value, where) ?? `${where} is not JSON`);
  return text;
}

/** Null where something in it is not JSON; where, is asked only then: naming every member would cost as much again. */
function write(value: Json): string | null {
  if (typeof value === "string") return value.isWellFormed() ? JSON.stringify(value) : null;
  if (typeof value === "number") return Number.isFinite(value) ? JSON.stringify(value) : null;
  if (typeof value === "boolean") return value ? "true" : "false";
  if (value === null) return "null";
  if (typeof value !== "object") return null;
  return isArray(value) ? writeArray(value) : writeObject(value);
}

function writeArray(items: readonly Json[]): string | null {
  let text = "[";
  for (let index = 0; index < items.length; index++) {
    const item = write(items[index] as Json);
    if (item === null) return null;
    text += index === 0 ? item : `,${item}`;
  }
  return `${text}]`;
}

function writeObject(members: { readonly [key: string]: Json }): string | null {
  if (!isPlain(members)) return null;
  let text = "{";
  // The default order of strings is by UTF-16 code units, which is RFC 8785's.
  for (const key of Object.keys(members).sort()) {
    const name = write(key);
    const item = write(members[key] as Json);
    if (name === null || item === null) return null;
    text += text === "{" ? `${name}:${item}` : `,${name}:${item}`;
  }
  return `${text}}`;
}

const isArray = (value: object): value is readonly Json[] => Array.isArray(value);

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The first thing that is not JSON, with its place. */
function trouble(value: unknown, where: string): string | null {
  if (typeof value === "string") return value.isWellFormed() ? null : `${where} holds a lone surrogate`;
  if (typeof value === "number") return Number.isFinite(value) ? null : `${where} is ${value}, which JSON has not`;
  if (typeof value === "boolean" || value === null) return null;
  if (typeof value !== "object") return `${where} is ${typeof value}, which JSON has not`;
  if (Array.isArray(value)) return first(Array.from(value, (item, index) => trouble(item, `${where}[${index}]`)));
  if (!isPlain(value)) return `${where} is not a plain object`;
  const members = Object.entries(value);
  return first(members.map(([key, item]) => trouble(key, where) ?? trouble(item, `${where}.${key}`)));
}

const first = (troubles: readonly (string | null)[]): string | null =>
  troubles.find((trouble) => trouble !== null) ?? null;
