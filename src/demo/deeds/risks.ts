import type { RiskFamily } from "../../domain/policy/safeguards/risk-register.ts";
import type { RiskStep } from "../../domain/policy/safeguards/risk.ts";
import type { CommonRiskKey } from "../../domain/safeguards/risk-library.ts";
import type { Step } from "../steps.ts";
import { bilingual } from "../words.ts";
import type { Words } from "../words.ts";
import { accept, handIn } from "./safeguards.ts";
import type { StoryAnswers, StoryRow } from "./story-answers.ts";

/** A risk as its planner writes it down. */
export interface StoryRisk {
  readonly name: Words;
  /** The technical family by its part. */
  readonly family: Exclude<RiskFamily, "technical"> | "feasibility" | "standards" | "algorithm" | "protection";
  readonly library?: CommonRiskKey;
  readonly cause: Words;
  readonly event: Words;
  readonly consequence: Words;
  /** Before any control. */
  readonly rated: readonly [likelihood: RiskStep, impact: RiskStep];
  readonly treatment: "avoid" | "reduce" | "share" | "accept";
  readonly how: Words;
  /** Login of the cast. */
  readonly owner: string;
  /** Days before the demonstration's day by which it is to be done; negative: after it. None of what is accepted as it is. */
  readonly by?: number;
  /** Days ago on which it was done. */
  readonly done?: number;
  readonly controls?: readonly StoryControl[];
}

type StoryControl = readonly [
  name: Words,
  side: "likelihood" | "impact",
  to: RiskStep,
  /** Title of what shows that it works; none of a control that is only planned. */
  evidence?: Words,
];

/** Handed in on a day and accepted by somebody independent on the next. */
export const risk = (daysAgo: number, reviewer: string, stated: StoryRisk): readonly Step[] => [
  handIn(daysAgo, "risk", answersOf(stated)),
  accept(daysAgo - 1, reviewer, "risk"),
];
/** Handed in, and nobody has looked at it yet. */
export const unreviewedRisk = (daysAgo: number, stated: StoryRisk): Step => handIn(daysAgo, "risk", answersOf(stated));

/** A family was looked at and holds none. */
export const noRisk = (daysAgo: number, reviewer: string, family: RiskFamily, why: Words): readonly Step[] => [
  handIn(daysAgo, "risk", { seen: "none", family, noneWhy: why }),
  accept(daysAgo - 1, reviewer, "risk"),
];

export const askAcceptance = (
  daysAgo: number,
  { name }: StoryRisk,
  approver: string,
  days: number,
  why: Words,
): Step => ({
  day: daysAgo,
  by: null,
  does: { do: "ask-risk", risk: name, approver, days, why },
});
export const acceptRisk = (daysAgo: number, by: string, { name }: StoryRisk, why: Words): Step => ({
  day: daysAgo,
  by,
  does: { do: "accept-risk", risk: name, why },
});
export const refuseRisk = (daysAgo: number, by: string, { name }: StoryRisk, why: Words): Step => ({
  day: daysAgo,
  by,
  does: { do: "refuse-risk", risk: name, why },
});

function answersOf({
  name,
  family,
  library,
  rated,
  owner,
  by,
  done,
  controls = [],
  ...stated
}: StoryRisk): StoryAnswers {
  const { cause, event, consequence, treatment, how } = stated;
  return {
    seen: "risk",
    ...(isOwnFamily(family) ? { family } : { family: "technical", part: family }),
    ...(library !== undefined && { library }),
    riskName: bilingual(name),
    cause,
    event,
    consequence,
    likelihood: rated[0],
    impact: rated[1],
    treatment,
    treatmentHow: how,
    owner: { person: owner },
    ...(by !== undefined && { treatBy: { daysAgo: by }, treated: done === undefined ? "no" : "yes" }),
    ...(done !== undefined && { treatedOn: { daysAgo: done } }),
    ...(controls.length > 0 && { controls: controls.map(rowOf) }),
  };
}

const isOwnFamily = (family: StoryRisk["family"]): family is "management" | "social" | "legal" =>
  family === "management" || family === "social" || family === "legal";

const rowOf = ([name, side, to, evidence]: StoryControl): StoryRow => ({
  control: bilingual(name),
  side,
  to,
  ...(evidence !== undefined && { evidence: { piece: evidence } }),
});
