import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { questionPages, questionSchema, whoTakesPart } from "./questions.ts";
import { questionsFile } from "./questions-file.ts";
import { answerPages, replySchema, settlingPages } from "./replies.ts";

/** What people ask each other about a technology or its gate: asked, answered, settled. */
export const questionsRoom = {
  name: "questions",
  page: "questions",
  routes,
  kind: "questions",
  events: {
    QuestionAsked: {
      tell: ({ t }, { question, about, to }) => ({
        values: { question, side: t(`questions:side.${to}`), gate: about === null ? "" : t(`words:gate.${about}`) },
        ...(about !== null && { variant: "QuestionAsked_atGate" }),
      }),
    },
    QuestionAnswered: { tell: (_, { question }) => ({ values: { question } }) },
    QuestionSettled: { tell: (_, { question }) => ({ values: { question } }) },
  },
  acts: {
    AskQuestion: { at: "questions", from: ["technology", "pilot"] },
    AnswerQuestion: { at: "questions" },
    SettleQuestion: { at: "questions" },
  },
  work: {
    "answer-question": { group: "own", href: (item) => underTechnology(item, `questions#${item.subject ?? ""}`) },
    "settle-question": { group: "own", href: (item) => underTechnology(item, `questions#${item.subject ?? ""}`) },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const questions = questionPages(deps);
  get("/technologies/:slug/questions", anyRole, questions.show);
  listRoutes(all, "/technologies/:slug/questions", anyRole, (req, res) => questionsFile(deps.services, req, res));
  post("/technologies/:slug/questions", requireRole(...whoTakesPart), questionSchema, questions.submit, {
    on: "/technologies/:slug/questions",
  });
  const replies = { answer: answerPages(deps), settling: settlingPages(deps) };
  for (const [place, reply] of Object.entries(replies)) {
    get(`/technologies/:slug/questions/:question/${place}`, requireRole(...whoTakesPart), reply.show);
    post(`/technologies/:slug/questions/:question/${place}`, requireRole(...whoTakesPart), replySchema, reply.submit);
  }
}
