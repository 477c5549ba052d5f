import { keyOf } from "../../authority/identities.ts";

/** Enough of a password to be one, once the words that anybody would try first are taken out of it. */
const restEnough = 6;

/** The words that whoever knows this person would try first: parts of the name and of the e-mail, and the house's own. */
export function ownWords(owner: { readonly name: string; readonly email: string }, house: readonly string[]): string[] {
  const [local = "", domain = ""] = keyOf(owner.email).split("@");
  // The end of a domain is no word of anybody's.
  const labels = domain.split(".").slice(0, -1);
  const all = [keyOf(owner.name), local, ...labels, ...house.map(keyOf)];
  const parts = all.flatMap((text) => [...text.split(/[^\p{L}\p{N}]+/u), ...text.split(/[^\p{L}]+/u)]);
  return [...new Set(parts)].filter(isWord).sort((a, b) => b.length - a.length);
}

/** Two Chinese characters are a name; two letters stand in half of all words. */
function isWord(text: string): boolean {
  return Array.from(text).length >= (/\p{Script=Han}/u.test(text) ? 2 : 3);
}

/**
 * The own word that a password is little more than, or null: doubled, joined with others, written backwards or with
 * figures for letters, with years, digits and signs around it.
 */
export function restsOn(password: string, words: readonly string[]): string | null {
  let rest = keyOf(password).replaceAll(/[\s._-]/g, "");
  let [ownWord, taken] = [null as string | null, 0];
  for (const word of words) {
    rest = rest.replaceAll(inAnySpelling(word), (match) => {
      ownWord ??= word;
      taken += match.length;
      return "\0";
    });
  }
  const letters = rest.replaceAll(/[^\p{L}]/gu, "");
  return taken > letters.length && new Set(letters).size < restEnough ? ownWord : null;
}

const spellings: Readonly<Record<string, string>> = {
  a: "a4@",
  b: "b8",
  e: "e3",
  g: "g9",
  i: "i1!|",
  l: "l1|",
  o: "o0",
  s: "s5$",
  t: "t7+",
  z: "z2",
};

function inAnySpelling(word: string): RegExp {
  const letters = Array.from(word, (letter) => `[${spellings[letter] ?? letter}]`);
  return new RegExp(`${letters.join("")}|${letters.toReversed().join("")}`, "gu");
}
