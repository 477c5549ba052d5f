import i18next from "i18next";
import type { FormatterModule, i18n, Resource } from "i18next";
import { createFormat } from "./format.ts";
import type { Format } from "./format.ts";
import { escapeText, Html } from "./html.ts";
import { locales } from "./locale.ts";
import type { Locale } from "./locale.ts";
import { createNumberFormat } from "./numbers.ts";
import { sentences } from "./sentences.ts";
import type { SentenceValue } from "./sentences.ts";
import { readTexts } from "./texts.ts";
import type { HtmlValues, Translate } from "./translate.ts";

/** One language: its texts and its way of setting dates and figures. */
export type Language = { readonly locale: Locale; readonly t: Translate; readonly format: Format };

export type Languages = { readonly of: (locale: Locale) => Language };

export type LanguageOptions = {
  readonly localesDir: string;
  readonly timeZone: string;
  /** What stands in for a text that is missing. By default it is an error, so that tests and boot find it. */
  readonly missing?: (key: string) => string;
};

export function createLanguages({ localesDir, timeZone, missing = fail }: LanguageOptions): Languages {
  const texts = i18next.createInstance();
  const resources = readTexts(localesDir);
  void texts.use(numbersInSentences()).init({
    resources,
    lng: "en",
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
    appendNamespaceToMissingKey: true,
    parseMissingKeyHandler: missing,
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => missing(`${match[0]} of “${text}”`),
  });
  const made = new Map(locales.map((locale) => [locale, createLanguage(texts, resources, locale, timeZone)]));
  return {
    of: (locale) => {
      const language = made.get(locale);
      if (language === undefined) throw new Error(`No language ${locale}`);
      return language;
    },
  };
}

function fail(what: string): never {
  throw new Error(`No text for ${what}`);
}

function createLanguage(texts: i18n, resources: Resource, locale: Locale, timeZone: string): Language {
  const fixed = texts.getFixedT(locale);
  const { say, has } = sentences(resources, locale);
  const { number } = createNumberFormat(locale);
  const plain = (value: SentenceValue): string => (typeof value === "number" ? number(value) : String(value));
  const escaped = (value: SentenceValue): string => (typeof value === "string" ? escapeText(value) : plain(value));
  const none: HtmlValues = {};
  const t: Translate = Object.assign(
    (key: string, values: HtmlValues = none) => say(key, values, plain) ?? fixed(key, values),
    {
      html: (key: string, values: HtmlValues = none) =>
        new Html(say(key, values, escaped) ?? fixed(key, mapped(values, escaped))),
      has,
    },
  );
  return { locale, t, format: createFormat(locale, timeZone, t) };
}

function mapped(values: HtmlValues, print: (value: SentenceValue) => string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? value : print(value)]),
  );
}

/** Sets every number that enters a sentence, so that no text has to ask for it. */
function numbersInSentences(): FormatterModule {
  const number = Object.fromEntries(locales.map((locale) => [locale, createNumberFormat(locale).number]));
  return {
    type: "formatter",
    init: () => undefined,
    add: () => undefined,
    addCached: () => undefined,
    format: (value: unknown, _format, locale) =>
      typeof value === "number" ? (number[locale ?? "en"]?.(value) ?? String(value)) : (value as string),
  };
}
