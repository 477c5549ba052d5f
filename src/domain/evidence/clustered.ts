import type { Clustered, Rates } from "./statistics.ts";

/**
 * Sums over clusters (methods.md, "Requests are not independent"). Clusters without a trial carry nothing about a
 * share and are left out, so that they do not raise k.
 *
 * @param clusters events (≥ 0) and trials (≥ 0) of each cluster, events ≤ trials
 */
export function clustered(clusters: readonly { readonly events: number; readonly trials: number }[]): Clustered {
  const counted = clusters.filter((cluster) => cluster.trials > 0);
  const sum = (of: (cluster: { readonly events: number; readonly trials: number }) => number): number =>
    counted.reduce((total, cluster) => total + of(cluster), 0);
  return {
    clusters: counted.length,
    trials: sum((c) => c.trials),
    events: sum((c) => c.events),
    sumEE: sum((c) => c.events * c.events),
    sumET: sum((c) => c.events * c.trials),
    sumTT: sum((c) => c.trials * c.trials),
  };
}

/** Exact: every field is a sum over disjoint clusters. */
export function poolClustered(parts: readonly Clustered[]): Clustered {
  const sum = (field: keyof Clustered): number => parts.reduce((total, part) => total + part[field], 0);
  return {
    clusters: sum("clusters"),
    trials: sum("trials"),
    events: sum("events"),
    sumEE: sum("sumEE"),
    sumET: sum("sumET"),
    sumTT: sum("sumTT"),
  };
}

/** Mean and sd (n−1) of at least one value; sd is absent for one. The order of the values does not matter. */
export function rates(values: readonly number[]): Rates {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const mean = n === 0 ? 0 : sorted.reduce((total, value) => total + value, 0) / n;
  if (n < 2) return { n, mean };
  const squares = sorted.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}
