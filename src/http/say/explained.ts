import type { Language } from "../view/languages.ts";

/** The words of the method that the help explains, in the order in which they build on each other. */
export const explainedWords = [
  "criterion",
  "indicator",
  "piece",
  "bound",
  "confidence",
  "floor",
  "passMark",
  "notEnough",
  "unknown",
  "look",
  "tier",
  "baseline",
  "margin",
  "headroom",
  "latency",
  "sus",
  "agreement",
  "eValue",
  "gate",
  "quorum",
  "recused",
  "waiver",
  "wave",
  "guard",
  "held",
  "drifted",
  "blind",
  "feedback",
  "ledger",
  "checkpoint",
] as const;

/** Those a reader meets among figures; a term of conditions and votes explains itself where it stands. */
const amongFigures = explainedWords.slice(explainedWords.indexOf("bound"), explainedWords.indexOf("gate"));

export type ExplainedModel = { readonly words: readonly { readonly word: string; readonly meaning: string }[] };

/** What the words among the figures of a page mean, one step away on that page itself. */
export function explained({ locale, t }: Language): ExplainedModel {
  const own = locale === "en" ? "en" : "zh";
  return {
    words: [...amongFigures, "guard" as const].map((word) => ({
      word: t(`help:word.${word}.${own}`),
      meaning: t(`help:word.${word}.meaning`),
    })),
  };
}
