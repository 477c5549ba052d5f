import type { Reason } from "../../words/decision.ts";
import { day, integer, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { wholeIn } from "../../words/check-number.ts";

/** Terms in which an algorithm is filed with the authority, in working days. */
export interface FilingRules {
  readonly source: string;
  readonly date: Day;
  /** After the service begins. */
  readonly startDays: number;
  /** After what was filed has changed. */
  readonly changeDays: number;
  /** After the service ends. */
  readonly endDays: number;
}

export const filingShape: Shape<FilingRules> = object({
  source: text,
  date: day,
  startDays: integer,
  changeDays: integer,
  endDays: integer,
});

export const filingDefault: FilingRules = {
  source: "互联网信息服务算法推荐管理规定，第二十四条",
  date: "2022-03-01",
  startDays: 10,
  changeDays: 10,
  endDays: 20,
};

export const checkFiling = ({ startDays, changeDays, endDays }: FilingRules): readonly Reason[] => [
  ...wholeIn("safeguards.filing.startDays", startDays, 1, 250),
  ...wholeIn("safeguards.filing.changeDays", changeDays, 1, 250),
  ...wholeIn("safeguards.filing.endDays", endDays, 1, 250),
];
