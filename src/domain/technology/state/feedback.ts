import type { Policy } from "../../policy/policy.ts";
import type { Day } from "../../words/text.ts";
import type { Event } from "./event.ts";
import { inService } from "./stage.ts";
import type { Stage } from "./stage.ts";

/**
 * What the rules of a technology need to know of the messages about it, which stand on streams of their own: a hundred
 * thousand of them leave this one short. The first day on which an answer is owed changes with the days, not with every message.
 */
export type FeedbackChapterEvent = Event<"FeedbackFormSet", FeedbackForm> | Event<"FeedbackNoted", FeedbackStanding>;

export type FeedbackChapterCommand =
  | ({ readonly type: "SetFeedbackForm" } & FeedbackForm)
  /** Puts on record how the messages stand now. */
  | { readonly type: "NoteFeedback" };

/** What the form offers to people who write. */
export interface FeedbackForm {
  /** Whether anybody without an account may write; staff type in for callers either way. */
  readonly open: boolean;
  /** Where it is used, and by whom, as people know it; no names of persons. */
  readonly places: readonly string[];
  readonly groups: readonly string[];
}

export interface FeedbackStanding {
  /** The earliest day by which an answer is owed that is not given; null: none is owed. */
  readonly answerDue: Day | null;
  /** The last day before that answer is very overdue. */
  readonly answerVery: Day | null;
  /** The earliest day by which somebody is to be called back; null: nobody is. */
  readonly callBackDue: Day | null;
  /** Places and groups whose messages have clearly become more. */
  readonly turns: readonly FeedbackTurn[];
}

/** Four weeks against the four before. */
export interface FeedbackTurn {
  readonly place: string | null;
  readonly group: string | null;
  readonly before: number;
  readonly recent: number;
  /** The last day of the later four weeks. */
  readonly until: Day;
}

export interface FeedbackSlice {
  readonly feedback: {
    readonly form: FeedbackForm | null;
    readonly standing: FeedbackStanding;
  };
}

/** Whether anybody without an account may write about it, where that door is open. */
export const takesMessages = ({ stage, feedback: { form } }: FeedbackSlice & { readonly stage: Stage }): boolean =>
  form?.open === true && inService.includes(stage);

export const nothingOwed: FeedbackStanding = { answerDue: null, answerVery: null, callBackDue: null, turns: [] };

export const noFeedback: FeedbackSlice = { feedback: { form: null, standing: nothingOwed } };

/** Two with one key say the same. */
export const feedbackKey = (standing: FeedbackStanding): string =>
  JSON.stringify([
    standing.answerDue,
    standing.answerVery,
    standing.callBackDue,
    standing.turns.map(({ place, group, before, recent, until }) => [place, group, before, recent, until]),
  ]);

/** How late the oldest answer is that is owed. */
export function feedbackLateness(
  { answerDue, answerVery }: FeedbackStanding,
  today: Day,
): "overdue" | "very-overdue" | null {
  if (answerDue === null || today <= answerDue) return null;
  return answerVery !== null && today > answerVery ? "very-overdue" : "overdue";
}

/** Whether what is owed bars what comes next, as the policy says. */
export function feedbackBars(
  { feedback: { standing } }: FeedbackSlice,
  { safeguards: { feedback } }: Pick<Policy, "safeguards">,
  today: Day,
): boolean {
  const late = feedbackLateness(standing, today);
  return feedback.holds === "overdue" ? late !== null : feedback.holds === "very-overdue" && late === "very-overdue";
}
