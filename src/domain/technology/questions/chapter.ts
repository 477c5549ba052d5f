import type { Act } from "../manifest/act.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { openQuestions } from "../state/questions.ts";
import type { Question, QuestionsCommand, QuestionsEvent } from "../state/questions.ts";
import { isEnd, stages } from "../state/stage.ts";
import type { Technology } from "../state/technology.ts";
import { questionPayloads } from "./payloads.ts";
import { answerQuestion, askQuestion, settleQuestion } from "./questions.ts";
import { maySettle, speaksFor } from "./sides.ts";
import { toDo } from "./work.ts";

const whoTakesPart: Act<"AskQuestion">["roles"] = ["planner", "evaluator", "approver"];

/** What people ask each other about a technology or its gate: asked, answered, settled. It binds nobody and bars nothing. */
export const questions = {
  acts: {
    AskQuestion: {
      roles: whoTakesPart,
      stages: stages.filter((stage) => !isEnd(stage)),
      decide: askQuestion,
    },
    AnswerQuestion: {
      roles: whoTakesPart,
      stages,
      program: "answer",
      offered: (t, f) => openQuestions(t).some(({ to }) => speaksFor(to, t, f.actor.id, f)),
      decide: answerQuestion,
    },
    SettleQuestion: {
      roles: whoTakesPart,
      stages,
      offered: (t, f) => openQuestions(t).some((question) => maySettle(question, t, f.actor.id, f)),
      decide: settleQuestion,
    },
  },
  facts: {
    QuestionAsked: {
      schema: 1,
      payload: questionPayloads.QuestionAsked,
      enteredBy: ["AskQuestion"],
      apply: (t, asked, { actor: by, role, time: at }) => ({
        ...t,
        questions: [...t.questions, { ...asked, by, role, at, answers: [], settled: null }],
      }),
    },
    QuestionAnswered: {
      schema: 1,
      payload: questionPayloads.QuestionAnswered,
      enteredBy: ["AnswerQuestion"],
      apply: (t, { question, text }, { actor: by, role, time: at }) =>
        onQuestion(t, question, (asked) => ({ ...asked, answers: [...asked.answers, { text, by, role, at }] })),
    },
    QuestionSettled: {
      schema: 1,
      payload: questionPayloads.QuestionSettled,
      enteredBy: ["SettleQuestion"],
      apply: (t, { question, text }, { actor: by, role, time: at }) =>
        onQuestion(t, question, (asked) => ({ ...asked, settled: { text, by, role, at } })),
    },
  },
  texts: {
    // Whoever asked reads what they were told; whoever answered, what it was about.
    ofPerson: (t, person) =>
      t.questions
        .filter(({ by, answers }) => by === person || answers.some((answer) => answer.by === person))
        .flatMap(({ text, answers, settled }) => [
          text,
          ...answers.map((answer) => answer.text),
          settled?.text ?? null,
        ]),
  },
  work: [{ at: 35, items: toDo }],
} satisfies Chapter<QuestionsCommand, QuestionsEvent>;

function onQuestion(t: Technology, which: string, change: (asked: Question) => Question): Technology {
  const at = t.questions.findLastIndex(({ question }) => question === which);
  const asked = t.questions[at];
  return asked === undefined ? t : { ...t, questions: t.questions.with(at, change(asked)) };
}
