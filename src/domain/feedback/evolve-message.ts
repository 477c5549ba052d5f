import type { Envelope } from "../stream.ts";
import type { FeedbackEvent, Message } from "./message.ts";
import { roundOf } from "./message-term.ts";

/** The next state of one message; an event that cannot follow is a bug and throws. */
export function evolveMessage(state: Message | null, event: FeedbackEvent & Envelope): Message {
  const next = following(state, event);
  return "text" in event.payload ? { ...next, texts: [...next.texts, event.payload.text] } : next;
}

function following(state: Message | null, event: FeedbackEvent & Envelope): Message {
  const made = { at: event.time, by: event.actor };
  if (event.type === "FeedbackReceived")
    return { ...event.payload, received: { ...made, position: event.position }, ...nothingYet };
  if (state === null) throw new Error(`A message cannot begin with ${event.type}`);
  switch (event.type) {
    case "FeedbackQuestioned": {
      const { due, ...question } = event.payload;
      return {
        ...state,
        due,
        questions: [...state.questions, { ...question, ...made, round: roundOf(state), reply: null }],
      };
    }
    case "FeedbackReplied": {
      const { due, ...reply } = event.payload;
      const last = state.questions.length - 1;
      const questions = state.questions.map((asked, i) =>
        i === last ? { ...asked, reply: { ...reply, ...made } } : asked,
      );
      return { ...state, due, questions };
    }
    case "FeedbackExtended": {
      const { due, ...extension } = event.payload;
      return { ...state, due, extension: { ...extension, ...made, round: roundOf(state) } };
    }
    case "FeedbackAnswered":
      return { ...state, answers: [...state.answers, { ...event.payload, ...made }] };
    case "FeedbackReopened": {
      const { due, ...reopened } = event.payload;
      return { ...state, due, reopened: { ...reopened, ...made } };
    }
    case "FeedbackRated": {
      const { rating, callBack } = event.payload;
      return {
        ...state,
        rating: { rating, ...made },
        callBack: callBack === null ? null : { due: callBack, done: null },
      };
    }
    case "FeedbackCalledBack":
      return {
        ...state,
        callBack: state.callBack && { ...state.callBack, done: { ...event.payload, ...made } },
      };
    case "FeedbackTextErased":
      return { ...state, erased: [...state.erased, event.payload.digest] };
    default:
      return event satisfies never;
  }
}

const nothingYet = {
  questions: [],
  extension: null,
  answers: [],
  reopened: null,
  rating: null,
  callBack: null,
  texts: [],
  erased: [],
} as const;
