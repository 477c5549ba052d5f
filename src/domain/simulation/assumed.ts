import type { Policy, Tier } from "../policy/policy.ts";
import type { Samples, Truth } from "./pilot.ts";
import { decentTruth, goodTruth, isSimulated, minimumSamples, truthOf } from "./profiles.ts";

/** Names of the truths that can be asked about; beside them somebody may give numbers of their own. */
export const assumedTruths = ["good", "decent"] as const;
export type AssumedTruth = (typeof assumedTruths)[number];

export const assumedTruth = (name: AssumedTruth): Truth => (name === "good" ? goodTruth : decentTruth);

/** The policy's least samples of a tier, hours of load to a hundredth upwards so that they can be typed. */
export function leastSamples(policy: Policy, tier: Tier): Samples {
  const least = minimumSamples(policy, tier);
  return { ...least, loadHours: Math.ceil(least.loadHours * 100 - 1e-9) / 100 };
}

/** The qualities that a policy judges at all, in its order. */
export const judgedQualities = (policy: Policy): readonly (keyof Truth)[] => [
  ...new Set(
    policy.criteria.flatMap(({ indicators }) =>
      indicators.flatMap(({ measure, optional }) =>
        optional !== true && isSimulated(measure) ? [truthOf[measure]] : [],
      ),
    ),
  ),
];
