import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import type { Figure } from "./figure.ts";
import { advisedMeasures, guardShapes, hard, measures, simulate, tasks } from "./gate-tasks.ts";
import type { Found, Task } from "./gate-tasks.ts";

const SEED = 20_261_129;
const REPLICATIONS = Number(process.env["REPLICATIONS"] ?? 2000);

/**
 * How well the gate decides under the default policy, at its own minimum samples: seeded, so that the same code gives the same
 * figures anywhere. A figure is met where it keeps its goal within two standard errors, which its name bears.
 */
export async function gateBench(): Promise<Figure[]> {
  const found = await inThreads();
  return [
    ...measures.map((measure) => falsePass(found, measure)),
    falseFail(found),
    ...power(found),
    ...guardShapes.flatMap((shape) => guard(found, shape)),
    ...advisedMeasures.flatMap((measure) => advice(found, measure)),
  ];
}

const share = ({ counts, of }: Found, what: string): number => (counts[what] ?? 0) / of;
const worstOf = (found: readonly Found[], what: string): Found =>
  found.reduce((a, b) => (share(b, what) > share(a, what) ? b : a));

function falsePass(found: readonly Found[], measure: string): Figure {
  const own = found.filter(({ task }) => task.kind === "false pass" && task.measure === measure);
  const worst = worstOf(own, "pass");
  return most(
    `false pass, ${measure} at its floor, worst of ${own.length} noises (${where(worst.task)})`,
    worst,
    "pass",
    5,
  );
}

function falseFail(found: readonly Found[]): Figure {
  const good = found.filter(({ task }) => task.kind === "whole" && task.truth === "good");
  const worst = worstOf(good, "fail");
  return most(`false fail, good technology, worst of ${good.length} noises (${where(worst.task)})`, worst, "fail", 1);
}

function power(found: readonly Found[]): Figure[] {
  return found.flatMap((one) => {
    const { task } = one;
    if (task.kind !== "whole" || !hard.some((noise) => noise === task.noise)) return [];
    return [least(`pass, ${task.truth} technology (${where(task)})`, one, "pass", task.truth === "good" ? 90 : 80)];
  });
}

function guard(found: readonly Found[], shape: string): Figure[] {
  const of = (better: boolean): Found[] =>
    found.filter(({ task }) => task.kind === "guard" && task.shape === shape && task.better === better);
  return [
    ...of(false).flatMap((one) => [
      most(`guard, ${shape} at its limit, 90 looks: ever within`, one, "within", 5),
      most(`guard, ${shape} at its limit, 90 looks: ever breached`, one, "breached", 5),
    ]),
    ...of(true).map((one) => most(`guard, ${shape} five times better, 90 looks: ever held`, one, "breached", 2)),
  ];
}

const advice = (found: readonly Found[], measure: string): Figure[] =>
  found
    .filter(({ task }) => task.kind === "advice" && task.measure === measure)
    .map((one) => least(`advice on ${measure}: what was advised settles it`, one, "settled", 80));

const where = (task: Task): string => ("noise" in task ? `${task.noise}, tier ${task.tier}` : task.kind);

/** Two standard errors of the share aimed at, per cent. */
const error = ({ of }: Found, goal: number): number => 2 * Math.sqrt((goal * (100 - goal)) / of);

function most(name: string, found: Found, what: string, goal: number): Figure {
  return figure(name, found, what, goal, (value, slack) => value <= goal + slack);
}

function least(name: string, found: Found, what: string, goal: number): Figure {
  return figure(name, found, what, goal, (value, slack) => value >= goal - slack);
}

function figure(
  name: string,
  found: Found,
  what: string,
  goal: number,
  isMet: (value: number, slack: number) => boolean,
): Figure {
  const [value, slack] = [100 * share(found, what), error(found, goal)];
  const title = `gate: ${name}, n ${found.of}, ± ${slack.toFixed(1)}`;
  return { name: title, value: Number(value.toFixed(2)), unit: "%", goal, met: isMet(value, slack) };
}

/** Two threads take turns at the tasks. */
async function inThreads(): Promise<readonly Found[]> {
  const halves = [0, 1].map((half) => tasks.filter((_, i) => i % 2 === half));
  const found = await Promise.all(halves.map(inThread));
  return tasks.flatMap((_, i) => found[i % 2]?.[Math.floor(i / 2)] ?? []);
}

async function inThread(some: readonly Task[]): Promise<readonly Found[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: some });
    worker.once("message", (found: readonly Found[]) => resolve(found));
    worker.once("error", reject);
  });
}

if (!isMainThread && Array.isArray(workerData)) {
  parentPort?.postMessage((workerData as readonly Task[]).map((task) => simulate(task, SEED, REPLICATIONS)));
}
