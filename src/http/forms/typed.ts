/** What a person typed, field by field, exactly as it came: this is what an invalid page shows again. */
export type Typed = Readonly<Record<string, TypedValue>>;
/** A field may hold several, as boxes do. */
export type TypedValue = string | readonly string[];

type Nested = { [key: string]: Nested | TypedValue };

const step = /^(?:[a-zA-Z][a-zA-Z0-9_-]{0,79}|\d{1,3})$/;
const hidden = new Set(["commandId", "version", "author", "draft", "confirmed"]);
const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/** Of all fields of a form together, bytes. */
export const mostTyped = 512 * 1024;

/** Fields that came beside files: what reads those counts each field, and not how much they are together. */
export function isTooLong(body: unknown): boolean {
  const fields = Object.entries(typedFrom(body)).flatMap(([name, value]) => [name, value].flat());
  return fields.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0) > mostTyped;
}

/** Keeps strings and lists of strings; anything else cannot come from a form and is left out. */
export function typedFrom(body: unknown): Typed {
  if (typeof body !== "object" || body === null) return {};
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === "string" || (Array.isArray(entry[1]) && entry[1].every((item) => typeof item === "string")),
  );
  return closedUp(entries.filter(([name]) => pathOf(name) !== null));
}

/** Rows are numbered from 0 without gaps, so that a field keeps one name in the form, the schema and the message. */
function closedUp(fields: readonly (readonly [string, TypedValue])[]): Typed {
  const rows = new Map<string, Set<number>>();
  for (const [name] of fields)
    for (const { list, index } of rowsOf(name)) rows.set(list, (rows.get(list) ?? new Set()).add(index));
  const place = (list: string, index: number): number =>
    [...(rows.get(list) ?? [])].filter((other) => other < index).length;
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const path = name.split(".");
      for (const { list, index, depth } of rowsOf(name)) path[depth] = String(place(list, index));
      return [path.join("."), value];
    }),
  );
}

function rowsOf(name: string): readonly { readonly list: string; readonly index: number; readonly depth: number }[] {
  const path = name.split(".");
  return path.flatMap((part, depth) =>
    depth > 0 && /^\d+$/.test(part) ? [{ list: path.slice(0, depth).join("."), index: Number(part), depth }] : [],
  );
}

/**
 * The typed fields as the schema sees them: `waves.0.reach` becomes `{ waves: [{ reach }] }`, so that a form with
 * rows needs no script and no second notation. The name of a field is its path, also in the error summary.
 */
export function nest(typed: Typed): object {
  const root: Nested = {};
  for (const [name, value] of Object.entries(typed)) {
    const path = pathOf(name);
    if (path !== null && !hidden.has(name)) place(root, path, value);
  }
  return listed(root) as object;
}

function pathOf(name: string): readonly string[] | null {
  const path = name.split(".");
  return path.length <= 5 && path.every((part) => step.test(part) && !forbidden.has(part)) ? path : null;
}

function place(root: Nested, path: readonly string[], value: TypedValue): void {
  let at = root;
  path.forEach((key, depth) => {
    if (depth === path.length - 1) at[key] = value;
    else {
      const next = at[key];
      at = typeof next === "object" && !Array.isArray(next) ? (next as Nested) : (at[key] = {});
    }
  });
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function listed(node: Nested | TypedValue): unknown {
  if (typeof node === "string" || Array.isArray(node)) return node;
  const entries = Object.entries(node as Nested);
  const rows = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  if (!rows) return Object.fromEntries(entries.map(([key, value]) => [key, listed(value)]));
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => listed(value));
}
