import type { Reason } from "../../words/decision.ts";
import { wholeIn } from "../../words/check-number.ts";
import { day, number, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** How departments and decisions are summed up. It bars nothing, so that earlier policies are read as having these too. */
export interface ScorecardRules {
  readonly source: string;
  readonly date: Day;
  /** No share is shown of fewer than so many, and nothing is compared: one more would turn it over. */
  readonly smallest: number;
  /** Points of a hundred under which the smallest margin over a floor is called thin, and from which on it is called wide. */
  readonly thinMargin: number;
  readonly wideMargin: number;
}

/**
 * Proportions of fewer than thirty are not published by the National Center for Health Statistics. That two points are thin and ten
 * are wide is the house's own choice: a word for what is looked at first, and no rule of any gate.
 */
export const scorecardDefault: ScorecardRules = {
  source: "NCHS Data Presentation Standards for Proportions, Vital and Health Statistics 2(175)",
  date: "2017-08-01",
  smallest: 30,
  thinMargin: 2,
  wideMargin: 10,
};

export const scorecardShape: Shape<ScorecardRules> = object({
  source: text,
  date: day,
  smallest: number,
  thinMargin: number,
  wideMargin: number,
});

export const checkScorecard = ({ smallest, thinMargin, wideMargin }: ScorecardRules): readonly Reason[] => [
  ...wholeIn("safeguards.scorecard.smallest", smallest, 2, 1000),
  ...wholeIn("safeguards.scorecard.thinMargin", thinMargin, 1, 99),
  ...wholeIn("safeguards.scorecard.wideMargin", wideMargin, thinMargin, 100),
];
