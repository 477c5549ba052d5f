/** Text that is already HTML. Anything else is escaped wherever it meets a page; views have no other way around it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  /** Handlebars prints what this returns as it is. */
  toHTML(): string {
    return this.text;
  }
  toString(): string {
    return this.text;
  }
}

/** What a view may print: plain text, or HTML made by us. */
export type Content = string | Html;

type Part = string | number | Html | undefined | readonly Part[];

/** `html\`<b>${name}</b>\`` escapes every value but Html; arrays are joined, undefined prints nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  let text = strings[0] ?? "";
  values.forEach((value, i) => (text += print(value) + (strings[i + 1] ?? "")));
  return new Html(text);
}

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
