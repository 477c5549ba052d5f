import { describe, expect, it } from "vitest";
import { readTexts } from "../../../src/http/view/texts.ts";
import type { Texts } from "../../../src/http/view/texts.ts";
import { localesDir } from "./support.ts";

function flatten(texts: Texts, prefix: string): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]): [string, string][] =>
    typeof text === "string" ? [[prefix + name, text]] : flatten(text, `${prefix}${name}.`),
  );
}

const english = new Map(
  Object.entries(readTexts(localesDir).en ?? {}).flatMap(([room, texts]) => flatten(texts, `${room}:`)),
);
const form = /_(one|other)$/;

/** A value and the word behind it that may be a noun in the plural. */
const countedNoun = /\{\{(\w+)\}\} (?:(?:more|new|other|planned|measured|10-second) )*([a-z]+s|people)\b/g;
/** Words in -s that are no plural. */
const notCounted = new Set(["is", "was", "has", "lies", "takes", "holds", "s", "ms", "as", "across", "less", "this"]);

/** Values that are names or sentences: what follows is a verb. */
const named =
  "name waiver evidence tier indicator key measure group condition gate last tool confidence unreliable column row quality " +
  "floor";
/** Figures with decimals, and numbers that the policy, a limit or a sentence of its own for one keeps above one: a word about them needs no singular. */
const neverOne =
  "throughput passed missed judged score factor idle hours sole days mostDays shortest longest after spread shownBy " +
  "least most maximum minimum files rows pilots runs values length to number of looks at seconds figure bytes samples draws times";
const excused = new Set([named, neverOne].join(" ").split(" "));
const counts = (value: string, noun: string): boolean =>
  !notCounted.has(noun) && (value === "count" || !excused.has(value));

describe("an English text that counts", () => {
  it("has a form for one and a form for more", () => {
    const lonely = [...english.keys()].filter((key) => {
      const [, which] = form.exec(key) ?? [];
      return which !== undefined && !english.has(key.replace(form, which === "one" ? "_other" : "_one"));
    });
    expect(lonely).toEqual([]);
  });

  it("counts nothing in the plural where only one sentence stands for all numbers", () => {
    const counted = [...english]
      .filter(([key]) => !form.test(key) && key !== "methods:problem.length")
      .flatMap(([key, text]) =>
        [...text.matchAll(countedNoun)]
          .filter(([, value = "", noun = ""]) => counts(value, noun))
          .map(([words]) => `${key}: ${words}`),
      );
    expect(counted).toEqual([]);
  });

  it("says are, were or have only of a number that has forms", () => {
    const verbs = [...english]
      .filter(
        ([key, text]) =>
          !form.test(key) && /\{\{(?!language|condition|bytes|rows|most)\w+\}\} (?:are|were|have)\b/.test(text),
      )
      .map(([key, text]) => `${key}: ${text}`);
    expect(verbs).toEqual([]);
  });

  it("says one thing of one: no plural noun follows the number there", () => {
    const plural = [...english]
      .filter(([key]) => key.endsWith("_one"))
      .flatMap(([key, text]) =>
        [...text.matchAll(countedNoun)]
          .filter(([, value, noun = ""]) => value === "count" && counts(value, noun))
          .map(([words]) => `${key}: ${words}`),
      );
    expect(plural).toEqual([]);
  });
});
