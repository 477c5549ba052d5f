import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { tiers } from "../../src/domain/words/tier.ts";
import type { Tier } from "../../src/domain/words/tier.ts";
import { simulateAdvice } from "../../src/domain/simulation/advice.ts";
import type { AdviceDesign } from "../../src/domain/simulation/advice.ts";
import { falsePasses, noisesOf, outcomesOf } from "../../src/domain/simulation/errors.ts";
import { simulateGuard } from "../../src/domain/simulation/guards.ts";
import type { GuardDesign } from "../../src/domain/simulation/guards.ts";
import { calm, decentTruth, goodTruth, nuisances } from "../../src/domain/simulation/profiles.ts";
import type { NuisanceName } from "../../src/domain/simulation/profiles.ts";

/** One share to simulate, as a thread of the bench is told. */
export type Task =
  | {
      readonly kind: "false pass";
      readonly tier: Tier;
      readonly measure: keyof typeof noisesOf;
      readonly noise: NuisanceName;
    }
  | { readonly kind: "whole"; readonly tier: Tier; readonly truth: "good" | "decent"; readonly noise: NuisanceName }
  | { readonly kind: "guard"; readonly shape: keyof typeof guards; readonly better: boolean }
  | { readonly kind: "advice"; readonly measure: keyof typeof advised };

/** A share of so many, by what it counts: "pass", "fail", "within", "breached", "settled". */
export interface Found {
  readonly task: Task;
  readonly of: number;
  readonly counts: { readonly [what: string]: number };
}

export const measures = Object.keys(noisesOf) as (keyof typeof noisesOf)[];
const noises = Object.keys(nuisances) as NuisanceName[];
export const hard = ["calm", "rough"] as const;
/** The tiers of the smallest and of a large pilot meet every noise; power is asked of all four. */
const ends = ["I", "III"] as const;

/** Ninety daily pieces, at the limit and five times better. */
const daily = (over: Pick<GuardDesign, "daily" | "limit" | "minimumSample"> & Partial<GuardDesign>): GuardDesign => ({
  policy: plainPolicy,
  days: 90,
  ...over,
});
const guards = {
  "task success": (better: boolean) =>
    daily({
      daily: { shape: "task-success", truth: better ? 0.95 : 0.75, people: 4, attempts: 5, intraclass: 0.3 },
      ...{ limit: 0.75, minimumSample: 12 },
    }),
  satisfaction: (better: boolean) =>
    daily({
      daily: { shape: "satisfaction", truth: better ? 92 : 60, people: 10, intraclass: 0.5 },
      ...{ limit: 60, minimumSample: 30 },
    }),
  "failed requests": (better: boolean) =>
    daily({
      daily: { shape: "failed-share", truth: better ? 0.004 : 0.02, slices: 720, stallSeconds: 60 },
      ...{ limit: 0.02, minimumSample: 30 },
    }),
  availability: (better: boolean) =>
    daily({
      daily: { shape: "availability", truth: better ? 0.998 : 0.99, repairHours: 0.4, repairVariation: 1 },
      ...{ limit: 0.99, minimumSample: 24, drills: 3 },
    }),
} as const;
export const guardShapes = Object.keys(guards) as (keyof typeof guards)[];

const advised = {
  "failed requests": { measure: "failed-share", floor: 0.02, truth: 0.008, first: 2160, noise: { stallSeconds: 60 } },
  "task success": { measure: "task-success", floor: 0.75, truth: 0.85, first: 16, noise: {} },
  SUS: { measure: "sus", floor: 65, truth: 74, first: 16, noise: {} },
  availability: { measure: "availability", floor: 0.99, truth: 0.996, first: 720, noise: {} },
} as const;
export const advisedMeasures = Object.keys(advised) as (keyof typeof advised)[];

export const tasks: readonly Task[] = [
  ...tiers.flatMap((tier) => hard.map((noise): Task => ({ kind: "whole", tier, truth: "good", noise }))),
  ...tiers.flatMap((tier) => hard.map((noise): Task => ({ kind: "whole", tier, truth: "decent", noise }))),
  ...ends.flatMap((tier) =>
    measures.flatMap((measure) =>
      noisesOf[measure].map((noise): Task => ({ kind: "false pass", tier, measure, noise })),
    ),
  ),
  ...guardShapes.flatMap((shape) => [false, true].map((better): Task => ({ kind: "guard", shape, better }))),
  ...advisedMeasures.map((measure): Task => ({ kind: "advice", measure })),
  ...ends.flatMap((tier) =>
    noises
      .filter((noise) => noise !== "calm" && noise !== "rough")
      .map((noise): Task => ({ kind: "whole", tier, truth: "good", noise })),
  ),
];

/** A wave of load takes a hundred times as long as a pilot of answers: fewer of them say enough. */
const slow = 10;

export function simulate(task: Task, seed: number, replications: number): Found {
  switch (task.kind) {
    case "false pass": {
      const { count, of } = falsePasses(plainPolicy, task.tier, task.measure, task.noise, seed, replications);
      return { task, of, counts: { pass: count } };
    }
    case "whole": {
      const truth = task.truth === "good" ? goodTruth : decentTruth;
      const { pass, fail } = outcomesOf(plainPolicy, task.tier, task.noise, seed, replications, truth);
      return { task, of: pass.of, counts: { pass: pass.count, fail: fail.count } };
    }
    case "guard": {
      const of = Math.ceil(replications / (task.shape === "failed requests" ? slow : 2));
      const { everWithin, everBreached } = simulateGuard(guards[task.shape](task.better), seed, of);
      return { task, of, counts: { within: everWithin.share * of, breached: everBreached.share * of } };
    }
    case "advice": {
      const { noise, ...own } = advised[task.measure];
      const design: AdviceDesign = { policy: plainPolicy, nuisance: { ...calm, ...noise }, ...own };
      const found = simulateAdvice(design, seed, Math.ceil(replications / 4));
      return { task, of: found.advised, counts: { settled: found.settled.share * found.advised } };
    }
    default:
      return task satisfies never;
  }
}
