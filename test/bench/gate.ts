import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { defaultPolicy } from "../../src/domain/policy/default.ts";
import { tiers } from "../../src/domain/policy/policy.ts";
import type { Tier } from "../../src/domain/policy/policy.ts";
import { falsePasses, noisesOf, outcomesOf } from "../../src/domain/simulation/errors.ts";
import type { Rate } from "../../src/domain/simulation/errors.ts";
import { decentTruth, goodTruth, nuisances } from "../../src/domain/simulation/profiles.ts";
import type { NuisanceName } from "../../src/domain/simulation/profiles.ts";
import type { Figure } from "./figure.ts";

const SEED = 20_261_129;
const REPLICATIONS = Number(process.env["REPLICATIONS"] ?? 2000);

/** One share to simulate, in a thread of its own turn. */
type Task =
  | {
      readonly kind: "false pass";
      readonly tier: Tier;
      readonly measure: keyof typeof noisesOf;
      readonly noise: NuisanceName;
    }
  | { readonly kind: "whole"; readonly tier: Tier; readonly truth: "good" | "decent"; readonly noise: NuisanceName };

const measures = Object.keys(noisesOf) as (keyof typeof noisesOf)[];
const noises = Object.keys(nuisances) as NuisanceName[];
/** The tiers of the smallest and of a large pilot meet every noise; power is asked of all four. */
const ends = ["I", "III"] as const;
const hard = ["calm", "rough"] as const;

const tasks: readonly Task[] = [
  ...ends.flatMap((tier) =>
    measures.flatMap((measure) =>
      noisesOf[measure].map((noise): Task => ({ kind: "false pass", tier, measure, noise })),
    ),
  ),
  ...tiers.flatMap((tier) => hard.map((noise): Task => ({ kind: "whole", tier, truth: "good", noise }))),
  ...tiers.flatMap((tier) => hard.map((noise): Task => ({ kind: "whole", tier, truth: "decent", noise }))),
  ...ends.flatMap((tier) =>
    noises
      .filter((noise) => noise !== "calm" && noise !== "rough")
      .map((noise): Task => ({ kind: "whole", tier, truth: "good", noise })),
  ),
];

interface Found {
  readonly task: Task;
  readonly pass: Rate;
  readonly fail: Rate;
}

function simulate(task: Task): Found {
  if (task.kind === "false pass") {
    const pass = falsePasses(defaultPolicy, task.tier, task.measure, task.noise, SEED, REPLICATIONS);
    return { task, pass, fail: { count: 0, of: REPLICATIONS } };
  }
  const truth = task.truth === "good" ? goodTruth : decentTruth;
  return { task, ...outcomesOf(defaultPolicy, task.tier, task.noise, SEED, REPLICATIONS, truth) };
}

/** How well the gate decides under the default policy: seeded, so that the same code gives the same figures anywhere. */
export async function gateBench(): Promise<Figure[]> {
  const found = await inThreads();
  return [...measures.flatMap((measure) => falsePassFigures(found, measure)), ...wholeFigures(found)];
}

function falsePassFigures(found: readonly Found[], measure: string): Figure[] {
  const own = found.filter(({ task }) => task.kind === "false pass" && task.measure === measure);
  const worst = own.reduce((a, b) => (b.pass.count > a.pass.count ? b : a));
  const { tier, noise } = worst.task;
  return [
    most(
      `false pass, ${measure} at its floor, worst of ${own.length} noises and tiers (${noise}, tier ${tier})`,
      worst.pass,
      5,
    ),
  ];
}

function wholeFigures(found: readonly Found[]): Figure[] {
  const whole = found.filter(({ task }) => task.kind === "whole");
  const good = whole.filter(({ task }) => task.kind === "whole" && task.truth === "good");
  const worst = good.reduce((a, b) => (b.fail.count > a.fail.count ? b : a));
  const fails = most(
    `false fail, good technology, worst of ${good.length} noises and tiers (${worst.task.noise}, tier ${worst.task.tier})`,
    worst.fail,
    1,
  );
  const power = whole.flatMap(({ task, pass }) =>
    task.kind === "whole" && hard.some((noise) => noise === task.noise)
      ? [
          least(
            `pass, ${task.truth} technology, ${task.noise}, tier ${task.tier}`,
            pass,
            task.truth === "good" ? 90 : 80,
          ),
        ]
      : [],
  );
  return [fails, ...power];
}

const percent = ({ count, of }: Rate): number => Number(((100 * count) / of).toFixed(2));
/** Two standard errors of the share aimed at, per cent. */
const error = ({ of }: Rate, goal: number): number => 2 * Math.sqrt((goal * (100 - goal)) / of);

const most = (name: string, rate: Rate, goal: number): Figure => ({
  name: `gate: ${name}, ± ${error(rate, goal).toFixed(1)}`,
  value: percent(rate),
  unit: "%",
  goal,
  met: percent(rate) <= goal + error(rate, goal),
});

const least = (name: string, rate: Rate, goal: number): Figure => ({
  name: `gate: ${name}, ± ${error(rate, goal).toFixed(1)}`,
  value: percent(rate),
  unit: "%",
  goal,
  met: percent(rate) >= goal - error(rate, goal),
});

/** Two threads take turns at the tasks. */
async function inThreads(): Promise<readonly Found[]> {
  const halves = [0, 1].map((half) => tasks.filter((_, i) => i % 2 === half));
  const found = await Promise.all(halves.map(inThread));
  return found.flat();
}

async function inThread(some: readonly Task[]): Promise<readonly Found[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: some });
    worker.once("message", (found: readonly Found[]) => resolve(found));
    worker.once("error", reject);
  });
}

if (!isMainThread && Array.isArray(workerData)) {
  parentPort?.postMessage((workerData as readonly Task[]).map(simulate));
}
