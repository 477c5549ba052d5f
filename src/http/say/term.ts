import type { Tier } from "../../domain/words/tier.ts";
import { html } from "../view/html.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import type { explainedWords } from "./explained.ts";

type Term = (typeof explainedWords)[number];

/** A word of the method where it stands, opened for what it means; of several on a page one is open at a time. */
export const term = ({ t }: Language, word: Term, as: string): Html =>
  html`<details class="ts-term" name="term">
    <summary>${as}</summary>
    <span>${t(`help:word.${word}.meaning`)}</span>
  </details>`;

/** How far a failure would reach, opened for what that asks for. */
export const tierTerm = (language: Language, tier: Tier): Html =>
  term(language, "tier", language.t("words:impactTier", { tier: language.t(`words:tier.${tier}`) }));

/** A sentence, its first use of a word opened for what it means; behind it where the sentence has another word for it. */
export function withTerm(language: Language, word: Term, sentence: string): Html {
  const own = nameOf(language, word);
  const at = sentence.toLowerCase().indexOf(own.toLowerCase());
  if (at === -1) return html`${sentence} ${namedTerm(language, word)}`;
  const end = at + own.length;
  return html`${sentence.slice(0, at)}${term(language, word, sentence.slice(at, end))}${sentence.slice(end)}`;
}

/** The same by its own name, behind a sentence that uses it. */
export const namedTerm = (language: Language, word: Term): Html => term(language, word, nameOf(language, word));

const nameOf = ({ t, locale }: Language, word: Term): string => t(`help:word.${word}.${locale === "en" ? "en" : "zh"}`);
