import type { Reason } from "../../words/decision.ts";
import { day, each, nullable, integer, object, oneOf, text } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";
import { wholeIn } from "../../words/check-number.ts";

/** What a security baseline is made of, each with evidence and a day. */
export const securityItems = [
  "access",
  "inTransit",
  "backup",
  "restore",
  "logging",
  "layers",
  "detection",
  "atRest",
  "supply",
  "penetration",
] as const;
export type SecurityItem = (typeof securityItems)[number];

/** Levels of graded protection of which the policy knows how often they are assessed. */
export const assessedLevels = ["level2", "level3", "level4", "level5"] as const;
export type AssessedLevel = (typeof assessedLevels)[number];

/** From the lightest to the gravest. */
export const weaknessSeverities = ["low", "medium", "high", "critical"] as const;
type WeaknessSeverity = (typeof weaknessSeverities)[number];

/** How long what was checked stands, in months; null: it stands until something reopens it. */
export interface SecurityRules {
  readonly source: string;
  readonly date: Day;
  readonly months: { readonly [I in SecurityItem]: number | null };
  /** Months between two assessments of graded protection, by the level that the body declares. */
  readonly assessment: { readonly [L in AssessedLevel]: number | null };
  /** From this severity on a finding whose day of remedy is over holds the gate; null: none does. */
  readonly severeFrom: WeaknessSeverity | null;
}

export const securityShape: Shape<SecurityRules> = object({
  source: text,
  date: day,
  months: each(securityItems, nullable(integer)),
  assessment: each(assessedLevels, nullable(integer)),
  severeFrom: nullable(oneOf(...weaknessSeverities)),
});

export const securityDefault: SecurityRules = {
  source:
    "信息安全等级保护管理办法（公通字〔2007〕43 号）第十四条：三级、四级的测评周期，二级按惯例；各项依据 GB/T 22239-2019，月数为本系统拟定",
  date: "2007-06-22",
  months: {
    access: 12,
    inTransit: 24,
    backup: 12,
    restore: 12,
    logging: 12,
    layers: 24,
    detection: 12,
    atRest: 24,
    supply: 6,
    penetration: 12,
  },
  assessment: { level2: 24, level3: 12, level4: 6, level5: null },
  severeFrom: "high",
};

/** Of a body that has not taken the topic on: nothing grows old, nothing is overdue. */
export const noSecurityRules: SecurityRules = {
  ...securityDefault,
  months: {
    access: null,
    inTransit: null,
    backup: null,
    restore: null,
    logging: null,
    layers: null,
    detection: null,
    atRest: null,
    supply: null,
    penetration: null,
  },
  assessment: { level2: null, level3: null, level4: null, level5: null },
  severeFrom: null,
};

export const checkSecurity = ({ months, assessment }: SecurityRules): readonly Reason[] => [
  ...securityItems.flatMap((item) => monthsIn(`safeguards.security.months.${item}`, months[item])),
  ...assessedLevels.flatMap((level) => monthsIn(`safeguards.security.assessment.${level}`, assessment[level])),
];

const monthsIn = (path: string, months: number | null): readonly Reason[] =>
  months === null ? [] : wholeIn(path, months, 1, 120);
