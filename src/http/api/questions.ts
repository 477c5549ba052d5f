import type { Doubt } from "../../application/doubts.ts";
import type { MappingAnswers } from "../../domain/evidence/mapping.ts";
import type { Question } from "../../evidence/question.ts";
import type { Problem as ReadingProblem } from "../../evidence/refused.ts";
import { doubtSentence, questionSentence } from "../say/open-question.ts";
import type { Language } from "../view/languages.ts";

/** Something that the files leave open, for a program: in words, and which field of the request answers it how. */
export interface ApiQuestion {
  readonly about: string;
  readonly message: string;
  readonly answer: {
    /** Of the request. */
    readonly field: string;
    /** Where the answer is one of these. */
    readonly oneOf?: readonly string[];
    /** A value of the field that answers it. */
    readonly example: unknown;
  };
  /** The question itself, as far as there is more to say: words, rows, sheets, members. */
  readonly [detail: string]: unknown;
}

/** What a reading left open that may be attached as it is, too. */
export function questionsOfDoubts(language: Language, doubts: readonly Doubt[]): ApiQuestion[] {
  return doubts.map((doubt): ApiQuestion => {
    if (doubt.about === "question") return questionOf(language, doubt.question);
    const { key, params } = doubtSentence(language, doubt);
    return { ...doubt, message: language.t(key, params), answer: answerTo(doubt) };
  });
}

/** What a reader must know before it can read. */
export const questionsOfProblems = (language: Language, problems: readonly ReadingProblem[]): ApiQuestion[] =>
  problems.flatMap(({ questions = [] }) => questions.map((question) => questionOf(language, question)));

function questionOf(language: Language, question: Question): ApiQuestion {
  const { key, params } = questionSentence(question);
  return {
    ...question,
    message: language.t(key, params),
    answer: { field: "mapping", ...mappingThatAnswers(question) },
  };
}

function mappingThatAnswers(question: Question): { oneOf?: readonly string[]; example: MappingAnswers } {
  switch (question.about) {
    case "values": {
      const { meanings } = question.vocabulary;
      const words = question.words.map(({ word }) => [word, meanings[0] ?? ""]);
      const example = { values: { [question.column]: Object.fromEntries(words) as Record<string, string> } };
      return { oneOf: [...meanings, ""], example };
    }
    case "left-out":
      return { example: { leftOut: { [question.heading]: question.seen.map(({ text }) => text) } } };
    case "scale":
      return { example: { scale: question.offered[0] ?? { min: question.lowest, max: question.highest } } };
    case "day-order":
      return { oneOf: ["day-first", "month-first"], example: { dayOrder: "day-first" } };
    case "decimal-sign":
      return { oneOf: ["point", "comma"], example: { decimalSign: "comma" } };
    case "number-or-word":
      return { oneOf: ["number", "word"], example: { numberOrWord: "word" } };
    case "zone":
      return { example: { zone: "Asia/Shanghai" } };
    case "sheet":
      return oneOfThese("sheet", question.sheets);
    case "member":
      return oneOfThese("member", question.members);
    case "people":
      return { oneOf: ["same", "other"], example: { people: "other" } };
  }
}

function oneOfThese(name: "sheet" | "member", all: readonly { readonly name: string }[]) {
  const oneOf = all.map((candidate) => candidate.name);
  return { oneOf, example: { [name]: oneOf[0] ?? "" } };
}

/** Which field settles what no reader asks; "asItIs" leaves it open. */
function answerTo(doubt: Exclude<Doubt, { readonly about: "question" }>): ApiQuestion["answer"] {
  switch (doubt.about) {
    case "encoding":
      return {
        field: "mapping",
        oneOf: doubt.excerpts.map(({ encoding }) => encoding),
        example: { encoding: doubt.guess },
      };
    case "period":
      return { field: "from", example: "2026-03-01" };
    case "service":
      return doubt.alone ? { field: "service", example: doubt.named[0] ?? "" } : { field: "asItIs", example: "yes" };
    case "document":
      return { field: "kind", oneOf: ["document"], example: "document" };
    case "chosen-rows":
    case "one-answer":
    case "rows":
      return { field: "asItIs", oneOf: ["yes"], example: "yes" };
  }
}
