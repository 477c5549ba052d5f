import { day, integer, list, nullable, object, text, truth } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { FeedbackChapterEvent, FeedbackTurn } from "../state/feedback.ts";

export const feedbackChapterPayloads: Payloads<FeedbackChapterEvent> = {
  FeedbackFormSet: object({ open: truth, places: list(text), groups: list(text) }),
  FeedbackNoted: object({
    answerDue: nullable(day),
    answerVery: nullable(day),
    callBackDue: nullable(day),
    turns: list(
      object<FeedbackTurn>({
        place: nullable(text),
        group: nullable(text),
        before: integer,
        recent: integer,
        until: day,
      }),
    ),
  }),
};
