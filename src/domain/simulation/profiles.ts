import { forTier } from "../policy/for-tier.ts";
import type { Policy } from "../policy/policy.ts";
import { indicatorsOf } from "../measures/indicator.ts";
import type { Measure, Indicator } from "../measures/measures.ts";
import type { Tier } from "../words/tier.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";

/** Next to no noise: requests by themselves, exponential repairs, alike people, agreeing evaluators. */
export const calm: Nuisance = {
  stallSeconds: 2,
  sliceCorrelation: 0,
  sliceSpread: 0.02,
  repairHours: 0.4,
  repairVariation: 1,
  promisedHours: 0.5,
  intraclass: 0.1,
  susSpread: 14,
  unhappy: 0,
  siteSpread: 0,
  volumeSpread: 0.08,
  raterSpread: 0.4,
};

/** What pilots look like: stalls of a minute, uneven repairs, slow quarters of an hour, unhappy people, sites that differ. */
export const rough: Nuisance = {
  stallSeconds: 60,
  sliceCorrelation: 0.9,
  sliceSpread: 0.1,
  repairHours: 0.4,
  repairVariation: 2,
  promisedHours: 0.5,
  intraclass: 0.2,
  susSpread: 15,
  unhappy: 0.05,
  siteSpread: 0.15,
  volumeSpread: 0.15,
  raterSpread: 0.7,
};

/** Each kind of noise by itself at the edge of what the methods are made for, and all of it together. */
export const nuisances = {
  calm,
  rough,
  "stalls-10s": { ...calm, stallSeconds: 10 },
  "stalls-60s": { ...calm, stallSeconds: 60 },
  "stalls-120s": { ...calm, stallSeconds: 120 },
  "slow-times": { ...calm, sliceCorrelation: 0.97, sliceSpread: 0.15 },
  "short-repairs-uneven": { ...calm, repairHours: 0.2, repairVariation: 4 },
  "repairs-2h-uneven": { ...calm, repairHours: 2, repairVariation: 4 },
  "repairs-6h": { ...calm, repairHours: 6 },
  "repairs-12h-uneven": { ...calm, repairHours: 12, repairVariation: 4, promisedHours: 0.1 },
  "people-alike": { ...calm, intraclass: 0.3 },
  "some-unhappy": { ...calm, unhappy: 0.12, susSpread: 10 },
  "sites-differ": { ...calm, siteSpread: 0.3 },
} as const satisfies { readonly [name: string]: Nuisance };
export type NuisanceName = keyof typeof nuisances;

/** Far on the good side of every floor of the default policy. */
export const goodTruth: Truth = {
  availability: 0.9995,
  failedShare: 0.0005,
  withinShare: 0.99,
  headroom: 1.6,
  volume: 1.4,
  sus: 80,
  taskSuccess: 0.93,
  rubric: 4,
};

/** Good enough, with less to spare. */
export const decentTruth: Truth = {
  availability: 0.997,
  failedShare: 0.002,
  withinShare: 0.98,
  headroom: 1.5,
  volume: 1.25,
  sus: 76,
  taskSuccess: 0.9,
  rubric: 4,
};

/** Where each measure stands in a truth. */
export const truthOf = {
  availability: "availability",
  "failed-share": "failedShare",
  "within-share": "withinShare",
  headroom: "headroom",
  volume: "volume",
  sus: "sus",
  "task-success": "taskSuccess",
  rubric: "rubric",
} as const satisfies { readonly [M in Measure]?: keyof Truth };
export type SimulatedMeasure = keyof typeof truthOf;

export const isSimulated = (measure: Measure): measure is SimulatedMeasure => Object.hasOwn(truthOf, measure);

/** The same technology with one measure exactly at its floor. */
export function atFloor(policy: Policy, measure: SimulatedMeasure, truth: Truth = goodTruth): Truth {
  const floor = judgedAlways(policy).find((indicator) => indicator.measure === measure)?.floor;
  return floor === undefined ? truth : { ...truth, [truthOf[measure]]: floor };
}

/** As much as the policy asks for at least, in an ordinary pilot of the tier. Shares, people and slices in their own units. */
export function minimumSamples(policy: Policy, tier: Tier): Samples {
  const own = judgedAlways(forTier(policy, tier));
  const least = (measure: Measure, otherwise: number): number =>
    own
      .filter((indicator) => indicator.measure === measure)
      .reduce((most, indicator) => Math.max(most, indicator.minimumSample), otherwise);
  const slices = Math.max(least("failed-share", 30), least("within-share", 30), least("headroom", 30));
  return {
    days: Math.max(policy.tiers[tier].minimumPilotDays, Math.ceil(least("availability", 24) / 24)),
    drills: policy.restore.shownBy,
    loadHours: slices / 360,
    loadLevel: 1.3,
    loadRuns: 3,
    volumeRuns: least("volume", 5),
    respondents: least("sus", 12),
    participants: least("task-success", 12),
    attemptsEach: 5,
    evaluators: policy.tiers[tier].minimumEvaluators,
    sites: 1,
  };
}

const judgedAlways = (policy: Policy): readonly Indicator[] =>
  indicatorsOf(policy).filter(({ optional }) => optional !== true);
