import { describe, expect, it } from "vitest";
import { asked, digestOfAnswers, unanswered, withoutInapplicable } from "../../../src/domain/safeguards/answers.ts";
import type { SafeguardQuestion } from "../../../src/domain/safeguards/question.ts";

const questions: readonly SafeguardQuestion[] = [
  { key: "decides", type: "choice", options: ["yes", "no"] },
  { key: "how", type: "choice", options: ["alone", "with"], when: [{ question: "decides", is: ["yes"] }] },
  { key: "review", type: "text", when: [{ question: "how", is: ["alone"] }] },
  { key: "kinds", type: "choices", options: ["a", "b"] },
  { key: "onB", type: "number", when: [{ question: "kinds", is: ["b"] }] },
  { key: "deep", type: "text", from: "III" },
  { key: "note", type: "text", optional: true },
  {
    key: "sets",
    type: "rows",
    most: 3,
    of: [
      { key: "name", type: "label" },
      { key: "abroad", type: "choice", options: ["yes", "no"] },
      { key: "where", type: "label", when: [{ question: "abroad", is: ["yes"] }] },
    ],
  },
];

const keys = (list: readonly SafeguardQuestion[]) => list.map(({ key }) => key);

describe("the questions that are asked", () => {
  it("follow from the answers before and from the tier", () => {
    expect(keys(asked(questions, {}, "I"))).toEqual(["decides", "kinds", "note", "sets"]);
    expect(keys(asked(questions, { decides: "yes", how: "alone", kinds: ["a", "b"] }, "III"))).toEqual([
      ...["decides", "how", "review", "kinds", "onB", "deep", "note", "sets"],
    ]);
  });

  it("count as open until answered, also in rows; what may stay empty does not count", () => {
    const answers = { decides: "no", kinds: ["a"], sets: [{ name: "register", abroad: "yes" }, { abroad: "no" }] };
    expect(unanswered(questions, answers, "I")).toEqual(["sets.0.where", "sets.1.name"]);
    expect(unanswered(questions, answers, "III")).toEqual(["deep", "sets.0.where", "sets.1.name"]);
    expect(unanswered(questions, {}, "I")).toEqual(["decides", "kinds", "sets"]);
  });
});

describe("answers that no longer apply", () => {
  it("are dropped with whatever hung on them, and named", () => {
    const given = { decides: "no", how: "alone", review: "d".repeat(64), kinds: ["a"], onB: 4 };
    expect(withoutInapplicable(questions, given)).toEqual({
      answers: { decides: "no", kinds: ["a"] },
      cleared: ["how", "onB", "review"],
    });
  });

  it("are dropped in their row alone", () => {
    const given = {
      sets: [
        { name: "one", abroad: "no", where: "there" },
        { name: "two", abroad: "yes", where: "there" },
      ],
    };
    expect(withoutInapplicable(questions, given)).toEqual({
      answers: {
        sets: [
          { name: "one", abroad: "no" },
          { name: "two", abroad: "yes", where: "there" },
        ],
      },
      cleared: ["sets.0.where"],
    });
  });

  it("stay where only the tier does not ask for them: the tier may change back", () => {
    const given = { deep: "d".repeat(64) };
    expect(withoutInapplicable(questions, given)).toEqual({ answers: given, cleared: [] });
  });

  it("are what an acceptance does not bind to: the digest is of kind and answers, in no order of their own", () => {
    expect(digestOfAnswers("k", { a: "1", b: "2" })).toBe(digestOfAnswers("k", { b: "2", a: "1" }));
    expect(digestOfAnswers("k", { a: "1" })).not.toBe(digestOfAnswers("l", { a: "1" }));
    expect(digestOfAnswers("k", { a: "1" })).not.toBe(digestOfAnswers("k", { a: 1 }));
  });
});
