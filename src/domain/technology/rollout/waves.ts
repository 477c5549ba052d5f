import type { Decision, Reason } from "../../words/decision.ts";
import type { Rollout, Wave } from "../state/rollout.ts";
import { addDays, isBefore } from "../../words/days.ts";
import type { Facts } from "../state/facts.ts";
import { guardStates } from "../state/guards-of-wave.ts";
import { reopenedReasons } from "../state/reopened.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { trainingReasons } from "./wave-training.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

/** In their order, each only when the one before is complete and within its guards, and never while held. */
export function openWave(t: Technology, c: Command<"OpenWave">, f: Facts): Decision<TechnologyEvent> {
  const { rollout } = t;
  const wave = rollout?.waves.find(({ number }) => number === c.wave);
  if (rollout === null || wave === undefined) return unless(unknownWave(c.wave), () => []);
  const previous = rollout.waves.find(({ number }) => number === c.wave - 1);
  const reasons = [
    ...when(wave.state !== "planned", "WaveNotPlanned", undefined, { wave: c.wave, state: wave.state }),
    ...heldReasons(rollout),
    ...reopenedReasons(t),
    ...(previous === undefined ? drillReasons(t, f) : previousReasons(rollout, previous)),
    ...trainingReasons(t, c.wave, pinnedPolicy(t, f), f.today),
  ];
  return unless(reasons, () => [{ type: "WaveOpened", schema: 1, payload: { wave: c.wave } }]);
}

/** Complete means shown to be within the guards: once closed, a wave gathers no more evidence. */
export function completeWave(t: Technology, c: Command<"CompleteWave">): Decision<TechnologyEvent> {
  const { rollout } = t;
  const wave = rollout?.waves.find(({ number }) => number === c.wave);
  if (rollout === null || wave === undefined) return unless(unknownWave(c.wave), () => []);
  const reasons = [
    ...when(wave.state !== "open", "WaveNotOpen", undefined, { wave: c.wave, state: wave.state }),
    ...heldReasons(rollout),
    ...reopenedReasons(t),
    ...(wave.state === "open" ? guardReasons(rollout, wave) : []),
  ];
  return unless(reasons, () => [{ type: "WaveCompleted", schema: 1, payload: { wave: c.wave } }]);
}

const unknownWave = (wave: number): readonly Reason[] => when(true, "WaveUnknown", undefined, { wave });

const heldReasons = ({ hold }: Rollout): readonly Reason[] =>
  when(hold !== null, "RolloutIsHeld", undefined, { causes: hold?.causes.map(({ kind }) => kind) ?? [] });

const previousReasons = (rollout: Rollout, previous: Wave): readonly Reason[] => [
  ...when(previous.state !== "complete", "WaveNotComplete", undefined, { wave: previous.number }),
  ...guardReasons(rollout, previous),
];

const guardReasons = (rollout: Rollout, wave: Wave): readonly Reason[] =>
  guardStates(rollout, wave)
    .filter(({ state }) => state !== "within")
    .map(({ indicator, state }) => ({
      code: state === "breached" ? "GuardBreached" : "GuardTooFew",
      params: { wave: wave.number, indicator },
    }));

/** Rehearsed recently enough, before the first person depends on the way back. */
function drillReasons(t: Technology, f: Facts): readonly Reason[] {
  const days = pinnedPolicy(t, f).drillValidityDays;
  const last = (t.rollout?.drills ?? [])
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (last === undefined) return when(true, "DrillMissing", undefined, { days });
  return when(isBefore(last, addDays(f.today, -days)), "DrillTooOld", undefined, { on: last, days });
}
