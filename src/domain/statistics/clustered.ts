import { normalQuantile, tQuantile } from "./distributions.ts";

/** Lengths of the stretches, seconds. */
export const blockSeconds = [60, 300, 900, 2700] as const;

/** Events in clusters as sums over clusters i with t_i trials and e_i events. */
export interface ClusterSums {
  /** k */
  readonly clusters: number;
  readonly trials: number;
  readonly events: number;
  /** Σ e_i², Σ e_i·t_i, Σ t_i² */
  readonly sumEE: number;
  readonly sumET: number;
  readonly sumTT: number;
}

export interface EffectiveSample {
  /** p̂ = Σe / Σt */
  readonly share: number;
  readonly n: number;
  /** p̂·n, not whole. */
  readonly events: number;
}

/**
 * The sample that independent trials would need for the same uncertainty. Requests of one run stall together, so
 * a binomial bound on all of them covered 57 % instead of 95 %; slices of 10 s are the clusters.
 * Var = k/(k−1)·Σ(e_i − p̂·t_i)² / (Σt)², n_eff = min(p̂(1−p̂)/Var, k), k where Var = 0 (methods.md, ratio
 * estimator of cluster sampling, Cochran 1977 ch. 2.11). No trials or no cluster: n = 0.
 * One cluster alone says nothing about the variance: n_eff = 1.
 */
export function effectiveSample(sums: ClusterSums): EffectiveSample {
  const { clusters: k, trials, events } = sums;
  if (k < 1 || trials <= 0) return { share: 0, n: 0, events: 0 };
  const share = events / trials;
  const n = Math.min(independentTrials(sums), k);
  return { share, n, events: share * n };
}

/** p̂(1−p̂)/Var of cluster sums: the independent trials that would vary as much; infinite where the clusters do not vary. */
function independentTrials(sums: ClusterSums): number {
  const { clusters: k, trials, events } = sums;
  if (k < 2) return Infinity;
  const share = events / trials;
  const squares = Math.max(0, sums.sumEE - 2 * share * sums.sumET + share * share * sums.sumTT);
  const variance = ((k / (k - 1)) * squares) / (trials * trials);
  // Differences of large sums leave a residue of rounding where every cluster has the same share.
  const negligible = variance <= 1e-15 * Math.max(share * share, Number.MIN_VALUE);
  return negligible ? Infinity : (share * (1 - share)) / variance;
}

/** A run of load: its slices of 10 s, and the same events in longer stretches where these are known. */
export interface RunSums {
  readonly slices: ClusterSums;
  readonly blocks: readonly (ClusterSums & { readonly seconds: number })[];
}

export const SLICE_SECONDS = 10;
/** Whatever the data look like, no two trials are taken for independent that lie closer together in time. */
export const STALL_SECONDS = 180;

/** Fewer stretches than this say too little about a variance. */
const LEAST_STRETCHES = 10;

/**
 * The sample that independent trials would need for the same uncertainty of a run's share, where requests fail together for
 * longer than a slice. The variance is the largest over slices of 10 s and longer blocks V_b, and over 2·V_b − V_{b/3}, which
 * makes up for what still hangs together beyond a block (lugsail batch means); n_eff = min(p̂(1−p̂)/Var, T/180) with T the
 * seconds observed, less the uncertainty of a variance from k blocks, (z/t_{k−1})². The variance of slices alone is far too
 * small under stalls of a minute (false clear 22–60 %), and a run without a failure says nothing about how long a stall would
 * have been: up to three minutes count as one event. Lengths with fewer than ten blocks are left out.
 * Source: Vats & Flegal 2022, Biometrika 109:735 (lugsail); Korn & Graubard 1998 (degrees of freedom).
 *
 * @param confidence one-sided, 0.5–1
 */
export function effectiveRun({ slices, blocks }: RunSums, confidence: number): EffectiveSample {
  const { clusters, trials, events } = slices;
  if (clusters < 1 || trials <= 0) return { share: 0, n: 0, events: 0 };
  const share = events / trials;
  const most = (clusters * SLICE_SECONDS) / STALL_SECONDS;
  const enough = [
    { seconds: SLICE_SECONDS, ...slices },
    ...blocks.filter((block) => block.clusters >= LEAST_STRETCHES),
  ];
  const n = enough.reduce((least, block) => Math.min(least, sampleOf(block, enough, confidence)), most);
  return { share, n, events: share * n };
}

type Stretches = ClusterSums & { readonly seconds: number };

function sampleOf(block: Stretches, all: readonly Stretches[], confidence: number): number {
  const own = independentTrials(block);
  if (!Number.isFinite(own)) return Infinity;
  const third = all.find(({ seconds }) => seconds * 3 === block.seconds);
  const longer = third === undefined ? 0 : 2 / own - 1 / independentTrials(third);
  return adjusted(1 / Math.max(1 / own, longer), block.clusters, confidence);
}

function adjusted(n: number, clusters: number, confidence: number): number {
  if (confidence <= 0.5) return n;
  return n * (normalQuantile(confidence) / tQuantile(confidence, clusters - 1)) ** 2;
}

