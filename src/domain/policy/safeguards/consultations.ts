import { wholeIn } from "../../words/check-number.ts";
import type { Reason } from "../../words/decision.ts";
import { day, integer, object, text, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** How the public is consulted. Numbers are calendar days; less time takes a reason that everybody reads. */
export interface ConsultationRules {
  readonly source: string;
  readonly date: Day;
  /** From the first to the last day of a consultation in writing, or of a poll. */
  readonly openDays: number;
  /** From the last day to the answer, at most. */
  readonly responseDays: number;
  /** From the announcement of a hearing to its day. */
  readonly noticeDays: number;
  /** From the last change of its papers to the day of a hearing. */
  readonly paperDays: number;
  /** Whether one that is asked for at a gate takes letters, calls or visits too. */
  readonly offline: boolean;
  /** Whether one from before the plan was amended has to be held again. */
  readonly again: boolean;
}

export const consultationsDefault: ConsultationRules = {
  source:
    "重大行政决策程序暂行条例（国务院令第 713 号）：公开征求意见一般不少于 30 日；UK Consultation Principles 2018: response within 12 weeks; local rules for hearings: notice 10 days, papers 5 days ahead",
  date: "2019-09-01",
  openDays: 30,
  responseDays: 84,
  noticeDays: 10,
  paperDays: 5,
  offline: true,
  again: true,
};

export const consultationsShape: Shape<ConsultationRules> = object({
  source: text,
  date: day,
  openDays: integer,
  responseDays: integer,
  noticeDays: integer,
  paperDays: integer,
  offline: truth,
  again: truth,
});

export const checkConsultations = (rules: ConsultationRules): readonly Reason[] => [
  ...wholeIn("safeguards.consultations.openDays", rules.openDays, 1, 366),
  ...wholeIn("safeguards.consultations.responseDays", rules.responseDays, 1, 366),
  ...wholeIn("safeguards.consultations.noticeDays", rules.noticeDays, 1, 120),
  ...wholeIn("safeguards.consultations.paperDays", rules.paperDays, 1, 120),
];
