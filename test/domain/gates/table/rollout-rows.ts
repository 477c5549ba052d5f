import type { GuardAssessment } from "../../../../src/domain/technology/state/rollout.ts";
import { tiers } from "../../../../src/domain/words/tier.ts";
import type { Tier } from "../../../../src/domain/words/tier.ts";
import {
  aRecord,
  admitted,
  day,
  decided,
  digest,
  evaluating,
  happened,
  proposed,
  rollingOut,
  text,
} from "../../../support/technology.ts";
import type { Happened } from "../../../support/technology.ts";
import { piloted } from "../../../support/safeguards.ts";
import { atRolloutGate, rolloutPlan } from "../../technology/gate-stories.ts";
import { bare, controlled, withRisk } from "../../technology/risk-stories.ts";
import { anyTier, at, erased, never } from "./row.ts";
import type { Row, RowOf } from "./row.ts";

const planned = [...rollingOut(), happened("RolloutPlanned", rolloutPlan(), "pia", 42)];
const wave = (number: number, n: number): readonly Happened[] => [
  happened("WaveOpened", { wave: number }, "pia", n),
  happened("WaveCompleted", { wave: number }, "pia", n + 10),
];
const everybody = [...planned, ...wave(1, 45), happened("WaveOpened", { wave: 2 }, "pia", 75)];
const back = happened("RolledBack", { text: text("too slow") }, "ada", 90);
const held = happened("RolloutHeld", { cause: { kind: "person" }, text: text("stop") }, "pia", 90);
const dated = { condition: "extra-1", text: text("x"), dueOn: day(60), owner: "pia" };
const onCondition = happened(
  "GateDecided",
  { gate: "rollout", outcome: "approve-with-conditions", conditions: [dated], lessons: null, record: aRecord() },
  "ada",
  42,
);

/** Waves, guards, conditions of approvals, holds, and what is left of risks. */
export const rolloutRows = {
  "rollback-planned": anyTier({
    met: at(evaluating()),
    unmet: never("no plan is locked without one"),
    unknown: at(admitted()),
    lapsed: at([...evaluating(), erased("rollback")]),
  }),
  "rollout-planned": anyTier({
    met: at(atRolloutGate()),
    unmet: at([...planned, ...wave(1, 45), back], 91),
    unknown: at(evaluating()),
    lapsed: at([...planned, ...wave(1, 45), back], 91),
  }),
  "waves-complete": anyTier({
    met: at([...planned, ...wave(1, 45), ...wave(2, 75)], 89),
    unmet: at(everybody, 80),
    unknown: at(rollingOut()),
    lapsed: at([...planned, ...wave(1, 45), ...wave(2, 75), back], 91),
  }),
  "guards-within": anyTier({
    met: at([...everybody, guard("within", 78)], 80),
    unmet: at([...everybody, guard("breached", 78)], 80),
    unknown: at(everybody, 80),
    lapsed: at([...everybody, guard("within", 78), guard("breached", 79)], 80),
  }),
  "approval-conditions-fulfilled": anyTier({
    met: at(atRolloutGate()),
    unmet: at([...atRolloutGate(), onCondition]),
    unknown: never("each is fulfilled or not"),
    lapsed: at([...atRolloutGate(), onCondition]),
  }),
  "no-hold": anyTier({
    met: at(planned),
    unmet: at([...planned, held], 91),
    unknown: at(evaluating()),
    lapsed: at([...planned, held], 91),
  }),
  "lower-tier-confirmed": raised,
  "risk-accepted": (tier) => ({
    met: at(withRisk(controlled, tier), 185),
    unmet: at(withRisk(bare, tier), 21),
    unknown: at(piloted(tier), 21),
    lapsed: at(withRisk(controlled, tier), 186),
  }),
} satisfies { readonly [key: string]: RowOf };

function guard(state: GuardAssessment["state"], n: number): Happened {
  const bounds = { estimate: 70, lower: 65, upper: 75, limit: 60, evidence: ["e2"] };
  return happened("GuardAssessed", { wave: 2, indicator: "sus", state, ...bounds }, "pia", n);
}

/** Admitted under the tier below, and assessed at this one since. */
function raised(tier: Tier): Row {
  const unknown = never("every approval has its tier");
  const lower = tiers[tiers.indexOf(tier) - 1];
  const lowest = never("no tier is below the first");
  if (lower === undefined) return { met: at(admitted()), unmet: lowest, unknown, lapsed: lowest };
  const under = [...proposed({ tier: lower }), decided("admission", "approve", 1)];
  const standing = at([...under, assessed(tier)]);
  return {
    met: at([...standing.story, decided("admission", "approve", 6)]),
    unmet: standing,
    unknown,
    lapsed: standing,
  };
}

function assessed(tier: Tier): Happened {
  const review = { outcome: "accepted", of: digest("answers"), text: null, until: null, ground: {} } as const;
  return happened("SafeguardReviewed", { kind: "impact-assessment", item: "g1", ...review, fixes: { tier } }, "eva", 5);
}
