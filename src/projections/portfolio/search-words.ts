import { inSimplified } from "../../domain/words/simplified.ts";
import { pairs } from "./pairs.ts";
import { tellingChinese, tellingLatin } from "./telling-words.ts";

/**
 * Text as the index holds it: runs of Chinese (and kana, hangul) become overlapping pairs and a last single
 * character, everything else stays words. "智能審批 AI" → "智能 能审 审批 批 AI": in simplified characters, so that
 * whoever writes in either finds both.
 */
export function indexed(text: string): string {
  return comparable(text).replace(ideographs, (run) => ` ${[...pairs(run), lastCharacter(run)].join(" ")} `);
}

/**
 * What a person typed as an FTS5 query: every word must occur, Latin ones as the beginning of a word, Chinese runs
 * as they stand. Null where nothing is left to search for.
 */
export function searchQuery(typed: string): string | null {
  const terms = [...comparable(typed).slice(0, mostCharacters).matchAll(word)].map(([run]) => term(run));
  return terms.length === 0 ? null : terms.slice(0, mostTerms).join(" AND ");
}

/** Any of the words instead of all: for "similar" rather than "matching". */
export function anyOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.map(term).join(" OR ");
}

/** In small letters, as they stand in a text. */
export const wordsOf = (text: string): readonly string[] =>
  [...comparable(text).toLowerCase().matchAll(word)].map(([run]) => run);

/** Words a text is compared by, Latin ones by their stems; at most `most`, first come. */
export function keyWords(text: string, most: number): string[] {
  const words = [...comparable(text).matchAll(word)].flatMap(([run]) =>
    isIdeographic(run) ? tellingChinese(run) : (tellingLatin(run.toLowerCase()) ?? []),
  );
  return [...new Set(words)].slice(0, most);
}

const comparable = (text: string): string => inSimplified(text.normalize("NFKC"));

const ideograph = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
const ideographs = new RegExp(`[${ideograph}]+`, "gu");
const word = new RegExp(`[${ideograph}]+|[[\\p{L}\\p{N}\\p{M}]--[${ideograph}]]+`, "gv");
const mostCharacters = 200;
const mostTerms = 12;

const isIdeographic = (run: string): boolean => new RegExp(`^[${ideograph}]`, "u").test(run);

/** One character is the beginning of a pair; several are their pairs side by side. */
function term(run: string): string {
  if (!isIdeographic(run)) return `"${run}"*`;
  const sideBySide = pairs(run);
  return sideBySide.length === 0 ? `"${run}"*` : `"${sideBySide.join(" ")}"`;
}

const lastCharacter = (run: string): string => Array.from(run).at(-1) ?? "";
