import { riskFamilies } from "../policy/safeguards/risk-register.ts";
import { riskMethods, riskSteps } from "../policy/safeguards/risk.ts";
import { notAfter } from "../words/day-limits.ts";
import type { Reason } from "../words/decision.ts";
import { textKey } from "../words/plain-text.ts";
import { when } from "../words/reasons.ts";
import { rowsOf, textOf } from "../safeguards/answers.ts";
import type { SafeguardKind, Shortfall, Statement } from "../safeguards/kind.ts";
import type { Given, RowQuestion, SafeguardQuestion } from "../safeguards/question.ts";
import { commonRiskKeys, riskParts } from "../safeguards/risk-library.ts";
import { familiesLookedAt, riskKey } from "../safeguards/risk-register.ts";
import { isStep, rankOf, riskSides } from "../safeguards/risk-residual.ts";
import { safeguardsOf } from "../technology/state/safeguards.ts";
import type { Safeguard, SafeguardAnswers } from "../technology/state/safeguards.ts";
import { yesNo } from "./yes-no.ts";

const risk: Given = { question: "seen", is: ["risk"] };
const treatments = ["avoid", "reduce", "share", "accept"] as const;
/** What is accepted as it is has no day on which it would be done. */
const treated: readonly Given[] = [risk, { question: "treatment", is: ["avoid", "reduce", "share"] }];
const done: readonly Given[] = [...treated, { question: "treated", is: ["yes"] }];

const control: readonly RowQuestion[] = [
  { key: "control", type: "label" },
  { key: "side", type: "choice", options: riskSides },
  { key: "to", type: "choice", options: riskSteps },
  { key: "evidence", type: "evidence", optional: true },
];

const questions: readonly SafeguardQuestion[] = [
  { key: "seen", type: "choice", options: ["risk", "none"], section: "what" },
  { key: "family", type: "choice", options: riskFamilies, section: "what" },
  {
    key: "part",
    type: "choice",
    options: riskParts,
    section: "what",
    when: [risk, { question: "family", is: ["technical"] }],
  },
  { key: "noneWhy", type: "text", section: "what", when: [{ question: "seen", is: ["none"] }] },
  { key: "riskName", type: "label", section: "what", when: [risk] },
  {
    key: "library",
    type: "choice",
    options: commonRiskKeys,
    section: "what",
    when: [risk],
    optional: true,
    long: true,
  },
  { key: "cause", type: "text", section: "what", when: [risk] },
  { key: "event", type: "text", section: "what", when: [risk] },
  { key: "consequence", type: "text", section: "what", when: [risk] },
  { key: "likelihood", type: "choice", options: riskSteps, section: "rating", when: [risk] },
  { key: "impact", type: "choice", options: riskSteps, section: "rating", when: [risk] },
  { key: "method", type: "choice", options: riskMethods, section: "rating", when: [risk], stamped: true },
  { key: "treatment", type: "choice", options: treatments, section: "treatment", when: [risk] },
  { key: "treatmentHow", type: "text", section: "treatment", when: [risk] },
  { key: "owner", type: "person", section: "treatment", when: [risk] },
  { key: "treatBy", type: "day", section: "treatment", when: treated },
  { key: "treated", type: "choice", options: yesNo, section: "treatment", when: treated },
  { key: "treatedOn", type: "day", section: "treatment", when: done },
  { key: "controls", type: "rows", of: control, most: 20, section: "controls", when: [risk], optional: true },
];

/**
 * One risk: cause, event, consequence, how likely and how bad by the method that the policy names, what is done about it
 * and by whom, and the controls that lower it, each with the evidence that it works. Or that a family was looked at and
 * holds none. Source: NIST SP 800-30 rev. 1, appendices G to I; ISO 31000:2018, 6.4–6.5.
 */
export const riskKind = {
  key: riskKey,
  many: 60,
  questions: () => questions,
  stamped: (answers, before, { safeguards }) => ({
    ...answers,
    ...(answers["seen"] === "risk" && { method: methodOf(answers, before, safeguards.risk.method) }),
  }),
  // A control whose evidence has gone lowers nothing: the risk rises, and what was reviewed of it stands.
  weighsEvidence: true,
  refusals: (statement, { today }): readonly Reason[] => [
    ...familyReasons(statement),
    ...nameReasons(statement),
    ...controlReasons(statement),
    ...doneReasons(statement, today),
  ],
  statedBy: ["planner"],
  reviewedBy: ["approver", "evaluator"],
  shortfalls: (inForce, { policy }) => {
    const least = policy.safeguards.riskRegister.families;
    const missing = riskFamilies.filter((family) => !familiesLookedAt(inForce).includes(family));
    if (riskFamilies.length - missing.length >= least) return [];
    return missing.map((family): Shortfall => ({
      code: "families",
      params: { families: missing, least },
      id: family,
      unknown: true,
    }));
  },
} satisfies SafeguardKind<typeof riskKey>;

/** A risk keeps the method by which it was rated until somebody rates it anew, whatever a later policy names. */
function methodOf(answers: SafeguardAnswers, before: SafeguardAnswers | null, named: string): string {
  const earlier = before === null ? null : textOf(before, "method");
  const isRatedAnew = ["likelihood", "impact"].some((side) => answers[side] !== before?.[side]);
  return earlier === null || isRatedAnew ? named : earlier;
}

const others = ({ technology, item }: Statement): readonly Safeguard[] =>
  safeguardsOf(technology, riskKey).filter((other) => other.item !== item);

/** A family has risks, or it has none: not both. */
function familyReasons(statement: Statement): readonly Reason[] {
  const { family, seen } = statement.answers;
  const contradicts = others(statement).some(({ answers }) => {
    if (answers["family"] !== family || answers["seen"] === undefined) return false;
    return seen === "none" || answers["seen"] === "none";
  });
  return when(contradicts, seen === "none" ? "RiskFamilyHasStatement" : "RiskFamilyStatedEmpty", "family");
}

function nameReasons(statement: Statement): readonly Reason[] {
  const name = textOf(statement.answers, "riskName");
  if (name === null) return [];
  const isTwice = others(statement).some(({ answers }) => textKey(textOf(answers, "riskName") ?? "") === textKey(name));
  return when(isTwice, "RiskNamedTwice", "riskName", { name });
}

/** It cannot lower its side to where that already is, or above. */
const controlReasons = ({ answers }: Statement): readonly Reason[] =>
  rowsOf(answers, "controls").flatMap((row, index) => {
    const side = textOf(row, "side");
    const [from, to] = [side === null ? null : answers[side], row["to"]];
    const lowers = !isStep(from) || !isStep(to) || rankOf(to) < rankOf(from);
    return when(!lowers, "ControlLowersNothing", `controls.${index}.to`);
  });

function doneReasons({ answers }: Statement, today: string): readonly Reason[] {
  const on = textOf(answers, "treatedOn");
  return on === null ? [] : notAfter(on, today, "treatedOn");
}
