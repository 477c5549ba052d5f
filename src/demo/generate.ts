import { sweepAll } from "../application/sweep.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { DemoClock } from "./clock.ts";
import type { Desk } from "./desk.ts";
import { milestonesOf } from "./endings.ts";
import { whenIs } from "./milestones.ts";
import type { Ending, Scene } from "./scenes/scene.ts";
import type { Calendar, Story } from "./story-of.ts";
import { live } from "./story.ts";

const day = 86_400_000;
const morning = 9 * 3_600_000;

export interface Generation {
  readonly desk: Desk;
  readonly clock: DemoClock;
  readonly policy: Policy;
  /** The day on which every story stands at its ending. */
  readonly now: string;
}

interface Life {
  readonly start: number;
  readonly deeds: AsyncGenerator<number>;
  /** Epoch milliseconds of its next deed. */
  next: number;
}

/**
 * Lives all stories side by side in the order of time, because the ledger's time never goes back.
 * `report` is told how many of the deeds are done.
 */
export async function generate(
  { desk, clock, policy, now }: Generation,
  scenes: readonly Scene[],
  report: (done: number, all: number) => void,
): Promise<void> {
  const { services } = desk;
  const today = Math.floor(Date.parse(now) / day) * day;
  const lives = await Promise.all(scenes.map((scene) => begin(scene, today, desk, policy)));
  const all = scenes.reduce((sum, scene) => sum + milestonesOf(scene).length, 0);
  let swept = 0;
  let done = 0;
  for (let life = earliest(lives); life !== undefined; life = earliest(lives)) {
    clock.stand(life.next);
    if (life.next - swept >= day) {
      await sweepAll(services);
      swept = life.next;
    }
    const step = await life.deeds.next();
    report(++done, all);
    if (step.done === true) lives.splice(lives.indexOf(life), 1);
    else life.next = Math.max(life.next + 1000, life.start + step.value * day + morning);
  }
  clock.stand(null);
  await sweepAll(services);
}

const earliest = (lives: readonly Life[]): Life | undefined =>
  lives.reduce<Life | undefined>(
    (first, life) => (first === undefined || life.next < first.next ? life : first),
    undefined,
  );

/** A story starts as long ago as its last deed needs, so that it stands at its ending now. */
async function begin(scene: Scene, today: number, desk: Desk, policy: Policy): Promise<Life> {
  const when: Story["when"] = (milestone) => whenIs(milestone, { scene, policy });
  const last = Math.max(...milestonesOf(scene).map(when));
  const age = last + (scene.ago ?? since[scene.ending]);
  const start = today - age * day;
  const deeds = live({ scene, policy, desk, calendar: calendar(start), when });
  const first = await deeds.next();
  return { start, deeds, next: start + (first.done === true ? 0 : first.value) * day + morning };
}

const calendar = (start: number): Calendar => ({
  day: (offset) => new Date(start + offset * day).toISOString().slice(0, 10),
  instant: (offset) => start + offset * day,
});

/** Days since the last deed: what waits does so for a few days, what is over has been for weeks. */
const since: { readonly [E in Ending]: number } = {
  "draft-like": 2,
  proposed: 5,
  "admission-voting": 3,
  withdrawn: 40,
  rejected: 33,
  "plan-locked": 1,
  "pilot-young": 4,
  "pilot-late-evidence": 12,
  "pilot-barred": 5,
  "pilot-complete": 3,
  stopped: 55,
  scoring: 2,
  moderating: 2,
  "rollout-gate": 2,
  "rollout-voting": 1,
  "wave-one": 9,
  "wave-two": 6,
  held: 4,
  returned: 3,
  "rolled-back": 6,
  adopted: 18,
  retired: 12,
};
