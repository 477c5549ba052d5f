import { expect, test } from "vitest";
import { explained, explainedWords } from "../../../src/http/say/explained.ts";
import { realLanguages } from "../view/support.ts";

const { of } = realLanguages();

test("every word of the method that pages use among their figures is explained where they stand", () => {
  const words = explained(of("en")).words.map(({ word }) => word);
  for (const needed of [
    ...[
      "bound",
      "floor",
      "confidence",
      "review date",
      "impact tier",
      "agreement of the evaluators",
      "e-value",
      "margin",
    ],
    ...["baseline", "guard limit", "headroom"],
  ])
    expect(words).toContain(needed);
});

test("in the reader's own language, each with a sentence of its own", () => {
  for (const locale of ["en", "zh-CN"] as const) {
    const { words } = explained(of(locale));
    expect(new Set(words.map(({ meaning }) => meaning)).size).toBe(words.length);
    expect(words.every(({ word, meaning }) => !meaning.startsWith(word) && meaning.length > 8)).toBe(true);
  }
  expect(explained(of("zh-CN")).words[0]?.word).not.toBe(explained(of("en")).words[0]?.word);
});

test("the help explains each of them once", () => {
  expect(new Set(explainedWords).size).toBe(explainedWords.length);
});
