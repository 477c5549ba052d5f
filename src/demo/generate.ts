import type { Services } from "../application/services.ts";
import { sweepAll } from "../application/sweep.ts";
import type { Policy } from "../domain/policy/policy.ts";
import type { DemoClock } from "./clock.ts";
import type { Desk } from "./desk.ts";
import { endings } from "./endings.ts";
import { portfolio, type Ending, type Scene } from "./portfolio.ts";
import { live, whenIs, type Calendar } from "./story.ts";

const day = 86_400_000;
const morning = 9 * 3_600_000;

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
  services: Services,
  clock: DemoClock,
  desk: Desk,
  policy: Policy,
  now: string,
  report: (done: number, all: number) => void,
): Promise<void> {
  const today = Math.floor(Date.parse(now) / day) * day;
  const lives = await Promise.all(portfolio.map((scene) => begin(scene, today, desk, policy)));
  const all = portfolio.reduce((sum, scene) => sum + endings[scene.ending].length, 0);
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
  const last = endings[scene.ending].at(-1) ?? "propose";
  const age = whenIs(last, { scene, policy }) + since[scene.ending];
  const start = today - age * day;
  const deeds = live({ scene, policy, desk, calendar: calendar(start) });
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
  "pilot-incident": 5,
  "pilot-complete": 3,
  stopped: 55,
  scoring: 2,
  moderating: 2,
  "rollout-gate": 2,
  "rollout-voting": 1,
  "wave-one": 9,
  "wave-two": 6,
  held: 4,
  adopted: 18,
  retired: 12,
};
