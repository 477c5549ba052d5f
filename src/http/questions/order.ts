import { isOpenQuestion } from "../../domain/technology/state/questions.ts";
import type { Question, QuestionsSlice } from "../../domain/technology/state/questions.ts";

/** Open ones first, the oldest on top; then the settled ones, newest first. */
export const inOrder = ({ questions }: QuestionsSlice): readonly Question[] => [
  ...questions.filter(isOpenQuestion),
  ...questions.filter((question) => !isOpenQuestion(question)).toReversed(),
];
