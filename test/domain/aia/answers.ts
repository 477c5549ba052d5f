import { pointsOf } from "../../../src/domain/aia/question.ts";
import type { AiaAnswer, SurveyQuestion } from "../../../src/domain/aia/question.ts";

type Answers = { readonly [name: string]: AiaAnswer };

const each = (questions: readonly SurveyQuestion[], answer: (question: SurveyQuestion) => AiaAnswer): Answers =>
  Object.fromEntries(questions.map((question) => [question.name, answer(question)]));

const byPoints = (choices: readonly string[]): readonly string[] =>
  choices.toSorted((a, b) => pointsOf(a) - pointsOf(b));

/** Every question at its smallest choice, shown or not; of several none is ticked. */
export const least = (questions: readonly SurveyQuestion[]): Answers =>
  each(questions, ({ several, choices }) => (several ? [] : (byPoints(choices)[0] ?? "")));

/** Every question at its largest, of several all. */
export const most = (questions: readonly SurveyQuestion[]): Answers =>
  each(questions, ({ several, choices }) => (several ? choices : (byPoints(choices).at(-1) ?? "")));
