import type { FeedbackSeverity } from "../policy/safeguards/feedback.ts";
import type { Day, Instant, PersonId, TextRef } from "../words/text.ts";
import type { AnswerDue } from "./answer-term.ts";

/** How a message came: by the public's own page, or typed in by staff. */
export const feedbackChannels = ["page", "phone", "counter", "letter"] as const;
export type FeedbackChannel = (typeof feedbackChannels)[number];

/** A thing that this house cannot do anything about is answered too, with the reason. */
export const feedbackOutcomes = ["answered", "out-of-scope"] as const;
export type FeedbackOutcome = (typeof feedbackOutcomes)[number];

/** What is written about a technology in use, one stream a message. */
export type FeedbackEvent =
  | FeedbackEntry<"FeedbackReceived", Received & { readonly days: number; readonly due: AnswerDue }>
  /** `stops`: whether the clock stands until the reply; `until`: at most to this day, included. */
  | FeedbackEntry<
      "FeedbackQuestioned",
      {
        readonly text: TextRef;
        readonly on: Day;
        readonly stops: boolean;
        readonly until: Day;
        /** As it is where no reply comes. */
        readonly due: AnswerDue;
      }
    >
  | FeedbackEntry<"FeedbackReplied", { readonly text: TextRef; readonly on: Day; readonly due: AnswerDue }>
  | FeedbackEntry<"FeedbackExtended", { readonly days: number; readonly text: TextRef; readonly due: AnswerDue }>
  | FeedbackEntry<
      "FeedbackAnswered",
      {
        readonly text: TextRef;
        readonly outcome: FeedbackOutcome;
        readonly on: Day;
        /** Working days that it took, without those on which the writer was waited for. */
        readonly workingDays: number;
      }
    >
  /** The writer says that the answer is none: it is owed anew, within its first term. */
  | FeedbackEntry<"FeedbackReopened", { readonly text: TextRef; readonly on: Day; readonly due: AnswerDue }>
  /** `callBack`: the last day on which the writer is called; null: the rating asks for no call. */
  | FeedbackEntry<"FeedbackRated", { readonly rating: number; readonly callBack: Day | null }>
  | FeedbackEntry<"FeedbackCalledBack", { readonly text: TextRef; readonly reached: boolean; readonly on: Day }>
  | FeedbackEntry<"FeedbackTextErased", { readonly digest: string; readonly ground: TextRef }>;

interface FeedbackEntry<T extends string, P extends object> {
  readonly type: T;
  readonly schema: 1;
  readonly payload: P;
}

interface Received {
  /** Its id. */
  readonly technology: string;
  /** A key of the policy's list. */
  readonly category: string;
  readonly severity: FeedbackSeverity;
  /** As the technology's form calls it; null: not said. */
  readonly place: string | null;
  readonly group: string | null;
  readonly channel: FeedbackChannel;
  /** The day it came, which is not always that of the entry. */
  readonly receivedOn: Day;
  readonly text: TextRef;
}

export type FeedbackCommand =
  | ({ readonly type: "ReceiveFeedback" } & Received)
  | { readonly type: "AskWriter"; readonly text: TextRef }
  | { readonly type: "ReplyFeedback"; readonly text: TextRef }
  | { readonly type: "ExtendFeedback"; readonly text: TextRef }
  | { readonly type: "AnswerFeedback"; readonly text: TextRef; readonly outcome: FeedbackOutcome }
  | { readonly type: "ReopenFeedback"; readonly text: TextRef }
  | { readonly type: "RateFeedback"; readonly rating: number }
  | { readonly type: "CallBack"; readonly text: TextRef; readonly reached: boolean }
  | { readonly type: "EraseFeedbackText"; readonly digest: string; readonly ground: TextRef };

interface Made {
  readonly at: Instant;
  /** "public" for the writer. */
  readonly by: PersonId;
}

/** A question back to the writer. */
export interface Asked extends Made {
  readonly text: TextRef;
  readonly on: Day;
  readonly stops: boolean;
  readonly until: Day;
  /** Before the first answer 0, after it was reopened 1. */
  readonly round: number;
  readonly reply: (Made & { readonly text: TextRef; readonly on: Day }) | null;
}

interface Answer extends Made {
  readonly text: TextRef;
  readonly outcome: FeedbackOutcome;
  readonly on: Day;
  readonly workingDays: number;
}

/** One message, folded from its stream. */
export interface Message extends Received {
  readonly received: Made & { readonly position: number };
  /** Working days of its term, as the policy had them when it came. */
  readonly days: number;
  /** Of the open term; the last one's once it is answered. */
  readonly due: AnswerDue;
  readonly questions: readonly Asked[];
  readonly extension: (Made & { readonly days: number; readonly text: TextRef; readonly round: number }) | null;
  /** Two at most: the second after it was reopened. */
  readonly answers: readonly Answer[];
  readonly reopened: (Made & { readonly text: TextRef; readonly on: Day }) | null;
  readonly rating: (Made & { readonly rating: number }) | null;
  readonly callBack: {
    readonly due: Day;
    readonly done: (Made & { readonly text: TextRef; readonly reached: boolean; readonly on: Day }) | null;
  } | null;
  /** Every digest of a text that it ever named. */
  readonly texts: readonly string[];
  readonly erased: readonly string[];
}

/** Reopened, it is open until the second answer. */
export const isOpenMessage = ({ answers, reopened }: Pick<Message, "answers" | "reopened">): boolean =>
  answers.length < (reopened === null ? 1 : 2);

/** The question that has no reply; none where the last one has. */
export function openQuestion({ questions }: Pick<Message, "questions">): Asked | null {
  const last = questions.at(-1);
  return last === undefined || last.reply !== null ? null : last;
}

/** How the writer and the house see it on a day. */
export type MessageStanding = "open" | "waiting" | "overdue" | "very-overdue" | "answered";

interface Owed {
  readonly open: boolean;
  readonly due: Pick<AnswerDue, "on" | "very">;
  /** The last day on which the writer is waited for; null: nobody is. */
  readonly waitsUntil: Day | null;
}

/** Late only when the day is over; waiting is who was asked and has not been waited for long enough. */
export function standingOn({ open, due, waitsUntil }: Owed, today: Day): MessageStanding {
  if (!open) return "answered";
  if (today > due.very) return "very-overdue";
  if (today > due.on) return "overdue";
  return waitsUntil !== null && today <= waitsUntil ? "waiting" : "open";
}

export function standingOfMessage(message: Message, today: Day): MessageStanding {
  const question = openQuestion(message);
  const waitsUntil = question?.stops === true ? question.until : null;
  return standingOn({ open: isOpenMessage(message), due: message.due, waitsUntil }, today);
}
