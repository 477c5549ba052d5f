import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { rowsOf } from "./answers.ts";
import type { SafeguardQuestion } from "./question.ts";

/** Digests of the texts that answers hold, and the pieces of evidence that they name, in rows too. */
export interface AnswerTexts {
  readonly texts: readonly string[];
  readonly pieces: readonly string[];
}

export function textsIn(questions: readonly SafeguardQuestion[], answers: SafeguardAnswers): AnswerTexts {
  const parts = questions.flatMap((question): readonly AnswerTexts[] => {
    if (question.type === "rows") return rowsOf(answers, question.key).map((row) => textsIn(question.of, row));
    const answer = answers[question.key];
    if (question.type === "text" && typeof answer === "string") return [{ texts: [answer], pieces: [] }];
    if (question.type === "evidence" && Array.isArray(answer)) return [{ texts: [], pieces: answer.map(String) }];
    return [];
  });
  return { texts: parts.flatMap(({ texts }) => texts), pieces: parts.flatMap(({ pieces }) => pieces) };
}
