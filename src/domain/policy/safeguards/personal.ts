import type { Reason } from "../../words/decision.ts";
import { day, integer, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { wholeIn } from "../../words/check-number.ts";

/** What is kept of the assessment of personal information. */
export interface PersonalRules {
  readonly source: string;
  readonly date: Day;
  /** Years in which report and record are kept, whatever else is erased. */
  readonly retainYears: number;
}

export const personalShape: Shape<PersonalRules> = object({ source: text, date: day, retainYears: integer });

export const personalDefault: PersonalRules = {
  source: "中华人民共和国个人信息保护法，第五十五条、第五十六条",
  date: "2021-11-01",
  retainYears: 3,
};

export const checkPersonal = ({ retainYears }: PersonalRules): readonly Reason[] =>
  wholeIn("safeguards.personal.retainYears", retainYears, 1, 100);
