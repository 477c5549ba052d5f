import { availabilityLower, availabilityUpper } from "../statistics/availability.ts";
import type { Renewal } from "../statistics/availability.ts";
import { effectiveAttempts, effectiveRun, moreClusters, moreRun } from "../statistics/clustered.ts";
import type { ClusterSums, EffectiveSample, RunSums } from "../statistics/clustered.ts";
import { tQuantile } from "../statistics/distributions.ts";
import { tMargin, withOneMore } from "../statistics/means.ts";
import type { Summary } from "../statistics/means.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../statistics/proportions.ts";
import { quantile } from "../statistics/quantiles.ts";
import { meanChance, MOST_OUTAGES, outageChance, roughChance, shareChance } from "./prospect.ts";
import type { OutagesAhead, Target } from "./prospect.ts";
import type { Distribution, EvidenceUnit, Mark } from "./finding-parts.ts";

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
  /**
   * The chance (0–1) that the bound reaches the target once there is `factor` times the evidence, if the truth is as estimated
   * now: what is there stays, only what is added varies.
   */
  readonly chance?: (factor: number, target: Target) => number;
}

/** A share 0–1 of the requests of a load run: exact bounds on the sample that stalls leave, Beta(s+½, f+½); n in slices. */
export function runObserved(run: RunSums): Observed {
  const sampleAt: SampleAt = (confidence, factor) => effectiveRun(moreRun(run, factor), confidence);
  return shareObserved(sampleAt, run.slices.clusters, "slices");
}

/**
 * A share 0–1 of people's attempts: exact bounds on the effective sample of Korn & Graubard; n in people.
 * @param sites where they truly differ: the same attempts with the sites for clusters
 */
export function attemptsObserved(sums: ClusterSums, sites?: ClusterSums): Observed {
  const sampleAt: SampleAt = (confidence, factor) => {
    const byPeople = effectiveAttempts(moreClusters(sums, factor), confidence);
    const bySites = sites === undefined ? byPeople : effectiveAttempts(moreClusters(sites, factor), confidence);
    return bySites.n < byPeople.n ? bySites : byPeople;
  };
  // Of a variance from so few people, whose shares have longer tails than a normal distribution.
  const doubt = sums.clusters > 1 ? Math.sqrt(3 / (sums.clusters - 1)) : 1;
  return shareObserved(sampleAt, sums.clusters, "participants", doubt);
}

/** Where a draw comes from when its sample depends on the confidence asked. */
const DRAWN_AT = 0.95;

/** The effective sample at a confidence, with `factor` times the evidence. */
type SampleAt = (confidence: number, factor: number) => EffectiveSample;

/** @param doubt relative error of the variance itself: what is to come may vary more than what there is */
function shareObserved(sampleAt: SampleAt, clusters: number, unit: EvidenceUnit, doubt = 0): Observed {
  const { share, n, events } = sampleAt(DRAWN_AT, 1);
  const bounded = (bound: typeof clopperPearsonLower) => (confidence: number) => {
    const sample = sampleAt(confidence, 1);
    return bound(sample.events, sample.n, confidence);
  };
  return {
    estimate: share,
    n: clusters,
    unit,
    lower: bounded(clopperPearsonLower),
    upper: bounded(clopperPearsonUpper),
    distribution: { kind: "beta", a: events + 0.5, b: n - events + 0.5 },
    marks: [],
    scaled: (factor) =>
      shareObserved((confidence, more) => sampleAt(confidence, more * factor), clusters * factor, unit, doubt),
    chance: (factor, target) => {
      const [now, later] = [sampleAt(0.5, 1), sampleAt(target.confidence, factor).n];
      const atVariance = (times: number): number =>
        shareChance({ ...now, n: now.n / times }, later / times, factor, target);
      if (doubt === 0) return atVariance(1);
      return (atVariance(1 / (1 + doubt)) + atVariance(1) + atVariance(1 + doubt)) / 3;
    },
  };
}

