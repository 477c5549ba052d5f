import { sweepAll } from "../application/sweep.ts";
import type { DemoClock } from "./clock.ts";
import { cityEvents } from "./city/events.ts";
import type { CityEvent } from "./city/enter.ts";
import { take } from "./deeds/do.ts";
import type { Desk } from "./desk.ts";
import type { Scene } from "./scene.ts";
import type { Step } from "./steps.ts";
import type { Calendar, Story } from "./story-of.ts";

const day = 86_400_000;
const morning = 9 * 3_600_000;
/** Before anybody else is at work. */
const opening = 8 * 3_600_000;

export interface Generation {
  readonly desk: Desk;
  readonly clock: DemoClock;
  /** The day on which every story stands at its end. */
  readonly now: string;
}

interface Life {
  readonly story: Story;
  /** Epoch milliseconds of the proposal's day. */
  readonly start: number;
  /** Number of the step that comes next, and when. */
  step: number;
  next: number;
}

/**
 * Lives all stories side by side in the order of time, because the ledger's time never goes back.
 * `report` is told how many of the steps are done.
 */
export async function generate(
  { desk, clock, now }: Generation,
  scenes: readonly Scene[],
  report: (done: number, all: number) => void,
): Promise<void> {
  const { services } = desk;
  const today = Math.floor(Date.parse(now) / day) * day;
  const proposed = new Map<string, string>();
  const lives = scenes.map((scene) => begin(scene, today, { desk, proposed }));
  const all = scenes.reduce((sum, { course }) => sum + course.length, cityEvents.length);
  const waiting = cityEvents.toSorted((a, b) => b.daysAgo - a.daysAgo);
  const dayBefore = (daysAgo: number): string => new Date(today - daysAgo * day).toISOString().slice(0, 10);
  /** What the city does for all its technologies stands in the ledger before whatever they do on that day. */
  const enterUntil = async (time: number, before: number): Promise<number> => {
    let count = before;
    for (let [next] = waiting; next !== undefined && startOf(next, today) <= time; [next] = waiting) {
      clock.stand(startOf(next, today) + count);
      await next.enter(desk, dayBefore);
      waiting.shift();
      report(++count, all);
    }
    return count;
  };
  let swept = 0;
  let done = 0;
  for (let life = earliest(lives); life !== undefined; life = earliest(lives)) {
    done = await enterUntil(life.next, done);
    clock.stand(life.next);
    if (Math.floor(life.next / day) > swept) {
      await sweepAll(services);
      swept = Math.floor(life.next / day);
    }
    await take(life.story, stepOf(life)).catch((error: unknown) => {
      const { scene } = life.story;
      throw new Error(`${scene.name.en}, day ${stepOf(life).day}: ${String(error)}`, { cause: error });
    });
    report(++done, all);
    life.step += 1;
    if (life.step === life.story.scene.course.length) lives.splice(lives.indexOf(life), 1);
    else life.next = Math.max(life.next + 1000, timeOf(life));
  }
  await enterUntil(Date.parse(now), done);
  clock.stand(null);
  await sweepAll(services);
}

const startOf = ({ daysAgo }: CityEvent, today: number): number => today - daysAgo * day + opening;

const earliest = (lives: readonly Life[]): Life | undefined =>
  lives.reduce<Life | undefined>(
    (first, life) => (first === undefined || life.next < first.next ? life : first),
    undefined,
  );

/** A story starts as long ago as its last step needs, so that it stands at its end now. */
function begin(scene: Scene, today: number, shared: Pick<Story, "desk" | "proposed">): Life {
  const start = today - (Math.max(...scene.course.map((step) => step.day)) + scene.ago) * day;
  const story: Story = { ...shared, scene, calendar: calendar(start), technology: "", plan: null };
  const life = { story, start, step: 0, next: 0 };
  return { ...life, next: timeOf(life) };
}

const timeOf = (life: Life): number => life.start + stepOf(life).day * day + morning;

function stepOf({ story: { scene }, step }: Life): Step {
  const next = scene.course[step];
  if (next === undefined) throw new Error(`${scene.name.en} has no step ${step}`);
  return next;
}

const calendar = (start: number): Calendar => ({
  day: (offset) => new Date(start + offset * day).toISOString().slice(0, 10),
  instant: (offset) => start + offset * day,
});
