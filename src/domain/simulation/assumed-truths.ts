import { indicatorsOf } from "../measures/indicator.ts";
import { forTier } from "../policy/for-tier.ts";
import type { Policy } from "../policy/policy.ts";
import type { Measure } from "../measures/measures.ts";
import type { Tier } from "../words/tier.ts";
import type { Samples, Truth } from "./pilot.ts";
import { decentTruth, goodTruth, isSimulated, minimumSamples, truthOf } from "./profiles.ts";

/** Names of the truths that can be asked about; beside them somebody may give numbers of their own. */
export const assumedTruths = ["good", "decent"] as const;
export type AssumedTruth = (typeof assumedTruths)[number];

export const assumedTruth = (name: AssumedTruth): Truth => (name === "good" ? goodTruth : decentTruth);

/** The policy's least samples of a tier, however small; hours of load to a hundredth upwards so that they can be typed. */
export function leastSamples(policy: Policy, tier: Tier): Samples {
  const usual = minimumSamples(policy, tier);
  const judged = indicatorsOf(forTier(policy, tier));
  const least = (measure: Measure, otherwise: number): number =>
    judged.find((indicator) => indicator.measure === measure && indicator.optional !== true)?.minimumSample ??
    otherwise;
  return {
    ...usual,
    loadHours: Math.ceil(usual.loadHours * 100 - 1e-9) / 100,
    respondents: least("sus", usual.respondents),
    participants: least("task-success", usual.participants),
    volumeRuns: least("volume", usual.volumeRuns),
  };
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
