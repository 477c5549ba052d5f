import type { Reason } from "../../words/decision.ts";
import { day, integer, object, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { wholeIn } from "../../words/check-number.ts";

/** Who is too near to a technology to audit it. */
export interface AuditRules {
  readonly source: string;
  readonly date: Day;
  /** Months after the end of a tie in which an organisation does not audit. */
  readonly tieMonths: number;
}

export const auditShape: Shape<AuditRules> = object({ source: text, date: day, tieMonths: integer });

export const auditDefault: AuditRules = {
  source:
    "The house's own term; the threats it answers (self-review, self-interest) are those of the IESBA International Code of Ethics, section 120",
  date: "2018-04-09",
  tieMonths: 24,
};

export const checkAudit = ({ tieMonths }: AuditRules): readonly Reason[] =>
  wholeIn("safeguards.audit.tieMonths", tieMonths, 6, 240);
