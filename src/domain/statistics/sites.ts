import { fQuantile } from "./distributions.ts";
import type { Summary } from "./means.ts";

/** The chance of taking sites for different that are not. */
const RISK = 0.05;

/**
 * Whether the means of several sites differ by more than their people do: one-way analysis of variance at .05, from summaries.
 * Sites with fewer than two observations do not count; without variation within, any difference is one. Fisher 1925.
 */
export function sitesDiffer(sites: readonly Summary[]): boolean {
  const used = sites.filter(({ n, sd }) => n >= 2 && sd !== undefined);
  const n = used.reduce((sum, site) => sum + site.n, 0);
  if (used.length < 2) return false;
  const mean = meanOf(used);
  const between = used.reduce((sum, site) => sum + site.n * (site.mean - mean) ** 2, 0) / (used.length - 1);
  const within = used.reduce((sum, { n: own, sd = 0 }) => sum + (own - 1) * sd ** 2, 0) / (n - used.length);
  if (within === 0) return between > 1e-12;
  return between / within > fQuantile(1 - RISK, used.length - 1, n - used.length);
}

/**
 * Standard error of the mean over all people if the sites themselves are the sample: √(J/(J−1)·Σ(n_j/N)²(m_j − m)²), the ratio
 * estimator of cluster sampling. Cochran 1977, ch. 2.11. `n` is what the sites are worth, sitesWorth.
 */
export function errorBySites(sites: readonly Summary[]): { readonly n: number; readonly standardError: number } {
  const used = sites.filter(({ n }) => n > 0);
  const n = used.reduce((sum, site) => sum + site.n, 0);
  const mean = meanOf(used);
  const squares = used.reduce((sum, site) => sum + (site.n / n) ** 2 * (site.mean - mean) ** 2, 0);
  const standardError = Math.sqrt((used.length / (used.length - 1)) * squares);
  return { n: sitesWorth(used.map((site) => site.n)), standardError };
}

/**
 * So many sites of one size say as much: (Σn)²/Σn², two at least, since fewer bound nothing. A handful of answers sent in
 * one by one beside two large sites makes no dozen of them. Source: Kish 1965, Survey Sampling.
 */
export function sitesWorth(sizes: readonly number[]): number {
  const sum = sizes.reduce((total, n) => total + n, 0);
  const squares = sizes.reduce((total, n) => total + n * n, 0);
  return Math.min(sizes.length, Math.max(2, (sum * sum) / squares));
}

function meanOf(sites: readonly Summary[]): number {
  const n = sites.reduce((sum, site) => sum + site.n, 0);
  return sites.reduce((sum, site) => sum + site.n * site.mean, 0) / n;
}
