import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { safeguardKinds } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../../../src/domain/safeguard-kinds/kinds.ts";
import type { GroupReading } from "../../../src/domain/safeguards/bias.ts";
import type { SafeguardKind } from "../../../src/domain/safeguards/kind.ts";
import type { RowQuestion, SafeguardQuestion } from "../../../src/domain/safeguards/question.ts";
import { locales } from "../../../src/http/view/locale.ts";
import { allAccepted, carefully, piloted } from "../../support/safeguards.ts";
import { aPolicy, stateAfter } from "../../support/technology.ts";
import { realLanguages } from "../view/support.ts";

const policy = aPolicy();
const languages = realLanguages();
const declarations = join(import.meta.dirname, "../../../src/domain/safeguard-kinds");

/** Codes that a declaration works out rather than writes down. */
const groupStates: { readonly [S in Exclude<GroupReading["state"], "within">]: true } = {
  open: true,
  unknown: true,
  beyond: true,
};
const workedOut: { readonly [K in SafeguardKey]?: readonly string[] } = { bias: Object.keys(groupStates) };

/** What falls short is in small letters; a refusal begins with a capital. */
function shortfallCodes({ key }: SafeguardKind): readonly string[] {
  const source = readFileSync(join(declarations, `${key}.ts`), "utf8");
  const written = [...source.matchAll(/\bcode: "([a-z][\w-]*)"/g)].flatMap(([, code]) => code ?? []);
  return [...new Set([...written, ...((workedOut as Record<string, readonly string[] | undefined>)[key] ?? [])])];
}

const worksOutCodes = ({ key }: SafeguardKind): boolean =>
  /\bcode: (?![`"])/.test(readFileSync(join(declarations, `${key}.ts`), "utf8"));

const rowsIn = (question: SafeguardQuestion): readonly RowQuestion[] => (question.type === "rows" ? question.of : []);

/** Each text the question needs, as the keys any of which will do. */
function keysOfQuestion(question: SafeguardQuestion, own: string): readonly (readonly string[])[] {
  const at = `${own}question.${question.key}`;
  const options = question.type === "choice" || question.type === "choices" ? question.options : [];
  const worded = question.words;
  return [
    ...(worded === undefined ? [[`${at}.label`]] : []),
    ...options
      .filter((value) => worded?.options?.[value] === undefined)
      .map((value) => [`${at}.option.${value}`, `safeguards:option.${value}`]),
    ...(question.section === undefined ? [] : [[`${own}section.${question.section}`]]),
    ...(question.type === "rows" ? [[`${at}.row`], [`${at}.add`]] : []),
  ];
}

const everything = stateAfter(...allAccepted(piloted()));

function groundNames(kind: SafeguardKind): readonly string[] {
  if (kind.ground === undefined) return [];
  return Object.keys(kind.ground(everything, carefully(kind.key as SafeguardKey), policy));
}

/** Every text that pages, history and gates say a kind with. */
function keysOf(kind: SafeguardKind): readonly (readonly string[])[] {
  const own = `safeguards/${kind.key}:`;
  const questions = kind.questions(policy).flatMap((question) => [question, ...rowsIn(question)]);
  return [
    ...["name", "lead", "review"].map((name) => [`${own}${name}`]),
    ...questions.flatMap((question) => keysOfQuestion(question, own)),
    ...groundNames(kind).map((name) => [`${own}ground.${name}`]),
    ...["title", "asks", "remedy", ...shortfallCodes(kind)].map((name) => [`conditions:${kind.key}.${name}`]),
  ];
}

describe.each(safeguardKinds.map((kind: SafeguardKind) => [kind.key, kind] as const))(
  "the safeguard %s",
  (_key, kind) => {
    it.each(locales)("has in %s the words for all that is asked in it and said of it", (locale) => {
      const { t } = languages.of(locale);
      const missing = keysOf(kind).filter((keys) => !keys.some((key) => t.has(key)));
      expect(missing.map((keys) => `${kind.key} ${locale} ${keys.join(" or ")}`)).toEqual([]);
    });

    it("is worded by the policy in both languages where the policy asks", () => {
      const worded = kind.questions(policy).flatMap((question) => {
        const { label, hint, options = {} } = question.words ?? {};
        return [label, hint, ...Object.values(options)].flatMap((words) => (words === undefined ? [] : [words]));
      });
      expect(worded.filter(({ en, zh }) => en.trim() === "" || zh.trim() === "")).toEqual([]);
    });
  },
);

it("names what falls short by a code that is written down, or here", () => {
  expect(safeguardKinds.filter(worksOutCodes).map(({ key }) => key)).toEqual(Object.keys(workedOut));
});

it("leaves no text for a question that no kind asks", () => {
  const texts = (kind: SafeguardKind, locale: string): { readonly question?: { readonly [key: string]: unknown } } =>
    JSON.parse(
      readFileSync(join(import.meta.dirname, `../../../views/locales/${locale}/safeguards/${kind.key}.json`), "utf8"),
    ) as { readonly question?: { readonly [key: string]: unknown } };
  const unasked = safeguardKinds.flatMap((kind: SafeguardKind) => {
    const asked = new Set(
      kind.questions(policy).flatMap((question) => [question, ...rowsIn(question)].map((q) => q.key)),
    );
    return locales.flatMap((locale) =>
      Object.keys(texts(kind, locale).question ?? {})
        .filter((key) => !asked.has(key))
        .map((key) => `${kind.key} ${locale} question.${key}`),
    );
  });
  expect(unasked).toEqual([]);
});
