import type { SafeguardAnswers } from "../technology/state/safeguards.ts";
import { rowsOf } from "./answers.ts";
import type { SafeguardQuestion } from "./question.ts";

/** Addresses of technologies as answers name them, whether there are such or not. */
export function technologiesNamed(
  questions: readonly SafeguardQuestion[],
  answers: SafeguardAnswers,
): readonly string[] {
  return questions.flatMap((question) => {
    if (question.type === "rows")
      return rowsOf(answers, question.key).flatMap((row) => technologiesNamed(question.of, row));
    const answer = answers[question.key];
    return question.type === "technology" && typeof answer === "string" ? [answer] : [];
  });
}
