import { wordsOf } from "../../projections/portfolio/search-words.ts";

const marks = /\p{M}/gu;
const latin = /^[\p{Script=Latin}\p{N}]/u;

/**
 * Whether a text has all that was typed, as the index of technologies would say: Latin words by their beginnings, Chinese
 * ones as they stand. For lists that are in memory.
 */
export function matcher(typed: string): (text: string) => boolean {
  const wanted = wordsOf(typed).map(plain);
  return (text) => {
    const own = wordsOf(text).map(plain);
    return wanted.length > 0 && wanted.every((word) => own.some((of) => matches(of, word)));
  };
}

const matches = (own: string, word: string): boolean => (latin.test(word) ? own.startsWith(word) : own.includes(word));

const plain = (word: string): string => word.normalize("NFD").replace(marks, "").normalize("NFC");
