import type { FeedbackEvent } from "../../domain/feedback/message.ts";
import type { EventWords, Payload } from "../say/telling.ts";

type Of<T extends FeedbackEvent["type"]> = Extract<FeedbackEvent, { readonly type: T }>["payload"];

const read = <T extends FeedbackEvent["type"]>(payload: Payload): Of<T> => payload as unknown as Of<T>;

/** How entries of messages are told; what was written stays where it can be erased. */
export const feedbackEvents: { readonly [T in FeedbackEvent["type"]]: EventWords<T> } = {
  FeedbackReceived: {
    tell: ({ t, format }, payload) => {
      const { channel, due } = read<"FeedbackReceived">(payload);
      return { values: { channel: t(`words:feedbackChannel.${channel}`), day: format.date(due.on) } };
    },
  },
  FeedbackQuestioned: {},
  FeedbackReplied: {
    tell: ({ format }, payload) => ({ values: { day: format.date(read<"FeedbackReplied">(payload).due.on) } }),
  },
  FeedbackExtended: {
    tell: ({ format }, payload) => ({ values: { day: format.date(read<"FeedbackExtended">(payload).due.on) } }),
  },
  FeedbackAnswered: {
    tell: (_, payload) => {
      const { outcome, workingDays } = read<"FeedbackAnswered">(payload);
      return {
        values: { count: workingDays },
        variant: outcome === "answered" ? "FeedbackAnswered" : "FeedbackAnswered_outOfScope",
      };
    },
  },
  FeedbackReopened: {
    tell: ({ format }, payload) => ({ values: { day: format.date(read<"FeedbackReopened">(payload).due.on) } }),
    mark: () => ({ glyph: "drifted", word: "reopened" }),
  },
  FeedbackRated: {
    tell: ({ format }, payload) => {
      const { rating, callBack } = read<"FeedbackRated">(payload);
      if (callBack === null) return { values: { rating }, variant: "FeedbackRated" };
      return { values: { rating, day: format.date(callBack) }, variant: "FeedbackRated_badly" };
    },
  },
  FeedbackCalledBack: {
    tell: (_, payload) => ({
      variant: read<"FeedbackCalledBack">(payload).reached ? "FeedbackCalledBack" : "FeedbackCalledBack_not",
    }),
  },
  FeedbackTextErased: {},
};
