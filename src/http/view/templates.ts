import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { escapeText } from "./html.ts";
import type { Language } from "./languages.ts";

/** Every `.hbs` below a folder, named by its path without the ending: `components/tag`. */
export function readTemplates(viewsDir: string): ReadonlyMap<string, string> {
  const files = readdirSync(viewsDir, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".hbs"));
  const name = (file: string): string => file.slice(0, -4).replaceAll("\\", "/");
  return new Map(files.sort().map((file) => [name(file), readFileSync(join(viewsDir, file), "utf8")]));
}

export const helpers = ["t", "glyph", "asset"] as const;

type Check = (
  match: RegExpMatchArray,
  context: { names: ReadonlySet<string>; languages: readonly Language[] },
) => string[];

/** Patterns rather than the parser: Handlebars takes a millisecond to parse a template, and start-up waits for all. */
const checks: readonly (readonly [RegExp, Check])[] = [
  [/\{\{\{/g, () => ["prints unescaped; give the view an Html value instead"]],
  [
    /\{\{~?#([\w-]+)/g,
    ([, name]) => (name === "if" || name === "each" ? [] : [`{{#${name ?? ""}}}: only if and each`]),
  ],
  [
    /\{\{~?#?>\s*([^\s}]+)/g,
    ([, name = ""], { names }) => (name === "@partial-block" || names.has(name) ? [] : [`no partial ${name}`]),
  ],
  [
    /\{\{~?([\w/.-]+)\s+[^\s}]/g,
    ([, name = ""]) => (name === "else" || isHelper(name) ? [] : [`unknown helper ${name}`]),
  ],
  [/[{(]~?t\s+"([^"]*)"([^)}]*)/g, ([, key = "", values = ""], { languages }) => missingTexts(key, values, languages)],
];

/** What is wrong with a template, found before anybody asks for its page. */
export function faultsOf(
  name: string,
  source: string,
  names: ReadonlySet<string>,
  languages: readonly Language[],
): string[] {
  // Comments keep their line breaks, so that the lines still count right.
  const code = source.replace(/\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, (comment) => comment.replace(/[^\n]/g, ""));
  return checks.flatMap(([pattern, check]) =>
    [...code.matchAll(pattern)].flatMap((match) => {
      const line = code.slice(0, match.index).split("\n").length;
      return check(match, { names, languages }).map((what) => `${name}.hbs:${line}: ${what}`);
    }),
  );
}

function missingTexts(key: string, values: string, languages: readonly Language[]): string[] {
  const stored = /\bcount=/.test(values) ? `${key}_other` : key;
  return languages.filter(({ t }) => !t.has(stored)).map(({ locale }) => `no ${locale} text for ${stored}`);
}

/** The template with its fixed texts already in place: what never changes is not looked up at every request. */
export function settle(source: string, { t }: Language): string {
  return source
    .replace(/\{\{t "([^"]*)"\}\}/g, (left, key: string) => (t.has(key) ? escapeText(t(key)) : left))
    .replace(/\(t "([^"]*)"\)/g, (left, key: string) => (t.has(key) && !t(key).includes('"') ? `"${t(key)}"` : left));
}

function isHelper(name: string): boolean {
  return (helpers as readonly string[]).includes(name);
}
