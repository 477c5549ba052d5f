import type { Database } from "better-sqlite3";

/** Shorter words are a letter away from too many others to guess which was meant. */
const leastLetters = 5;
const latin = /^[a-z]+$/;
const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * A Latin word that stands in nothing, as one letter more, less, other or two changed over would make it a word that
 * does; null where no such word is there. Each of the few hundred is a seek in the index: nothing is walked, however many
 * technologies there are.
 *
 * @param within the columns that may be looked into
 */
export function respeller(db: Database, index = "search"): (word: string, within: string) => string | null {
  const stands = db.prepare<[string], number>(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT 1`).pluck();
  return (typed, within) => {
    const word = typed.toLowerCase();
    if (word.length < leastLetters || word.length > 40 || !latin.test(word)) return null;
    for (const other of oneEditFrom(word)) if (stands.get(`${within}"${other}"*`) !== undefined) return other;
    return null;
  };
}

/** The likelier slips first: two letters changed over, one too many, another one, one too few. */
function* oneEditFrom(word: string): Generator<string> {
  const at = Array.from(word, (_, i) => i);
  for (const i of at.slice(1)) yield word.slice(0, i - 1) + word.charAt(i) + word.charAt(i - 1) + word.slice(i + 1);
  for (const i of at) yield word.slice(0, i) + word.slice(i + 1);
  for (const i of at) for (const c of letters) if (c !== word[i]) yield word.slice(0, i) + c + word.slice(i + 1);
  for (const i of [...at, word.length]) for (const c of letters) yield word.slice(0, i) + c + word.slice(i);
}
