import type { SusStatistics } from "../../../src/domain/evidence/statistics.ts";
import type { TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import type { EvidencePiece } from "../../../src/domain/technology/state/evidence.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  aRecord,
  by,
  day,
  digest,
  happened,
  someEvidence,
  stateAfter,
  text,
} from "../../support/technology.ts";
import { atRolloutGate, rolloutPlan } from "./gate-stories.ts";

export { rolloutPlan };

export const approved = (): readonly Happened[] => [
  ...atRolloutGate(),
  happened(
    "GateDecided",
    { gate: "rollout", outcome: "approve", conditions: [], lessons: null, record: aRecord() },
    "ada",
    42,
  ),
];

/** Approved on the condition that something is done by day 60. */
export const approvedWithCondition = (): readonly Happened[] => [
  ...atRolloutGate(),
  happened(
    "GateDecided",
    {
      gate: "rollout",
      outcome: "approve-with-conditions",
      conditions: [{ condition: "extra-1", text: text("train staff"), dueOn: day(60), owner: "pia" }],
      lessons: null,
      record: aRecord(),
    },
    "ada",
    42,
  ),
];

export const drilled = (n = 43): Happened =>
  happened("DrillRecorded", { on: day(n), minutes: 20, text: text("drill") }, "pia", n);
export const opened = (wave: number, n: number): Happened => happened("WaveOpened", { wave }, "pia", n);

/** The first wave is open since day 45. */
export const firstWave = (): readonly Happened[] => [...approved(), drilled(), opened(1, 45)];

const susStatistics = (n: number, mean: number): SusStatistics => ({
  kind: "sus",
  rows: n,
  rejected: 0,
  n,
  mean,
  sd: 8,
  dropped: 0,
  alreadyCounted: 0,
  groups: [],
});

/** A survey of `n` people after the wave opened, as the event has it. */
export const survey = (id: number, n: number, mean: number, over: Partial<EvidencePiece> = {}): EvidencePiece =>
  aPiece(id, {
    kind: "sus",
    statistics: susStatistics(n, mean),
    rows: n,
    digest: digest(`survey ${id}`),
    files: [{ digest: digest(`survey file ${id}`), bytes: 10 }],
    from: `${day(46)}T08:00:00Z`,
    to: `${day(46)}T10:00:00Z`,
    expiresOn: day(400),
    wave: 1,
    ...over,
  });

export const attachSurvey = (
  word: string,
  n: number,
  mean: number,
): Extract<TechnologyCommand, { type: "AttachEvidence" }> =>
  someEvidence(word, {
    kind: "sus",
    statistics: susStatistics(n, mean),
    rows: n,
    from: `${day(46)}T08:00:00Z`,
    to: `${day(46)}T10:00:00Z`,
  });

/** What a command led to, written behind the story; a refusal fails the test. */
export const followed = (story: readonly Happened[], command: TechnologyCommand, facts: Facts): readonly Happened[] => {
  const decision = decide(stateAfter(...story), command, facts);
  if (decision.kind === "rejected") throw new Error(JSON.stringify(decision.reasons));
  return [...story, ...decision.events.map((event): Happened => ({ event, actor: facts.actor.id, time: facts.now }))];
};

export const system = (n: number): Facts => ({ ...by("pia", n), actor: { id: "system", roles: [] } });
