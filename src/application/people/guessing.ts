import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { MatchExtended, ZxcvbnFactory } from "@zxcvbn-ts/core";

/** How soon a password is guessed by somebody who has the published lists and knows these words. */
export interface Guessability {
  /** It stands in a list of leaked passwords, with or without signs between its parts. */
  readonly listed: boolean;
  /** Ten to this power guesses. */
  readonly magnitude: number;
  /** The word that most of it rests on, in small letters. */
  readonly word: string | null;
  readonly repeats: boolean;
}

interface Guesser {
  readonly listed: ReadonlySet<string>;
  readonly estimator: ZxcvbnFactory;
}

/** Estimating takes time that grows faster than the password: what is not guessed within these is not guessed at all. */
const looked = 64;

/** Words of Chinese keyboards that stand in every leak there, and not in the English lists. */
const pinyin =
  "woaini mima wodemima nihao caonima zhongguo beijing shanghai aini laopo laogong 5201314 1314520 520 1314";

export async function guessability(password: string, words: readonly string[]): Promise<Guessability> {
  const { listed, estimator } = await load();
  const plain = password.toLowerCase().replaceAll(/[\s._-]/g, "");
  const { guessesLog10, sequence } = estimator.check(Array.from(password).slice(0, looked).join(""), [...words]);
  return {
    listed: listed.has(password.toLowerCase()) || listed.has(plain),
    magnitude: guessesLog10,
    word: longestWord(sequence),
    repeats: sequence.some(({ pattern }) => pattern === "repeat"),
  };
}

function longestWord(sequence: readonly MatchExtended[]): string | null {
  const matches = sequence.flatMap((match) =>
    match.pattern === "dictionary" && typeof match["matchedWord"] === "string" ? [match["matchedWord"]] : [],
  );
  return matches.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

let loaded: Promise<Guesser> | undefined;

/** At the first password that is set: lists of several megabytes have no place in a start. */
function load(): Promise<Guesser> {
  loaded ??= read().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function read(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }, popular] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    readFile(createRequire(import.meta.url).resolve("popular-passwords"), "utf8"),
  ]);
  const leaked = [...dictionary["passwords-common"], ...(JSON.parse(popular) as readonly string[])];
  return {
    listed: new Set(leaked.map((word) => word.toLowerCase())),
    estimator: new ZxcvbnFactory({
      graphs: adjacencyGraphs,
      dictionary: { ...dictionary, pinyin: pinyin.split(" ") },
      maxLength: looked,
    }),
  };
}

/** How many leaked passwords of this length or more are known here. */
export async function listedOf(least: number): Promise<number> {
  const { listed } = await load();
  return [...listed].filter((word) => Array.from(word).length >= least).length;
}
