import type { Reason } from "../../words/decision.ts";
import { addDays } from "../../words/days.ts";
import { when } from "../../words/reasons.ts";
import type { Day } from "../../words/text.ts";
import type { DateGround, Upcoming } from "../manifest/dates.ts";
import type { EarlyWarning } from "../manifest/warnings.ts";
import type { WorkItem } from "../manifest/work.ts";
import type { Facts } from "../state/facts.ts";
import { feedbackBars } from "../state/feedback.ts";
import { proposerOf } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { Technology } from "../state/technology.ts";

/** People who are served now and wait for an answer come before those who are to be served next. */
export const waveBar = (t: Technology, f: Facts): readonly Reason[] =>
  when(feedbackBars(t, pinnedPolicy(t, f), f.today), "FeedbackOverdue", undefined, {
    due: t.feedback.standing.answerDue,
  });

/** The oldest answer that is owed, and the first call. */
export function toAnswer(t: Technology): readonly WorkItem<"answer-feedback" | "call-back">[] {
  const { answerDue, callBackDue } = t.feedback.standing;
  const person = proposerOf(t);
  return [
    ...(answerDue === null ? [] : [{ kind: "answer-feedback" as const, person, due: answerDue }]),
    ...(callBackDue === null ? [] : [{ kind: "call-back" as const, person, due: callBackDue }]),
  ];
}

export function feedbackDates(
  { feedback: { standing } }: Technology,
  _: DateGround,
): readonly Upcoming<"feedback-answer" | "feedback-call">[] {
  const { answerDue, callBackDue } = standing;
  return [
    ...(answerDue === null ? [] : [{ what: "feedback-answer" as const, on: answerDue }]),
    ...(callBackDue === null ? [] : [{ what: "feedback-call" as const, on: callBackDue }]),
  ];
}

/** The day after each, something else is true of it. */
export const feedbackDays = ({ feedback: { standing } }: Technology): readonly Day[] =>
  [standing.answerDue, standing.answerVery, standing.callBackDue]
    .filter((day) => day !== null)
    .map((day) => addDays(day, 1));

/** Days ahead of the end of a term, from which on it is named. */
const nearDays = 2;

type Warning = EarlyWarning<
  "feedback-near" | "feedback-overdue" | "feedback-very-overdue" | "call-overdue" | "feedback-turned"
>;

/** Answers and calls that are owed, and places and groups from which more is heard than before. */
export function feedbackWarnings(t: Technology): readonly Warning[] {
  const { answerDue, answerVery, callBackDue, turns } = t.feedback.standing;
  const person = proposerOf(t);
  return [
    ...(answerDue === null ? [] : answerWarnings(answerDue, answerVery ?? answerDue, person)),
    ...(callBackDue === null
      ? []
      : [
          {
            kind: "call-overdue" as const,
            from: addDays(callBackDue, 1),
            due: callBackDue,
            weight: "serious" as const,
            person,
          },
        ]),
    ...turns.map(({ place, group, before, recent, until }) => ({
      kind: "feedback-turned" as const,
      subject: JSON.stringify([place, group]),
      from: addDays(until, 1),
      due: null,
      weight: "notice" as const,
      person,
      params: { place: place ?? "", group: group ?? "", before, recent, until },
    })),
  ];
}

function answerWarnings(due: Day, very: Day, person: string): readonly Warning[] {
  const of = { due, person, subject: due };
  return [
    { kind: "feedback-near", from: addDays(due, -nearDays), until: addDays(due, 1), weight: "notice", ...of },
    { kind: "feedback-overdue", from: addDays(due, 1), until: addDays(very, 1), weight: "serious", ...of },
    { kind: "feedback-very-overdue", from: addDays(very, 1), weight: "serious", ...of },
  ];
}
