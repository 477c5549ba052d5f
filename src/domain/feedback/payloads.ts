import { feedbackSeverities } from "../policy/safeguards/feedback.ts";
import { day, digest, integer, nullable, object, oneOf, text, textRef, truth } from "../words/shape.ts";
import type { Shape } from "../words/shape.ts";
import type { AnswerDue } from "./answer-term.ts";
import { feedbackChannels, feedbackOutcomes } from "./message.ts";
import type { FeedbackEvent } from "./message.ts";

const due: Shape<AnswerDue> = object({ on: day, very: day, policy: integer });

export const feedbackPayloads: {
  readonly [T in FeedbackEvent["type"]]: Shape<Extract<FeedbackEvent, { readonly type: T }>["payload"]>;
} = {
  FeedbackReceived: object({
    technology: text,
    category: text,
    severity: oneOf(...feedbackSeverities),
    place: nullable(text),
    group: nullable(text),
    channel: oneOf(...feedbackChannels),
    receivedOn: day,
    text: textRef,
    days: integer,
    due,
  }),
  FeedbackQuestioned: object({ text: textRef, on: day, stops: truth, until: day, due }),
  FeedbackReplied: object({ text: textRef, on: day, due }),
  FeedbackExtended: object({ days: integer, text: textRef, due }),
  FeedbackAnswered: object({ text: textRef, outcome: oneOf(...feedbackOutcomes), on: day, workingDays: integer }),
  FeedbackReopened: object({ text: textRef, on: day, due }),
  FeedbackRated: object({ rating: integer, callBack: nullable(day) }),
  FeedbackCalledBack: object({ text: textRef, reached: truth, on: day }),
  FeedbackTextErased: object({ digest, ground: textRef }),
};
