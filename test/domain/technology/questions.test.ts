import { describe, expect, it } from "vitest";
import { questions as chapter } from "../../../src/domain/technology/questions/chapter.ts";
import { mostOpen } from "../../../src/domain/technology/questions/questions.ts";
import { toDo } from "../../../src/domain/technology/questions/work.ts";
import type { Side } from "../../../src/domain/technology/state/questions.ts";
import type { Gate } from "../../../src/domain/policy/policy.ts";
import type { Happened } from "../../support/technology.ts";
import {
  by,
  declared,
  given,
  happened,
  noText,
  proposed,
  stateAfter,
  submitted,
  text,
} from "../../support/technology.ts";

const ask = (over: { to?: Side; about?: Gate | null; words?: string } = {}) =>
  ({
    type: "AskQuestion",
    to: over.to ?? "proposers",
    about: over.about ?? null,
    text: text(over.words ?? "who answers at night"),
  }) as const;
const answer = (question = "q1") => ({ type: "AnswerQuestion", question, text: text("the district's desk") }) as const;
const settle = (question = "q1") => ({ type: "SettleQuestion", question, text: text("that is enough") }) as const;

const asked = (to: Side = "proposers", actor = "ada", n = 1): Happened =>
  happened("QuestionAsked", { question: `q${n}`, about: null, to, text: text(`question ${n}`) }, actor, n);
const answered = (actor = "pia", n = 2): Happened =>
  happened("QuestionAnswered", { question: "q1", text: text("the district's desk") }, actor, n);
const settled = (actor = "ada", n = 3): Happened =>
  happened("QuestionSettled", { question: "q1", text: text("that is enough") }, actor, n);

const answeredTo = (question = "q1") =>
  ({ type: "QuestionAnswered", payload: { question, text: text("the district's desk") } }) as const;
const settledBy = () =>
  ({ type: "QuestionSettled", payload: { question: "q1", text: text("that is enough") } }) as const;

describe("asking", () => {
  it("numbers the questions of a technology", () => {
    given(...proposed(), asked())
      .when(ask({ about: "admission" }), by("eva", 2))
      .then({
        type: "QuestionAsked",
        payload: { question: "q2", about: "admission", to: "proposers", text: text("who answers at night") },
      });
  });

  it("makes nobody an author and keeps nobody from deciding", () => {
    const t = stateAfter(...proposed(), asked("proposers", "ada"));
    expect(t.authors).not.toContain("ada");
    expect(t.judges).not.toContain("ada");
  });

  it("is for those who take part, in words, to a side that is there, about the gate ahead", () => {
    given(...proposed())
      .when(ask(), by("otto", 1))
      .thenRefused("RoleMissing");
    given(...proposed())
      .when({ ...ask(), text: noText }, by("ada", 1))
      .thenRefused("TextMissing@text");
    given(...proposed())
      .when(ask({ to: "evaluators" }), by("ada", 1))
      .thenRefused("NobodyToAnswer@to");
    given(...proposed())
      .when(ask({ to: "nobody" as Side }), by("ada", 1))
      .thenRefused("SideUnknown@to");
    given(...proposed())
      .when(ask({ about: "rollout" }), by("ada", 1))
      .thenRefused("QuestionGateNotAhead@about");
  });

  it("ends where more are open than anybody answers, until one is settled", () => {
    const many = Array.from({ length: mostOpen }, (_, at) => asked("proposers", "ada", at + 1));
    given(...proposed(), ...many)
      .when(ask(), by("ada", 60))
      .thenRefused("QuestionsTooMany");
    expect(stateAfter(...proposed(), ...many, settled("ada", 60)).questions).toHaveLength(mostOpen);
    given(...proposed(), ...many, settled("ada", 60))
      .when(ask(), by("ada", 61))
      .then({
        type: "QuestionAsked",
        payload: { question: "q51", about: null, to: "proposers", text: text("who answers at night") },
      });
  });
});

describe("answering", () => {
  it("is for the side that was asked", () => {
    given(...proposed(), asked())
      .when(answer(), by("pia", 2))
      .then(answeredTo());
    given(...proposed(), asked())
      .when(answer(), by("pete", 2))
      .thenRefused("NotAsked");
    given(...proposed(), asked("approvers", "pia"))
      .when(answer(), by("pia", 2))
      .thenRefused("NotAsked");
    given(...proposed(), asked("approvers", "pia"))
      .when(answer(), by("ada", 2))
      .then(answeredTo());
    given(...submitted(), asked("evaluators", "pia", 40))
      .when(answer("q40"), by("eva", 41))
      .then(answeredTo("q40"));
    given(...declared(), asked("evaluators", "pia", 40))
      .when(answer("q40"), by("pia", 41))
      .thenRefused("NotAsked");
  });

  it("may happen again until the question is settled, and needs one", () => {
    expect(stateAfter(...proposed(), asked(), answered(), answered("pia", 3)).questions[0]?.answers).toHaveLength(2);
    given(...proposed(), asked(), answered(), settled())
      .when(answer(), by("pia", 4))
      .thenRefused("QuestionSettledAlready");
    given(...proposed())
      .when(answer("q9"), by("pia", 1))
      .thenRefused("QuestionUnknown");
  });
});

describe("settling", () => {
  it("is for whoever asked, and for those who decide", () => {
    given(...proposed(), asked("proposers", "eva"), answered())
      .when(settle(), by("eva", 3))
      .then(settledBy());
    given(...proposed(), asked("proposers", "eva"))
      .when(settle(), by("ada", 3))
      .then(settledBy());
    given(...proposed(), asked("proposers", "eva"), answered())
      .when(settle(), by("pia", 3))
      .thenRefused("NotYourQuestion");
    given(...proposed(), asked(), settled())
      .when(settle(), by("ada", 4))
      .thenRefused("QuestionSettledAlready");
  });
});

describe("what waits", () => {
  it("is an answer by whoever was asked, then whoever asked, then nobody", () => {
    const waiting = (...story: readonly Happened[]) =>
      toDo(stateAfter(...proposed(), ...story)).map(({ kind, person, role }) => [kind, person ?? role]);
    expect(waiting(asked())).toEqual([["answer-question", "pia"]]);
    expect(waiting(asked("approvers", "pia"))).toEqual([["answer-question", "approver"]]);
    expect(waiting(asked(), answered())).toEqual([["settle-question", "ada"]]);
    expect(waiting(asked(), answered(), settled())).toEqual([]);
  });

  it("waits for every evaluator of the round", () => {
    const t = stateAfter(...submitted(), asked("evaluators", "pia", 40));
    expect(toDo(t).map(({ person }) => person)).toEqual(["eva", "emil"]);
  });
});

it("whoever asked reads what they were told, whoever answered what it was about, and nobody else by that", () => {
  const t = stateAfter(...proposed(), asked("proposers", "eva"), answered());
  const words = [text("question 1"), text("the district's desk")];
  const read = (person: string) => chapter.texts.ofPerson(t, person).filter((digest) => digest !== null);
  expect([read("eva"), read("pia"), read("emil")]).toEqual([words, words, []]);
});
