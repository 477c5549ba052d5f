import type { Applies } from "../manifest/fact.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { HoldCause, RolloutEvent, Rollout, Wave } from "../state/rollout.ts";
import type { Technology } from "../state/technology.ts";
import { closeRound } from "../state/close-round.ts";
import { withAuthors } from "../state/authors.ts";
import { withoutWaves } from "../state/without-waves.ts";
import { enter } from "../state/enter-stage.ts";

export const applies: Applies<RolloutEvent["type"]> = {
  RolloutPlanned: (t, { waves, guards }, at) =>
    onRollout({ ...t, authors: withAuthors(t.authors, at.actor) }, (rollout) => ({
      ...rollout,
      guards,
      waves: waves.map((wave, i) => ({
        ...wave,
        number: i + 1,
        state: "planned",
        openedAt: null,
        openedIn: null,
        completedAt: null,
      })),
    })),
  DrillRecorded: (t, drill, at) =>
    onRollout(t, (rollout) => ({
      ...rollout,
      drills: [...rollout.drills, { ...drill, position: at.position, recordedAt: at.time, was: [] }],
    })),
  WaveOpened: (t, { wave }, at) =>
    onWave(t, wave, (planned) => ({ ...planned, state: "open", openedAt: at.time, openedIn: at.position })),
  GuardAssessed: (t, assessment, at) =>
    onRollout(t, (rollout) => ({
      ...rollout,
      assessments: [...rollout.assessments, { ...assessment, at: at.time, position: at.position }],
    })),
  RolloutHeld: (t, { cause, text }, at) =>
    onRollout(withHold(t, cause.kind, at), (rollout) => ({
      ...rollout,
      hold: {
        causes: [...(rollout.hold?.causes ?? []), cause],
        since: rollout.hold?.since ?? at.time,
        text: text ?? rollout.hold?.text ?? null,
      },
    })),
  RolloutResumed: (t) => onRollout(t, (rollout) => ({ ...rollout, hold: null })),
  WaveCompleted: (t, { wave }, at) =>
    onWave(t, wave, (planned) => ({ ...planned, state: "complete", completedAt: at.time })),
  RolledBack: (t, _, at) => enter(closeRound(withoutWaves(t)), "evaluating", at),
  TechnologyRetired: (t, _, at) => enter(t, "retired", at),
};

const nothingYet: Rollout = { waves: [], guards: [], drills: [], assessments: [], hold: null };

const withHold = (t: Technology, kind: HoldCause["kind"], { time, position }: TechnologyEnvelope): Technology => ({
  ...t,
  holds: [...t.holds, { kind, at: time, position }],
});

const onRollout = (t: Technology, change: (rollout: Rollout) => Rollout): Technology => ({
  ...t,
  rollout: change(t.rollout ?? nothingYet),
});

const onWave = (t: Technology, number: number, change: (wave: Wave) => Wave): Technology =>
  onRollout(t, (rollout) => ({
    ...rollout,
    waves: rollout.waves.map((wave) => (wave.number === number ? change(wave) : wave)),
  }));
