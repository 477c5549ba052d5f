import type { Policy } from "../../../src/domain/policy/policy.ts";
import { riskRegisterDefault } from "../../../src/domain/policy/safeguards/risk-register.ts";
import { risksOf } from "../../../src/domain/safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../../src/domain/safeguards/risk-register.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { SafeguardAnswers } from "../../../src/domain/technology/state/safeguards.ts";
import type { CommandOf, TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import { accepted, after, asking, careful, piloted } from "../../support/safeguards.ts";
import { by, day, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

const rollout = asking("rollout");

/** The rollout gate asks for the register and for who answers; the house's own numbers but for one family being enough. */
export const policy: Policy = {
  ...rollout,
  safeguards: { ...rollout.safeguards, riskRegister: { ...riskRegisterDefault, families: 1 } },
  gates: {
    ...rollout.gates,
    rollout: {
      ...rollout.gates.rollout,
      conditions: ["risk", "risk-accepted"].map((key) => ({ key, waivable: true, deferrable: true })),
    },
  },
};

export const factsOf = (actor: string, n = 21, over: Partial<Facts> = {}): Facts =>
  by(actor, n, { policy, policies: { 1: policy }, ...over });

/** Very likely and bad, lowered to what may stand by one control whose evidence (e1) stands through day 185. */
export const controlled: SafeguardAnswers = {
  ...careful.risk,
  likelihood: "H",
  impact: "H",
  controls: [{ control: "Second line", side: "impact", to: "M", evidence: ["e1"] }],
};
/** The same without anything that lowers it. */
export const bare: SafeguardAnswers = { ...careful.risk, likelihood: "H", impact: "H" };

/** A pilot with one risk that ada has reviewed on day 20. */
export const withRisk = (answers: SafeguardAnswers = bare, tier: Tier = "II"): readonly Happened[] =>
  accepted(piloted(tier), "risk", 20, answers);

export function riskNow(story: readonly Happened[], n = 21, under: Policy = policy): RegisteredRisk {
  const [risk] = risksOf(stateAfter(...story), under, day(n));
  if (risk === undefined) throw new Error("No risk is rated");
  return risk;
}

export const ask = (
  story: readonly Happened[],
  over: Partial<CommandOf<"AskRiskAcceptance">> = {},
  n = 21,
): TechnologyCommand => {
  const { item, digest } = riskNow(story, n);
  return {
    type: "AskRiskAcceptance",
    item,
    of: digest,
    approver: "anna",
    until: day(100),
    text: text("worth it"),
    ...over,
  };
};

export const accept = (
  story: readonly Happened[],
  over: Partial<CommandOf<"AcceptRisk">> = {},
  n = 21,
): TechnologyCommand => ({
  type: "AcceptRisk",
  acceptance: stateAfter(...story).riskAcceptances.at(-1)?.acceptance ?? "r1",
  of: riskNow(story, n).digest,
  until: day(100),
  text: null,
  ...over,
});

export const asked = (story: readonly Happened[], n = 21): readonly Happened[] =>
  after(story, ask(story, {}, n), factsOf("pia", n));

/** Asked by pia and given by anna, until day 100. */
export function answered(story: readonly Happened[], n = 21): readonly Happened[] {
  const waits = asked(story, n);
  return after(waits, accept(waits, {}, n), factsOf("anna", n));
}

/** Codes of the refusal; none where the command is taken. */
export function refused(story: readonly Happened[], command: TechnologyCommand, facts: Facts): readonly string[] {
  const decision = decide(stateAfter(...story), command, facts);
  return decision.kind === "accepted" ? [] : decision.reasons.map(({ code }) => code);
}
