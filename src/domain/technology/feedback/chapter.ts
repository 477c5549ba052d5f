import { accepted } from "../../words/decision.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { answersFeedback } from "../state/answers-feedback.ts";
import type { FeedbackChapterCommand, FeedbackChapterEvent } from "../state/feedback.ts";
import { inService, stages } from "../state/stage.ts";
import { setFeedbackForm, unsaidStanding } from "./form.ts";
import { feedbackDates, feedbackDays, feedbackWarnings, toAnswer, waveBar } from "./owed.ts";
import { feedbackChapterPayloads } from "./payloads.ts";

/** What people who use it write about it: the form, and what is owed to them. The messages have streams of their own. */
export const feedback = {
  acts: {
    SetFeedbackForm: {
      roles: ["planner", "evaluator"],
      stages: inService,
      offered: (t, f) => answersFeedback(t, f.actor.id, f),
      decide: setFeedbackForm,
    },
    // Who wrote is answered also where the technology has come to its end.
    NoteFeedback: { roles: ["system"], stages, decide: (t, _, f) => accepted(...unsaidStanding(t, f)) },
  },
  facts: {
    FeedbackFormSet: {
      schema: 1,
      payload: feedbackChapterPayloads.FeedbackFormSet,
      enteredBy: ["SetFeedbackForm"],
      naming: () => null,
      apply: (t, form) => ({ ...t, feedback: { ...t.feedback, form } }),
    },
    FeedbackNoted: {
      schema: 1,
      payload: feedbackChapterPayloads.FeedbackNoted,
      enteredBy: ["NoteFeedback"],
      naming: () => null,
      apply: (t, standing) => ({ ...t, feedback: { ...t.feedback, standing } }),
    },
  },
  bars: { OpenWave: waveBar },
  work: [{ at: 36, afterEnd: true, items: toAnswer }],
  warnings: [{ at: 33, items: feedbackWarnings }],
  dates: { ahead: [{ at: 47, days: feedbackDates }], shown: feedbackDays },
  conditions: ["feedback-answered"],
} satisfies Chapter<FeedbackChapterCommand, FeedbackChapterEvent>;