export interface MeanOptions {
  /** Multiplies estimate, bounds and spread: 1 / demand for a ratio. */
  readonly scale?: number;
  /**
   * A scale ends where the instrument does: SUS 0–100. The lower bound is then taken after one more answer at its lowest end.
   */
  readonly range?: readonly [number, number];
  /** Where sites truly differ: the standard error of the mean from the means of so many of them. */
  readonly sites?: { readonly n: number; readonly standardError: number };
}

/** A mean with t-bounds over its n ≥ 2 observations. */
export function meanObserved(summary: Summary, unit: EvidenceUnit, options: MeanOptions = {}): Observed {
  const { scale = 1, range, sites } = options;
  const [lowest, highest] = range ?? [-Infinity, Infinity];
  const mean = summary.mean * scale;
  const standardError = ((summary.sd ?? 0) * scale) / Math.sqrt(summary.n);
  const cautious = range === undefined ? summary : withOneMore(summary, lowest);
  const bySites = (confidence: number): number =>
    sites === undefined ? 0 : tQuantile(confidence, sites.n - 1) * sites.standardError;
  const margin = (of: Summary, confidence: number): number =>
    Math.max(tMargin(of, confidence), bySites(confidence)) * scale;
  const spread =
    sites !== undefined && sites.standardError * scale > standardError
      ? { standardError: sites.standardError * scale, df: sites.n - 1 }
      : { standardError, df: summary.n - 1 };
  return {
    estimate: mean,
    n: summary.n,
    unit,
    lower: (confidence) => Math.max(lowest, cautious.mean * scale - margin(cautious, confidence)),
    upper: (confidence) => Math.min(highest, mean + margin(summary, confidence)),
    distribution: { kind: "t", mean, ...spread },
    marks: summary.sd === 0 ? ["no-variation"] : [],
    scaled: (factor) => meanObserved({ ...summary, n: summary.n * factor }, unit, moreOf(options, factor)),
    chance: (factor, { floor, ...target }) => {
      const error = { standardError: spread.standardError / scale, df: spread.df };
      const siteError = sites === undefined ? undefined : moreSites(sites, factor);
      return meanChance({ summary, error, range, siteError }, factor, { ...target, floor: floor / scale });
    },
  };
}

/** More evidence comes from as many more sites as there is more of it: more from the same ones would not help. */
function moreOf(options: MeanOptions, factor: number): MeanOptions {
  const { sites } = options;
  return sites === undefined ? options : { ...options, sites: moreSites(sites, factor) };
}

function moreSites({ n, standardError }: NonNullable<MeanOptions["sites"]>, factor: number) {
  return { n: n * factor, standardError: standardError / Math.sqrt(factor) };
}

/** A figure that carries no uncertainty. */
export function constantObserved(value: number, n: number, unit: EvidenceUnit): Observed {
  const bound = (): number => value;
  return { estimate: value, n, unit, lower: bound, upper: bound, distribution: { kind: "constant", value }, marks: [] };
}

/**
 * Availability of one service by its merged outages; n in observed hours. Times in seconds.
 */
export function availabilityObserved(
  renewal: Renewal,
  restoreSeconds: number,
  ahead: OutagesAhead = { restoreAfter: () => restoreSeconds, variation: 1 },
): Observed {
  const { outages, down, up } = renewal;
  const scaled = (factor: number): Observed =>
    availabilityObserved(
      { ...renewal, outages: outages * factor, down: down * factor, up: up * factor },
      restoreSeconds,
      ahead,
    );
  const observed: Observed = {
    estimate: up / (up + down),
    n: (up + down) / 3600,
    unit: "hours",
    lower: (confidence) => availabilityLower(renewal, restoreSeconds, confidence),
    upper: (confidence) => availabilityUpper(renewal, confidence),
    distribution: { kind: "availability", outages, downSeconds: down, upSeconds: up, restoreSeconds },
    marks: [],
    scaled,
  };
  return {
    ...observed,
    chance: (factor, target) =>
      outages * (factor - 1) > MOST_OUTAGES
        ? roughChance(observed, scaled(factor), factor, target)
        : outageChance(renewal, ahead, factor, target),
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
