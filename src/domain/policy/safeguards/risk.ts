import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import { day, each, integer, object, oneOf, text, tuple } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import type { Day } from "../../words/text.ts";

/** Very low to very high. */
export const riskSteps = ["VL", "L", "M", "H", "VH"] as const;
export type RiskStep = (typeof riskSteps)[number];

/** They disagree, so a body uses one of them and each risk stores which. */
export const riskMethods = ["nist", "product"] as const;
export type RiskMethod = (typeof riskMethods)[number];

type Row = readonly [RiskStep, RiskStep, RiskStep, RiskStep, RiskStep];
/** A row by its first scale, columns by its second from VL to VH. */
type RiskTable = { readonly [S in RiskStep]: Row };

export interface RiskRules {
  readonly source: string;
  readonly date: Day;
  readonly method: RiskMethod;
  /** Level by likelihood (rows) and impact (columns): NIST SP 800-30 rev. 1, table I-2. */
  readonly level: RiskTable;
  /** Overall likelihood by that of the event (rows) and that of its doing harm (columns): the same, table G-5. */
  readonly likelihood: RiskTable;
  /** Least product of two steps from 1 to 5 that is of the level; below all of them a risk is very low. */
  readonly product: { readonly [S in Exclude<RiskStep, "VL">]: number };
}

const step = oneOf(...riskSteps);
const table: Shape<RiskTable> = each(riskSteps, tuple(step, step, step, step, step));

export const riskShape: Shape<RiskRules> = object({
  source: text,
  date: day,
  method: oneOf(...riskMethods),
  level: table,
  likelihood: table,
  product: object({ L: integer, M: integer, H: integer, VH: integer }),
});

export const riskDefault: RiskRules = {
  source: "NIST SP 800-30 rev. 1, tables I-2 and G-5; product of two five-step scales: IEC 31010:2019, B.10.3",
  date: "2012-09-17",
  method: "nist",
  level: {
    VH: ["VL", "L", "M", "H", "VH"],
    H: ["VL", "L", "M", "H", "VH"],
    M: ["VL", "L", "M", "M", "H"],
    L: ["VL", "L", "L", "L", "M"],
    VL: ["VL", "VL", "VL", "L", "L"],
  },
  likelihood: {
    VH: ["L", "M", "H", "VH", "VH"],
    H: ["L", "M", "M", "H", "VH"],
    M: ["L", "L", "M", "M", "H"],
    L: ["VL", "L", "L", "M", "M"],
    VL: ["VL", "VL", "L", "L", "L"],
  },
  product: { L: 3, M: 6, H: 12, VH: 20 },
};

/** Levels by product rise, and all of them can be reached. */
export const checkRisk = ({ product: { L, M, H, VH } }: RiskRules): readonly Reason[] =>
  when(!(L >= 1 && L < M && M < H && H < VH && VH <= 25), "PolicyRiskStepsOrder", "safeguards.risk.product");
