import type { WorkItem } from "../manifest/work.ts";
import { isActive } from "../state/evaluators.ts";
import { neverDeciding, proposerOf } from "../state/people.ts";
import { openQuestions } from "../state/questions.ts";
import type { Question } from "../state/questions.ts";
import type { Technology } from "../state/technology.ts";

type Item = WorkItem<"answer-question" | "settle-question">;

/** An open question waits for whoever was asked; once answered, for whoever asked. */
export const toDo = (t: Technology): readonly Item[] => openQuestions(t).flatMap((question) => waiting(t, question));

function waiting(t: Technology, { question, to, by, at, answers }: Question): readonly Item[] {
  const answer = answers.at(-1);
  if (answer !== undefined) return [{ kind: "settle-question", person: by, subject: question, since: answer.at }];
  const item = { kind: "answer-question", subject: question, since: at } as const;
  switch (to) {
    case "proposers":
      return [{ ...item, person: proposerOf(t) }];
    case "evaluators":
      return (t.evaluation?.evaluators ?? []).filter(isActive).map(({ person }) => ({ ...item, person }));
    case "approvers":
      return [{ ...item, role: "approver", excluded: neverDeciding(t) }];
  }
}
