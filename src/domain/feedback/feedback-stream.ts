import type { Envelope, Stream } from "../stream.ts";
import { decideMessage } from "./decide-message.ts";
import type { FeedbackFacts } from "./decide-message.ts";
import { evolveMessage } from "./evolve-message.ts";
import type { FeedbackCommand, FeedbackEvent, Message } from "./message.ts";
import { feedbackPayloads } from "./payloads.ts";
import { feedbackOf, feedbackPrefix, feedbackStream } from "./streams.ts";

/** What people write about technologies in use: a stream a message, so that many of them leave each one short. */
export const feedback: Stream<FeedbackEvent & Envelope, Message | null, FeedbackCommand, FeedbackFacts> = {
  prefix: feedbackPrefix,
  nameOf: feedbackStream,
  idOf: feedbackOf,
  events: {
    FeedbackReceived: { schema: 1, payload: feedbackPayloads.FeedbackReceived },
    FeedbackQuestioned: { schema: 1, payload: feedbackPayloads.FeedbackQuestioned },
    FeedbackReplied: { schema: 1, payload: feedbackPayloads.FeedbackReplied },
    FeedbackExtended: { schema: 1, payload: feedbackPayloads.FeedbackExtended },
    FeedbackAnswered: { schema: 1, payload: feedbackPayloads.FeedbackAnswered },
    FeedbackReopened: { schema: 1, payload: feedbackPayloads.FeedbackReopened },
    FeedbackRated: { schema: 1, payload: feedbackPayloads.FeedbackRated },
    FeedbackCalledBack: { schema: 1, payload: feedbackPayloads.FeedbackCalledBack },
    FeedbackTextErased: { schema: 1, payload: feedbackPayloads.FeedbackTextErased },
  },
  initial: null,
  evolve: evolveMessage,
  decide: decideMessage,
  rolesToEnter: ({ type }) => roles[type] ?? null,
};

const staff = ["planner", "evaluator"];
/** The writer is no account: whoever shows the receipt code. */
const both = new Set(["public", ...staff]);

const roles: { readonly [type: string]: ReadonlySet<string> } = {
  FeedbackReceived: both,
  FeedbackQuestioned: new Set(staff),
  FeedbackReplied: both,
  FeedbackExtended: new Set(staff),
  FeedbackAnswered: new Set(staff),
  FeedbackReopened: both,
  FeedbackRated: new Set(["public"]),
  FeedbackCalledBack: new Set(staff),
  FeedbackTextErased: new Set(["administrator"]),
};
