import { assessGate } from "../../../src/domain/gates/assess.ts";
import type { ConditionResult } from "../../../src/domain/technology/state/condition-result.ts";
import { groundFor } from "../../../src/domain/technology/gate/ground.ts";
import { pinnedPolicy } from "../../../src/domain/technology/state/policy-of.ts";
import type { Gate } from "../../../src/domain/policy/policy.ts";
import type { TechnologyCommand, PayloadOf } from "../../../src/domain/technology/state/technology.ts";
import type { Proposal } from "../../../src/domain/technology/state/proposal.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { Verdict } from "../../../src/domain/scoring/verdict-types.ts";
import { aVerdict, day, digest, happened, proposed, stateAfter, submitted, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

type CastVote = Extract<TechnologyCommand, { type: "CastVote" }>;

export const revealed = (over: Partial<PayloadOf<"ScoresRevealed">> = {}): readonly Happened[] => [
  ...submitted(),
  happened(
    "ScoresRevealed",
    {
      round: 1,
      sheets: ["eva", "emil"].map((evaluator) => ({
        evaluator,
        items: ["recovery-from-failure", "data-handling", "recovery-from-error", "learning"].map((item) => ({
          item,
          score: 4,
          evidence: ["e1"],
          comment: text("comment"),
        })),
      })),
      agreement: { alpha: 0.9, raw: 0.95, level: "reliable" },
      moderate: [],
      ...over,
    },
    "system",
    36,
  ),
];

export const rolloutPlan = (): PayloadOf<"RolloutPlanned"> => ({
  waves: [
    { name: text("wave one"), reach: 100, startsOn: day(45) },
    { name: text("wave two"), reach: 900, startsOn: day(75) },
  ],
  guards: [{ indicator: "sus", limit: 60, minimumSample: 5 }],
});

export const aLook = (outcome: Verdict["outcome"] = "pass", look = 1, n = 40): Happened =>
  happened(
    "LookTaken",
    {
      plan: 1,
      look,
      of: 2,
      verdict: aVerdict(outcome),
      evidence: [{ evidence: "e1", digest: digest("piece load 1") }],
    },
    "system",
    n,
  );

/** At the rollout gate with every condition met. */
export const atRolloutGate = (outcome: Verdict["outcome"] = "pass"): readonly Happened[] => [
  ...revealed(),
  happened("RolloutPlanned", rolloutPlan(), "pia", 38),
  aLook("not-enough-evidence", 1, 39),
  aLook(outcome, 2),
];

/** The same with the rollout not planned yet: one open condition, which the policy lets be deferred. */
export const atRolloutGateUnplanned = (): readonly Happened[] => [
  ...revealed(),
  aLook("not-enough-evidence", 1, 39),
  aLook("pass", 2),
];

export const atAdmission = (over: Partial<Proposal> = {}): readonly Happened[] => proposed(over);

/** A vote as a form would send it: with the ground that the page showed. */
export const vote = (
  story: readonly Happened[],
  facts: Facts,
  option: CastVote["option"],
  over: Partial<CastVote> = {},
): CastVote => ({
  type: "CastVote",
  gate: "rollout",
  option,
  reason: text(`reason ${facts.actor.id}`),
  ground: ground(story, facts, over.gate),
  onBehalfOf: null,
  lessons: option === "reject" ? text(`lessons ${facts.actor.id}`) : null,
  ...over,
});

export const ground = (
  story: readonly Happened[],
  facts: Facts,
  gate: Gate = "rollout",
  as: (conditions: readonly ConditionResult[]) => readonly ConditionResult[] = (conditions) => conditions,
): string => {
  const t = stateAfter(...story);
  return groundFor("approve-with-conditions", gate, t, as(assessGate(gate, t, pinnedPolicy(t, facts), facts)));
};