/** `factor` times as many clusters just like these. */
export function moreClusters<S extends ClusterSums>(sums: S, factor: number): S {
  return {
    ...sums,
    clusters: sums.clusters * factor,
    trials: sums.trials * factor,
    events: sums.events * factor,
    sumEE: sums.sumEE * factor,
    sumET: sums.sumET * factor,
    sumTT: sums.sumTT * factor,
  };
}

/**
 * A run from its consecutive slices of 10 s, each [trials, events], with blocks of the lengths asked, seconds; what is left over
 * at the end is one block more.
 */
export function runOf(
  slices: readonly (readonly [trials: number, events: number])[],
  lengths: readonly number[],
): RunSums {
  return {
    slices: clusterSums(slices),
    blocks: lengths.map((seconds) => ({ seconds, ...clusterSums(joined(slices, seconds / SLICE_SECONDS)) })),
  };
}

function joined(slices: readonly (readonly [trials: number, events: number])[], size: number) {
  return Array.from({ length: Math.ceil(slices.length / size) }, (_, i) => {
    const own = slices.slice(i * size, (i + 1) * size);
    return [own.reduce((sum, [t]) => sum + t, 0), own.reduce((sum, [, e]) => sum + e, 0)] as const;
  });
}

/** `factor` times as long a run just like this one. */
export function moreRun({ slices, blocks }: RunSums, factor: number): RunSums {
  return { slices: moreClusters(slices, factor), blocks: blocks.map((block) => moreClusters(block, factor)) };
}

/**
 * Runs pool exactly, block by block. One that lacks a length which others have (an older entry) stands with its slices there:
 * beside the others it then hides nothing of how they vary.
 */
export function poolRuns(runs: readonly RunSums[]): RunSums {
  const lengths = [...new Set(runs.flatMap(({ blocks }) => blocks.map(({ seconds }) => seconds)))].sort(
    (a, b) => a - b,
  );
  const ofLength = ({ slices, blocks }: RunSums, length: number): ClusterSums =>
    blocks.find(({ seconds }) => seconds === length) ?? slices;
  return {
    slices: poolClusters(runs.map(({ slices }) => slices)),
    blocks: lengths.map((seconds) => ({ seconds, ...poolClusters(runs.map((run) => ofLength(run, seconds))) })),
  };
}

/** Attempts of one person are more alike than those of several: assumed where the data show no variation at all. */
export const ASSUMED_CORRELATION = 0.3;

/**
 * The effective sample of a few clusters with several trials each (people with some attempts), Korn & Graubard (1998): as many
 * as independent trials would vary as much, less the uncertainty of a variance from k clusters, times
 * (t_{n−1}/t_{k−1})² at the confidence asked; never more than the trials. Without any variance, trials / (1 + 0.3·(m̄ − 1)) with
 * m̄ trials a cluster. False clear ≤ 3.3 % over 24 designs in simulation, where a cap at the clusters wastes most of the data.
 * Source: Korn & Graubard 1998, Survey Methodology 24:193.
 *
 * @param confidence one-sided, 0.5–1
 */
export function effectiveAttempts(sums: ClusterSums, confidence: number): EffectiveSample {
  const { clusters: k, trials, events } = sums;
  if (k < 1 || trials <= 0) return { share: 0, n: 0, events: 0 };
  const share = events / trials;
  const unvaried = trials / (1 + ASSUMED_CORRELATION * (trials / k - 1));
  if (k < 2) return { share, n: 1, events: share };
  const independent = independentTrials(sums);
  const n = Number.isFinite(independent) ? Math.min(independent, trials) : Math.min(unvaried, trials);
  const factor =
    trials > k && confidence > 0.5 ? (tQuantile(confidence, trials - 1) / tQuantile(confidence, k - 1)) ** 2 : 1;
  return { share, n: n * factor, events: share * n * factor };
}

/** The sums of all clusters given as [trials, events] pairs; clusters without trials do not count. */
export function clusterSums(clusters: readonly (readonly [trials: number, events: number])[]): ClusterSums {
  const used = clusters.filter(([trials]) => trials > 0);
  const sum = (of: (t: number, e: number) => number): number => used.reduce((total, [t, e]) => total + of(t, e), 0);
  return {
    clusters: used.length,
    trials: sum((t) => t),
    events: sum((_, e) => e),
    sumEE: sum((_, e) => e * e),
    sumET: sum((t, e) => t * e),
    sumTT: sum((t) => t * t),
  };
}

/** Pieces pool exactly: their sums add. */
export function poolClusters(parts: readonly ClusterSums[]): ClusterSums {
  const sums = { clusters: 0, trials: 0, events: 0, sumEE: 0, sumET: 0, sumTT: 0 };
  for (const part of parts) {
    sums.clusters += part.clusters;
    sums.trials += part.trials;
    sums.events += part.events;
    sums.sumEE += part.sumEE;
    sums.sumET += part.sumET;
    sums.sumTT += part.sumTT;
  }
  return sums;
}
