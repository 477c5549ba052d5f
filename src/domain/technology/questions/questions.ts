import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Facts } from "../state/facts.ts";
import { gateAhead } from "../state/gate-ahead.ts";
import { isOpenQuestion, openQuestions, sides } from "../state/questions.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { isThere, maySettle, speaksFor } from "./sides.ts";

/** More open ones than anybody answers; settled ones do not count. */
export const mostOpen = 50;

/** Asks those who proposed, who score or who decide; it binds nobody and bars nothing. */
export function askQuestion(t: Technology, c: CommandOf<"AskQuestion">): Decision<TechnologyEvent> {
  const { about, to, text } = c;
  const known = sides.includes(to);
  const reasons = [
    ...when(!known, "SideUnknown", "to"),
    ...when(known && !isThere(to, t), "NobodyToAnswer", "to"),
    ...when(about !== null && about !== gateAhead(t), "QuestionGateNotAhead", "about"),
    ...when(openQuestions(t).length >= mostOpen, "QuestionsTooMany", undefined, { most: mostOpen }),
    ...required(text, "text"),
  ];
  const question = `q${t.questions.length + 1}`;
  return unless(reasons, () => [{ type: "QuestionAsked", schema: 1, payload: { question, about, to, text } }]);
}

/** By one of those who were asked; there may be several answers until it is settled. */
export function answerQuestion(t: Technology, c: CommandOf<"AnswerQuestion">, f: Facts): Decision<TechnologyEvent> {
  const { question, text } = c;
  const asked = questionIn(t, question);
  const reasons = [
    ...stillOpen(t, question),
    ...when(asked !== undefined && !speaksFor(asked.to, t, f.actor.id, f), "NotAsked", undefined, {
      ...(asked && { side: asked.to }),
    }),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [{ type: "QuestionAnswered", schema: 1, payload: { question, text } }]);
}

/** Closes it with what follows from it, answered or not. */
export function settleQuestion(t: Technology, c: CommandOf<"SettleQuestion">, f: Facts): Decision<TechnologyEvent> {
  const { question, text } = c;
  const asked = questionIn(t, question);
  const reasons = [
    ...stillOpen(t, question),
    ...when(asked !== undefined && !maySettle(asked, t, f.actor.id, f), "NotYourQuestion"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => [{ type: "QuestionSettled", schema: 1, payload: { question, text } }]);
}

const questionIn = (t: Technology, question: string) => t.questions.find((asked) => asked.question === question);

function stillOpen(t: Technology, question: string) {
  const asked = questionIn(t, question);
  return [
    ...when(asked === undefined, "QuestionUnknown", undefined, { question }),
    ...when(asked !== undefined && !isOpenQuestion(asked), "QuestionSettledAlready", undefined, { question }),
  ];
}
