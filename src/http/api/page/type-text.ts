import { html } from "../../view/html.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";

/** JSON Schema as far as the document uses it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
};

/** What a value may be, in short: its type, the words it is one of, or the shape that says more. */
export function typeText(language: Language, schema: Schema): Content {
  const { $ref, type, items, anyOf, format } = schema;
  const { t } = language;
  if ($ref !== undefined) return shapeLink($ref);
  if (anyOf !== undefined) return either(language, anyOf);
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (words !== undefined) return words.map(String).join(" · ");
  if (items !== undefined) return t.html("api:page.listOf", { of: typeText(language, items) });
  const names = [type ?? "any"].flat();
  return html`<code>${names.join(" · ")}${format === undefined ? "" : ` (${format})`}</code>`;
}

function either(language: Language, [first, ...rest]: readonly Schema[]): Content {
  if (first === undefined) return "";
  const begin = typeText(language, first);
  return rest.length === 0 ? begin : language.t.html("api:page.or", { one: begin, other: either(language, rest) });
}

function shapeLink(reference: string): Content {
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  return html`<a href="#shape-${name}">${name}</a>`;
}
