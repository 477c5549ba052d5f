import { wholeIn } from "../../words/check-number.ts";
import type { Reason } from "../../words/decision.ts";
import { day, each, integer, object, oneOf, text, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { riskSteps } from "./risk.ts";
import type { RiskStep } from "./risk.ts";

/** Where risks come from: the four families that a register looks at. */
export const riskFamilies = ["technical", "management", "social", "legal"] as const;
export type RiskFamily = (typeof riskFamilies)[number];

/** What a house does about its risks: which it carries, for how long somebody may answer for one, and what blocks. */
export interface RiskRegisterRules {
  readonly source: string;
  readonly date: Day;
  /** Families looked at, at least: each has a risk in it, or the statement that none was seen. */
  readonly families: number;
  /** By family the highest residual level that stands without anybody's acceptance. */
  readonly appetite: { readonly [F in RiskFamily]: RiskStep };
  /** Days an acceptance stands, at most. */
  readonly acceptanceDays: number;
  /** Days before the end of an acceptance, or the day of a treatment, from which it is somebody's work. */
  readonly noticeDays: number;
  /** Whether a treatment that is over its day keeps a gate from being met. */
  readonly overdueBlocks: boolean;
}

export const riskRegisterShape: Shape<RiskRegisterRules> = object({
  source: text,
  date: day,
  families: integer,
  appetite: each(riskFamilies, oneOf(...riskSteps)),
  acceptanceDays: integer,
  noticeDays: integer,
  overdueBlocks: truth,
});

export const riskRegisterDefault: RiskRegisterRules = {
  source:
    "The house's own numbers; residual risk accepted by a named officer for a term: NIST SP 800-37 rev. 2, task R-4; the four families are those of the body's brief",
  date: "2026-11-30",
  families: 4,
  appetite: { technical: "M", management: "M", social: "L", legal: "L" },
  acceptanceDays: 180,
  noticeDays: 30,
  overdueBlocks: true,
};

/** Of a body that has not taken the register on: everything stands by itself, nothing is overdue. */
export const noRiskRegister: RiskRegisterRules = {
  ...riskRegisterDefault,
  families: 0,
  appetite: { technical: "VH", management: "VH", social: "VH", legal: "VH" },
  overdueBlocks: false,
};

export const checkRiskRegister = (rules: RiskRegisterRules): readonly Reason[] => [
  ...wholeIn("safeguards.riskRegister.families", rules.families, 0, riskFamilies.length),
  ...wholeIn("safeguards.riskRegister.acceptanceDays", rules.acceptanceDays, 1, 1096),
  ...wholeIn("safeguards.riskRegister.noticeDays", rules.noticeDays, 0, 366),
];
