import { earlyPolicy } from "../../support/early-policy.ts";
import type { Clustered, Statistics } from "../../../src/domain/evidence/statistics.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import type { PlannedFairness } from "../../../src/domain/measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../../src/domain/measures/planned-indicator.ts";
import { clusterSums } from "../../../src/domain/statistics/clustered.ts";
import { pilot } from "./pilot.ts";

/** Evidence of the optional indicators, and plans that choose them. */

type Of<K extends Statistics["kind"]> = Extract<Statistics, { kind: K }>;

export const chosen: PlannedIndicator = {
  applicable: true,
  reason: null,
  floor: null,
  minimumSample: null,
  margin: null,
  anytime: false,
};

export const optionalKeys = earlyPolicy.criteria
  .flatMap(({ indicators }) => indicators)
  .flatMap(({ key, optional }) => (optional === true ? [key] : []));

/** One look, so that c′ is 0.95 and published one-sided bounds can be compared. */
export function choosing(
  indicators: ScoringContext["plan"]["indicators"],
  fairness: PlannedFairness | null = null,
): ScoringContext["plan"] {
  return { ...pilot().plan, looks: ["2026-10-15"], indicators, fairness };
}

export function scale(kind: "sus" | "umux-lite" | "seq", n: number, mean: number, sd: number): Statistics {
  return { kind, rows: n, rejected: 0, n, mean, sd, dropped: 0, alreadyCounted: 0, groups: [] };
}

export function satisfaction(over: Partial<Of<"satisfaction">> = {}): Statistics {
  return {
    kind: "satisfaction",
    rows: 200,
    rejected: 0,
    responses: 200,
    mean: 4.4,
    scaleMin: 1,
    scaleMax: 5,
    sd: 0.8,
    groups: [],
    ...over,
  };
}

export function audit(over: Partial<Of<"accessibility">> = {}): Statistics {
  return {
    kind: "accessibility",
    rows: 10,
    rejected: 0,
    pages: 10,
    critical: 0,
    serious: 0,
    moderate: 3,
    minor: 4,
    needsReview: 0,
    score: null,
    criteria: null,
    ...over,
  };
}

export const checklist = (over: Partial<Of<"accessibility">> = {}): Statistics =>
  audit({ criteria: { passed: 40, failed: 0, notApplicable: 10, notTested: 0 }, ...over });

export type Cells = readonly [tp: number, fp: number, tn: number, fn: number];

export function outcomes(groups: { readonly [group: string]: Cells }): Statistics {
  return {
    kind: "outcomes",
    rows: 1,
    rejected: 0,
    groups: Object.entries(groups).map(([group, [tp, fp, tn, fn]]) => ({
      group,
      n: tp + fp + tn + fn,
      cells: { tp, fp, tn, fn },
    })),
  };
}

export const fairnessBy = (measure: PlannedFairness["measure"], reference: string, ...groups: string[]) =>
  ({ measure, favourable: "positive", reference, groups }) satisfies PlannedFairness;

/** Participants who tried once each. */
export function triedOnce(successes: number, failures: number): Statistics {
  const people = [...Array<number>(successes).fill(1), ...Array<number>(failures).fill(0)];
  return tasksOf(clusterSums(people.map((success) => [1, success])));
}

export function tasksOf(succeeded: Clustered): Statistics {
  return {
    kind: "tasks",
    rows: succeeded.clusters,
    rejected: 0,
    participants: succeeded.clusters,
    attempts: succeeded.trials,
    successes: succeeded.events,
    succeeded,
    alreadyCounted: 0,
    groups: [],
  };
}
