import { availabilityLower, availabilityUpper } from "../statistics/availability.ts";
import type { Renewal } from "../statistics/availability.ts";
import { effectiveSample } from "../statistics/clustered.ts";
import type { ClusterSums } from "../statistics/clustered.ts";
import { tMargin } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../statistics/proportions.ts";
import { quantile } from "../statistics/quantiles.ts";
import type { Distribution, EvidenceUnit, Mark } from "./verdict-types.ts";

/** An indicator's evidence as its method sees it: one-sided bounds at any confidence, and where a draw comes from. */
export interface Observed {
  readonly estimate: number;
  readonly n: number;
  readonly unit: EvidenceUnit;
  /** Undefined where that side has no bound. */
  readonly lower: (confidence: number) => number | undefined;
  readonly upper: (confidence: number) => number | undefined;
  readonly distribution: Distribution;
  readonly marks: readonly Mark[];
  /** The same findings with `factor` times the evidence; undefined where more of the same cannot be had. */
  readonly scaled?: (factor: number) => Observed;
}

/** A share 0–1 of clustered events: exact bounds on the effective sample, Beta(s+½, f+½). */
export function shareObserved(sums: ClusterSums, unit: EvidenceUnit): Observed {
  const { share, n } = effectiveSample(sums);
  return effectiveShare(share, n, sums.clusters, unit);
}

function effectiveShare(share: number, n: number, clusters: number, unit: EvidenceUnit): Observed {
  const events = share * n;
  return {
    estimate: share,
    n: clusters,
    unit,
    lower: (confidence) => clopperPearsonLower(events, n, confidence),
    upper: (confidence) => clopperPearsonUpper(events, n, confidence),
    distribution: { kind: "beta", a: events + 0.5, b: n - events + 0.5 },
    marks: [],
    scaled: (factor) => effectiveShare(share, n * factor, clusters * factor, unit),
  };
}

export interface MeanOptions {
  /** Multiplies estimate, bounds and spread: 1 / demand for a ratio. */
  readonly scale?: number;
  /** Nothing bounds it from above: the highest tested step passes. */
  readonly unboundedAbove?: boolean;
  /** A scale ends where the instrument does: SUS 0–100. */
  readonly range?: readonly [number, number];
}

/** A mean with t-bounds over its n ≥ 2 observations. */
export function meanObserved(summary: Summary, unit: EvidenceUnit, options: MeanOptions = {}): Observed {
  const { scale = 1, unboundedAbove = false, range = [-Infinity, Infinity] } = options;
  const within = (x: number): number => Math.min(Math.max(x, range[0]), range[1]);
  const mean = summary.mean * scale;
  const standardError = ((summary.sd ?? 0) * scale) / Math.sqrt(summary.n);
  return {
    estimate: mean,
    n: summary.n,
    unit,
    lower: (confidence) => within(mean - tMargin(summary, confidence) * scale),
    upper: (confidence) => (unboundedAbove ? undefined : within(mean + tMargin(summary, confidence) * scale)),
    distribution: { kind: "t", mean, standardError, df: summary.n - 1, ...(unboundedAbove ? { unboundedAbove } : {}) },
    marks: [
      ...(unboundedAbove ? (["no-upper-bound"] as const) : []),
      ...(summary.sd === 0 ? (["no-variation"] as const) : []),
    ],
    scaled: (factor) => meanObserved({ ...summary, n: summary.n * factor }, unit, options),
  };
}

/** A figure that carries no uncertainty: the capacity is 0 where the lowest step misses the service level. */
export function constantObserved(value: number, n: number, unit: EvidenceUnit): Observed {
  const bound = (): number => value;
  return { estimate: value, n, unit, lower: bound, upper: bound, distribution: { kind: "constant", value }, marks: [] };
}

/** Availability of one service by its merged outages; n in observed hours. Times in seconds. */
export function availabilityObserved(renewal: Renewal, restoreSeconds: number, optimistic: boolean): Observed {
  const { outages, down, up } = renewal;
  return {
    estimate: up / (up + down),
    n: (up + down) / 3600,
    unit: "hours",
    lower: (confidence) => availabilityLower(renewal, restoreSeconds, confidence),
    upper: (confidence) => availabilityUpper(renewal, confidence),
    distribution: { kind: "availability", outages, downSeconds: down, upSeconds: up, restoreSeconds },
    marks: optimistic ? ["bound-optimistic"] : [],
    scaled: (factor) =>
      availabilityObserved(
        { outages: outages * factor, down: down * factor, up: up * factor },
        restoreSeconds,
        optimistic,
      ),
  };
}

/** A rubric item: no sampling interval, the lowest and highest moderated score are its ends. At least one score. */
export function rubricObserved(scores: readonly number[]): Observed {
  const sorted = scores.toSorted((a, b) => a - b);
  const [lowest, median, highest] = [quantile(sorted, 0), quantile(sorted, 0.5), quantile(sorted, 1)];
  return {
    estimate: median,
    n: scores.length,
    unit: "scores",
    lower: () => lowest,
    upper: () => highest,
    distribution:
      lowest === highest ? { kind: "constant", value: median } : { kind: "triangular", lowest, median, highest },
    marks: [],
  };
}
