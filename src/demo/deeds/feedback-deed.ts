import type { FeedbackChannel, FeedbackOutcome } from "../../domain/feedback/message.ts";
import type { FeedbackSeverity } from "../../domain/policy/safeguards/feedback.ts";
import type { Words } from "../words.ts";

/** What people write about a technology in use, and what they are answered; `message` is a name in the story alone. */
export type FeedbackDeed =
  | { readonly do: "set-feedback-form"; readonly places: readonly Words[]; readonly groups: readonly Words[] }
  | {
      readonly do: "hear";
      readonly message: string;
      readonly channel: FeedbackChannel;
      readonly category: string;
      readonly severity: FeedbackSeverity;
      readonly place: Words | null;
      readonly group: Words | null;
      readonly text: Words;
      readonly contact?: string;
      /** Days between its coming and its entry: a letter lies a while. */
      readonly lay?: number;
    }
  | { readonly do: "ask-writer"; readonly message: string; readonly text: Words }
  | { readonly do: "extend-answer"; readonly message: string; readonly text: Words }
  | { readonly do: "answer-message"; readonly message: string; readonly outcome: FeedbackOutcome; readonly text: Words }
  | { readonly do: "call-writer-back"; readonly message: string; readonly text: Words }
  /** By the writer. */
  | { readonly do: "rate-answer"; readonly message: string; readonly rating: number }
  | { readonly do: "reopen-message"; readonly message: string; readonly text: Words };
