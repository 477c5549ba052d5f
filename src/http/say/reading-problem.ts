import type { Problem } from "../../evidence/refused.ts";
import type { Language } from "../view/languages.ts";
import { rowReason } from "./row-reason.ts";

/**
 * What a reader found wrong, in the language of whoever is told.
 *
 * @param english the reader's own words, as far as they are to be said: a reader may be newer than its words here
 */
export function readingProblem(
  language: Language,
  { code, why, params }: Pick<Problem, "code" | "why" | "params">,
  english: string,
): string {
  const { t, locale } = language;
  if (locale === "en") return english;
  const key = `evidence:problem.${code}`;
  const plain = t.has(key) ? t(key, params) : english;
  return why === undefined ? plain : t("evidence:problemWhy", { what: plain, why: rowReason(language, why) });
}
