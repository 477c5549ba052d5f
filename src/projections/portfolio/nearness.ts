import { distance } from "fastest-levenshtein";
import { inSimplified } from "../../domain/words/simplified.ts";
import { pairs } from "./pairs.ts";
import { wordsOf } from "./search-words.ts";

/** Shorter words are a slip away from too many others. */
const [leastLatin, leastChinese] = [4, 3];
const latin = /^[\p{Script=Latin}\p{N}]/u;

/**
 * How many slips a name is away from what was typed: letters that are other, missing or too many, at most one of three
 * in a word. Null: another name.
 */
export function slipsFrom(typed: string): (name: string) => number | null {
  const wanted = wordsOf(typed).filter((word) => word.length >= (latin.test(word) ? leastLatin : leastChinese));
  return (name) => {
    if (wanted.length === 0) return null;
    const own = wordsOf(name);
    const slips = wanted.map((word) => leastSlips(word, own));
    return slips.every((count, at) => count <= (wanted[at]?.length ?? 0) / 3) ? slips.reduce((a, b) => a + b, 0) : null;
  };
}

/** Pieces of what was typed of which a name that was meant has at least one, most likely. */
export const piecesOf = (typed: string): readonly string[] =>
  wordsOf(typed).flatMap((word) => (latin.test(word) ? [word.slice(0, 3)] : pairs(word)));

function leastSlips(word: string, names: readonly string[]): number {
  if (latin.test(word)) return Math.min(word.length, ...names.map((name) => distance(word, name)));
  const runs = names.filter((name) => !latin.test(name)).map((name) => Array.from(inSimplified(name)));
  const length = Array.from(word).length;
  const parts = runs.flatMap((run) =>
    [length - 1, length, length + 1].flatMap((size) =>
      run.slice(0, Math.max(1, run.length - size + 1)).map((_, at) => run.slice(at, at + size).join("")),
    ),
  );
  return Math.min(length, ...parts.map((part) => distance(word, part)));
}
