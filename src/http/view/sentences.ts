import type { Resource } from "i18next";
import type { Html } from "./html.ts";
import type { Locale } from "./locale.ts";
import { setOff } from "./set-off.ts";

export type SentenceValue = string | number | Html;
type Print = (value: SentenceValue) => string;

export type Sentences = {
  /** The text of a key with its values in place; null where there is none, or a value is missing: i18next says what then. */
  readonly say: (key: string, values: Readonly<Record<string, SentenceValue>>, print: Print) => string | null;
  /** Whether there is a text, in plural forms or one, those that are left to i18next too. */
  readonly has: (key: string) => boolean;
};

/**
 * Texts of one language, each cut at its values once, when it is first asked for: a page says some five hundred of
 * them. They hold nothing but `{{name}}` and plural forms; a text with anything more is left to i18next.
 */
export function sentences(resources: Resource, locale: Locale): Sentences {
  const plural = new Intl.PluralRules(locale);
  const known = new Map<string, readonly string[] | null>();
  const texts = new Map(namedTexts(resources[locale]));
  const joint = locale === "zh-CN" ? setOff : beside;
  const partsOf = (key: string): readonly string[] | null => {
    let parts = known.get(key);
    if (parts === undefined) known.set(key, (parts = cut(texts.get(key))));
    return parts;
  };
  const forCount = (key: string, count: number): readonly string[] | null =>
    (count === 0 ? partsOf(`${key}_zero`) : null) ?? partsOf(`${key}_${plural.select(count)}`) ?? partsOf(key);
  return {
    say: (key, values, print) => {
      const { count } = values;
      const parts = typeof count === "number" ? forCount(key, count) : partsOf(key);
      return parts === null ? null : join(parts, values, print, joint);
    },
    has: (key) => texts.has(key) || texts.has(`${key}_other`),
  };
}

/** Fixed text and names in turn. */
function join(
  parts: readonly string[],
  values: Readonly<Record<string, SentenceValue>>,
  print: Print,
  joint: (left: string, right: string) => string,
): string | null {
  let text = parts[0] ?? "";
  for (let at = 1; at < parts.length; at += 2) {
    const value = values[parts[at] ?? ""];
    if (value === undefined) return null;
    const [before = "", after = ""] = [parts[at - 1], parts[at + 1]];
    text = (before === " " ? beside : joint)(text, print(value));
    text = (after === " " ? beside : joint)(text, after);
  }
  return text;
}

function beside(left: string, right: string): string {
  return left + right;
}

function cut(text: string | undefined): readonly string[] | null {
  if (text === undefined || text.includes("$t(")) return null;
  const parts = text.split(/\{\{(\w+)\}\}/);
  return parts.some((part, at) => at % 2 === 0 && part.includes("{{")) ? null : parts;
}

/** Each text with its name, `gate:panel.title`: namespace, then the path in it. */
function* namedTexts(node: unknown, path = "", sign = ":"): Generator<readonly [name: string, text: string]> {
  if (typeof node !== "object" || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    const at = path === "" ? name : path + sign + name;
    if (typeof value === "string") yield [at, value];
    else yield* namedTexts(value, at, path === "" ? ":" : ".");
  }
}
