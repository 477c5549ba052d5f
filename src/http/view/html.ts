import { hash, randomBytes } from "node:crypto";
import { onceBeside } from "../../domain/words/once-beside.ts";
/** Text that is already HTML. Anything else is escaped wherever it meets a page; views have no other way around it. */
export class Html {
  readonly text: string;
  #bytes: Buffer | null = null;
  #digest: string | null = null;
  constructor(text: string) {
    this.text = text;
  }
  /** As it is sent; written once, so that a large piece which is kept is not written again for each page. */
  get bytes(): Buffer {
    return (this.#bytes ??= Buffer.from(this.text));
  }
  /** Stands for the bytes where pages are told apart. */
  get digest(): string {
    return (this.#digest ??= hash("sha256", this.bytes, "base64url"));
  }
  /** Handlebars prints what this returns as it is. */
  toHTML(): string {
    return setApart === null || this.text.length < large ? this.text : setApart(this);
  }
  toString(): string {
    return this.text;
  }
}

/** Letters from which on a piece is not written into the text around it. */
const large = 4000;

/** Stands for a large piece while a view is written out; null at any other time. */
let setApart: ((piece: Html) => string) | null = null;

/** Nobody can type it into a text: it is drawn anew at every start. */
const mark = randomBytes(12).toString("hex");
const marked = new RegExp(`\u0002${mark}(\\d+)\u0003`);

/**
 * A view written out around the large pieces that it prints, wherever in its model they stand: these stay what they are,
 * so that what is kept is neither copied into each page nor written to bytes again.
 *
 * @param write prints the view by its template
 */
export function writtenAround(write: () => string): readonly (string | Html)[] {
  const pieces: Html[] = [];
  setApart = (piece) => `\u0002${mark}${pieces.push(piece) - 1}\u0003`;
  try {
    return write()
      .split(marked)
      .map((part, at) => (at % 2 === 0 ? part : (pieces[Number(part)] ?? part)));
  } finally {
    setApart = null;
  }
}

/** What a view may print: plain text, or HTML made by us. */
export type Content = string | Html;

type Part = string | number | Html | undefined | readonly Part[];

/** `html\`<b>${name}</b>\`` escapes every value but Html; arrays are joined, undefined prints nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const fixed = inOneLine(strings);
  let text = fixed[0] ?? "";
  values.forEach((value, i) => (text += print(value) + (fixed[i + 1] ?? "")));
  return new Html(text);
}

/** Line breaks in the source are for its readers; each template is folded once. */
const inOneLine = onceBeside((strings: TemplateStringsArray): readonly string[] =>
  strings.map((part) => part.replace(/\s*\n\s*/g, " ")),
);

function print(value: Part): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number") return String(value);
  return value.map(print).join("");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (c) => entities[c] ?? c) : text;
}
