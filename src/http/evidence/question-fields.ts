import type { Question } from "../../evidence/question.ts";
import type { FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import type { Typed } from "../forms/typed.ts";
import { questionSentence } from "../say/open-question.ts";
import { rowOf } from "./answers.ts";

/** The fields of one list that are taken, so that two questions never share a number. */
export type Taken = Set<number>;
type Of<About extends Question["about"]> = Extract<Question, { readonly about: About }>;

/** Each question at its field, for the summary above the form. */
export function questionProblems(form: Pick<FormState, "typed">, questions: readonly Question[]): Problem[] {
  const words: Taken = new Set();
  const rows: Taken = new Set();
  return questions.map((question) => {
    const field = `answers.${fieldOf(form.typed, question, words, rows)}`;
    return { field, ...questionSentence(question) };
  });
}

function fieldOf(typed: Typed, question: Question, words: Taken, rows: Taken): string {
  switch (question.about) {
    case "values": {
      const numbers = question.words.map(({ word }) => numberOfWord(typed, question, word)(words));
      return `values.${numbers[0] ?? 0}.meaning`;
    }
    case "left-out": {
      const numbers = question.seen.map(({ text }) => numberOfRow(typed, question, text)(rows));
      return `leftOut.${numbers[0] ?? 0}.is`;
    }
    case "day-order":
      return "dayOrder";
    case "decimal-sign":
      return "decimalSign";
    case "number-or-word":
      return "numberOrWord";
    case "scale":
    case "zone":
    case "sheet":
    case "member":
    case "people":
      return question.about;
  }
}

export const numberOfWord = (typed: Typed, { column }: Of<"values">, word: string) =>
  rowOf(typed, "answers.values", { column, word });
export const numberOfRow = (typed: Typed, { heading }: Of<"left-out">, text: string) =>
  rowOf(typed, "answers.leftOut", { heading, text });
