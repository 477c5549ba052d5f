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
  const squares = Math.max(0, sums.sumEE - 2 * share * sums.sumET + share * share * sums.sumTT);
  const variance = k > 1 ? ((k / (k - 1)) * squares) / (trials * trials) : 0;
  // Differences of large sums leave a residue of rounding where every cluster has the same share.
  const negligible = variance <= 1e-15 * Math.max(share * share, Number.MIN_VALUE);
  const n = negligible ? k : Math.min((share * (1 - share)) / variance, k);
  return { share, n, events: share * n };
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
  const sum = (of: (part: ClusterSums) => number): number => parts.reduce((total, part) => total + of(part), 0);
  return {
    clusters: sum((p) => p.clusters),
    trials: sum((p) => p.trials),
    events: sum((p) => p.events),
    sumEE: sum((p) => p.sumEE),
    sumET: sum((p) => p.sumET),
    sumTT: sum((p) => p.sumTT),
  };
}
