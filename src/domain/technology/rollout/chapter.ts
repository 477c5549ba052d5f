import { addDays } from "../../words/days.ts";
import { rolloutPayloads } from "./payloads.ts";
import { rolloutCounts } from "./counts.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors, toDeciders } from "../manifest/offered.ts";
import { openWaveOf } from "../state/guards-of-wave.ts";
import type { RolloutCommand, RolloutEvent } from "../state/rollout.ts";
import { withEvidence } from "../state/stage.ts";
import { applies } from "./apply.ts";
import { drillCorrection } from "./correction.ts";
import { reassessGuards } from "./guards.ts";
import { holdOverdue } from "./hold-overdue.ts";
import { hasBegun, nextWave, waveAhead, waveDay, wavesLater } from "./next-wave.ts";
import { planRollout, recordDrill } from "./rollout-plan.ts";
import { holdRollout, resumeRollout, retire, rollBack } from "./rollout.ts";
import { completeWave, openWave } from "./waves.ts";
import { guardsNear, waveLate } from "./warnings.ts";
import { rollingOut } from "./work.ts";

export const rollout = {
  acts: {
    PlanRollout: {
      roles: ["planner"],
      stages: ["evaluating", "rolling-out"],
      rewriting: true,
      program: "plan",
      offered: (t, f) => toAuthors(t, f) && !hasBegun(t),
      decide: planRollout,
    },
    RecordDrill: { roles: ["planner"], stages: withEvidence, program: "plan", decide: recordDrill },
    OpenWave: {
      roles: ["planner"],
      stages: ["rolling-out"],
      deciding: true,
      offered: ({ rollout: plan }) => plan !== null && plan.hold === null && nextWave(plan) !== undefined,
      decide: openWave,
    },
    HoldRollout: {
      roles: ["planner", "approver"],
      stages: ["rolling-out"],
      deciding: true,
      offered: ({ rollout: plan }) => !(plan?.hold?.causes ?? []).some(({ kind }) => kind === "person"),
      decide: holdRollout,
    },
    ResumeRollout: {
      roles: ["approver"],
      stages: ["rolling-out"],
      deciding: true,
      offered: (t, f) => (t.rollout?.hold ?? null) !== null && toDeciders(t, f),
      decide: resumeRollout,
    },
    CompleteWave: {
      roles: ["planner"],
      stages: ["rolling-out"],
      deciding: true,
      offered: ({ rollout: plan }) => plan?.hold === null && openWaveOf(plan) !== undefined,
      decide: completeWave,
    },
    RollBack: { roles: ["approver"], stages: ["rolling-out"], deciding: true, offered: toDeciders, decide: rollBack },
    Retire: { roles: ["approver"], stages: ["adopted"], deciding: true, offered: toDeciders, decide: retire },
  },
  facts: {
    RolloutPlanned: {
      schema: 1,
      payload: rolloutPayloads.RolloutPlanned,
      enteredBy: ["PlanRollout"],
      apply: applies.RolloutPlanned,
    },
    DrillRecorded: {
      schema: 1,
      payload: rolloutPayloads.DrillRecorded,
      enteredBy: ["RecordDrill"],
      apply: applies.DrillRecorded,
      correct: drillCorrection,
    },
    WaveOpened: { schema: 1, payload: rolloutPayloads.WaveOpened, enteredBy: ["OpenWave"], apply: applies.WaveOpened },
    GuardAssessed: {
      schema: 1,
      payload: rolloutPayloads.GuardAssessed,
      enteredBy: ["Sweep", "AttachEvidence"],
      apply: applies.GuardAssessed,
    },
    RolloutHeld: {
      schema: 2,
      payload: rolloutPayloads.RolloutHeld,
      enteredBy: ["HoldRollout", "AttachEvidence", "Sweep"],
      apply: applies.RolloutHeld,
      // By a person, or by a breached guard, an overdue condition and an overdue duty.
      follows: ({ cause }) => cause.kind !== "person",
      // Schema 1 knew no duties that hold.
      upcasts: { 1: (payload) => payload },
    },
    RolloutResumed: {
      schema: 1,
      payload: rolloutPayloads.RolloutResumed,
      enteredBy: ["ResumeRollout"],
      apply: applies.RolloutResumed,
    },
    WaveCompleted: {
      schema: 1,
      payload: rolloutPayloads.WaveCompleted,
      enteredBy: ["CompleteWave"],
      apply: applies.WaveCompleted,
    },
    RolledBack: { schema: 1, payload: rolloutPayloads.RolledBack, enteredBy: ["RollBack"], apply: applies.RolledBack },
    TechnologyRetired: {
      schema: 1,
      payload: rolloutPayloads.TechnologyRetired,
      enteredBy: ["Retire"],
      apply: applies.TechnologyRetired,
    },
  },
  // What a piece attached under the open wave says about its guards; a breach holds the rollout in the same breath.
  follows: { EvidenceAttached: reassessGuards },
  sweep: [
    { at: 40, step: reassessGuards },
    { at: 50, step: holdOverdue },
  ],
  work: [{ at: 70, items: rollingOut }],
  warnings: [
    { at: 26, items: waveLate },
    { at: 40, items: guardsNear },
  ],
  dates: {
    ahead: [
      {
        at: 10,
        days: (t) => {
          const wave = waveAhead(t);
          return wave === undefined ? [] : [waveDay(wave)];
        },
      },
    ],
    planned: [{ days: (t) => wavesLater(t).map(waveDay) }],
    shown: (t, policy) => (t.rollout?.drills ?? []).map(({ on }) => addDays(on, policy.drillValidityDays + 1)),
  },
  counts: rolloutCounts,
  conditions: ["rollout-planned", "waves-complete", "guards-within", "no-hold"],
} satisfies Chapter<RolloutCommand, RolloutEvent>;
