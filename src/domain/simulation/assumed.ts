import { forTier } from "../policy/for-tier.ts";
import type { Indicator, Policy, Tier } from "../policy/policy.ts";
import type { Nuisance, Samples, Truth } from "./pilot.ts";
import { isSimulated, qualities } from "./exact.ts";

/** Pilots without much noise: what the formulas reckon with. */
export const calmNuisance: Nuisance = {
  stallSeconds: 0,
  sliceCorrelation: 0,
  sliceSpread: 0.02,
  repairHours: 0.4,
  repairVariation: 1,
  promisedHours: 0.5,
  intraclass: 0.1,
  susSpread: 14,
  unhappy: 0,
  siteSpread: 0,
  volumeSpread: 0.05,
  raterSpread: 0.4,
};

/** Names of the truths that a policy's own targets stand for; beside them somebody may give numbers of their own. */
export const assumedTruths = ["good", "decent"] as const;
export type AssumedTruth = (typeof assumedTruths)[number];

const shares: { readonly [T in AssumedTruth]: Truth } = {
  good: {
    availability: 0.9995,
    failedShare: 0.0005,
    withinShare: 0.99,
    headroom: 1.6,
    volume: 1.4,
    sus: 80,
    taskSuccess: 0.93,
    rubric: 4,
  },
  decent: {
    availability: 0.9985,
    failedShare: 0.002,
    withinShare: 0.98,
    headroom: 1.4,
    volume: 1.25,
    sus: 76,
    taskSuccess: 0.9,
    rubric: 3.5,
  },
};

export const assumedTruth = (name: AssumedTruth, _policy: Policy, _tier: Tier): Truth => shares[name];

/**
 * What a pilot collects that keeps to the policy and no more: the least days, evaluators and samples of its tier. Two drills
 * where the policy wants two, so that a promised restore time is shown.
 */
export function leastSamples(policy: Policy, tier: Tier): Samples {
  const judged = forTier(policy, tier);
  const most = (measures: readonly Indicator["measure"][], otherwise: number): number =>
    Math.max(
      otherwise,
      ...judged.criteria.flatMap(({ indicators }) =>
        indicators
          .filter(({ measure, optional }) => optional !== true && measures.includes(measure))
          .map((one) => one.minimumSample),
      ),
    );
  const { minimumPilotDays, minimumEvaluators } = policy.tiers[tier];
  return {
    days: Math.max(minimumPilotDays, Math.ceil(most(["availability"], 1) / 24)),
    drills: policy.restore.shownBy,
    loadHours: Math.ceil((most(["failed-share", "within-share", "headroom"], 30) / 360) * 10) / 10,
    loadRuns: 1,
    volumeRuns: most(["volume"], 2),
    respondents: most(["sus"], 2),
    participants: most(["task-success"], 2),
    attemptsEach: 5,
    evaluators: Math.max(minimumEvaluators, most(["rubric"], 1)),
    sites: 1,
  };
}

/** The qualities that a policy judges at all, in its order. */
export const judgedQualities = (policy: Policy): readonly (keyof Truth)[] => [
  ...new Set(
    policy.criteria.flatMap(({ indicators }) =>
      indicators.flatMap(({ measure, optional }) =>
        optional !== true && isSimulated(measure) ? [qualities[measure]] : [],
      ),
    ),
  ),
];
