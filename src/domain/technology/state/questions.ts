import type { ActingRole } from "../../people/roles.ts";
import type { Gate } from "../../policy/policy.ts";
import type { Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type QuestionsEvent =
  | Event<
      "QuestionAsked",
      {
        /** "q1", "q2" … in the order they were asked. */
        readonly question: string;
        /** The gate ahead that it is about; null: the technology as a whole. */
        readonly about: Gate | null;
        readonly to: Side;
        readonly text: TextRef;
      }
    >
  | Event<"QuestionAnswered", { readonly question: string; readonly text: TextRef }>
  | Event<"QuestionSettled", { readonly question: string; readonly text: TextRef }>;

export type QuestionsCommand =
  | { readonly type: "AskQuestion"; readonly about: Gate | null; readonly to: Side; readonly text: TextRef }
  | { readonly type: "AnswerQuestion"; readonly question: string; readonly text: TextRef }
  | { readonly type: "SettleQuestion"; readonly question: string; readonly text: TextRef };

/** Who can be asked: whoever wrote proposal or plan, whoever scores, whoever decides. */
export const sides = ["proposers", "evaluators", "approvers"] as const;
export type Side = (typeof sides)[number];

interface Words {
  readonly text: TextRef;
  readonly by: PersonId;
  readonly role: ActingRole;
  readonly at: Instant;
}

export interface Question extends Words {
  readonly question: string;
  readonly about: Gate | null;
  readonly to: Side;
  readonly answers: readonly Words[];
  /** What follows from it, said by whoever asked; null: open. */
  readonly settled: Words | null;
}

export interface QuestionsSlice {
  readonly questions: readonly Question[];
}

export const noQuestions: QuestionsSlice = { questions: [] };

export const isOpenQuestion = ({ settled }: Question): boolean => settled === null;

export const openQuestions = ({ questions }: QuestionsSlice): readonly Question[] => questions.filter(isOpenQuestion);
