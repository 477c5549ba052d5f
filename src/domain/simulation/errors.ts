import { forTier } from "../policy/for-tier.ts";
import type { Policy } from "../policy/policy.ts";
import type { Tier } from "../words/tier.ts";
import type { Samples, Truth } from "./pilot.ts";
import { atFloor, goodTruth, minimumSamples, nuisances } from "./profiles.ts";
import type { NuisanceName, SimulatedMeasure } from "./profiles.ts";
import { simulateIndicators, simulatePilot } from "./simulate.ts";

/** The noises that touch a measure at all; the others leave it as it is. */
export const noisesOf: { readonly [M in Exclude<SimulatedMeasure, "rubric">]: readonly NuisanceName[] } = {
  availability: ["calm", "rough", "short-repairs-uneven", "repairs-2h-uneven", "repairs-6h", "repairs-12h-uneven"],
  "failed-share": ["calm", "rough", "stalls-10s", "stalls-60s", "stalls-120s"],
  "within-share": ["calm", "rough", "slow-times"],
  headroom: ["calm", "rough", "stalls-120s", "slow-times"],
  volume: ["calm", "rough"],
  sus: ["calm", "rough", "some-unhappy", "sites-differ"],
  "task-success": ["calm", "rough", "people-alike", "sites-differ"],
};

/** Where sites differ, people come from three of them. */
const SITES = 3;

function samplesUnder(policy: Policy, tier: Tier, noise: NuisanceName): Samples {
  return { ...minimumSamples(policy, tier), ...(noise === "sites-differ" ? { sites: SITES } : {}) };
}

export interface Rate {
  readonly count: number;
  readonly of: number;
}

/**
 * How often one indicator clears its floor though the technology stands exactly at it and is good otherwise, at the policy's
 * own minimum samples. The load of the long run is then just enough to show the headroom's floor.
 */
export function falsePasses(
  policy: Policy,
  tier: Tier,
  measure: SimulatedMeasure,
  noise: NuisanceName,
  seed: number,
  replications: number,
): Rate {
  const own = forTier(policy, tier);
  const samples = { ...samplesUnder(policy, tier, noise), ...(measure === "headroom" ? { loadLevel: 1.21 } : {}) };
  const design = { policy: own, truth: atFloor(own, measure), nuisance: nuisances[noise], samples, looks: 1 };
  let count = 0;
  for (let number = 0; number < replications; number++) {
    const indicator = simulateIndicators(design, seed, number, measure).find(
      (indicator) => indicator.measure === measure,
    );
    if (indicator?.state === "cleared") count += 1;
  }
  return { count, of: replications };
}

export interface Outcomes {
  readonly pass: Rate;
  readonly fail: Rate;
}

/** What becomes of whole pilots of one truth under one noise, at the policy's own minimum samples and looks. */
export function outcomesOf(
  policy: Policy,
  tier: Tier,
  noise: NuisanceName,
  seed: number,
  replications: number,
  truth: Truth = goodTruth,
): Outcomes {
  const samples = samplesUnder(policy, tier, noise);
  const own = forTier(policy, tier);
  const design = { policy: own, truth, nuisance: nuisances[noise], samples, looks: policy.looks.default };
  let [pass, fail] = [0, 0];
  for (let number = 0; number < replications; number++) {
    const { outcome } = simulatePilot(design, seed, number);
    if (outcome === "pass") pass += 1;
    if (outcome === "fail") fail += 1;
  }
  return { pass: { count: pass, of: replications }, fail: { count: fail, of: replications } };
}
