import type { Named } from "../../domain/words/named.ts";
import type { Language } from "../view/languages.ts";

/** A title in the reader's language. */
export const named = ({ locale }: Pick<Language, "locale">, name: Named): string =>
  locale === "zh-CN" ? name.zh : name.en;

/** Sentences one after the other; Chinese ones need no space between them. */
export const inOneLine = ({ locale }: Pick<Language, "locale">, sentences: readonly string[]): string =>
  sentences.join(locale === "zh-CN" ? "" : " ");
