import type { Policy } from "../../domain/policy/policy.ts";
import { rowsOf } from "../../domain/safeguards/answers.ts";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import type { SafeguardQuestion } from "../../domain/safeguards/question.ts";
import type { Safeguard, SafeguardAnswers } from "../../domain/technology/state/safeguards.ts";

/** Digests of everything that somebody wrote in one statement and about it. */
export const textsOf = (
  kind: SafeguardKind,
  policy: Policy,
  { answers, review, reopened, dropped }: Safeguard,
): readonly (string | null)[] => [
  ...textsIn(kind.questions(policy), answers),
  review?.text ?? null,
  reopened?.text ?? null,
  dropped?.text ?? null,
];

function textsIn(questions: readonly SafeguardQuestion[], answers: SafeguardAnswers): readonly string[] {
  return questions.flatMap((question) => {
    if (question.type === "rows") return rowsOf(answers, question.key).flatMap((row) => textsIn(question.of, row));
    const answer = answers[question.key];
    return question.type === "text" && typeof answer === "string" ? [answer] : [];
  });
}
