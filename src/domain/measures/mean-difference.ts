import { tQuantile } from "../statistics/distributions.ts";
import type { Distribution } from "./finding-parts.ts";

export type T = Extract<Distribution, { kind: "t" }>;

/** A difference of two means by Welch, with Satterthwaite's degrees of freedom. */
export function meanDifference(of: T, less: T): T {
  const [va, vb] = [of.standardError ** 2, less.standardError ** 2];
  const standardError = Math.sqrt(va + vb);
  // By the shares of the variance: its square may be too small for a number.
  const [a, b] = [va / (va + vb), vb / (va + vb)];
  const df = standardError === 0 ? of.df + less.df : 1 / (a ** 2 / of.df + b ** 2 / less.df);
  return { kind: "t", mean: of.mean - less.mean, standardError, df };
}

/** Where the difference lies at p (0–1) of what the data leave possible. Neither side varies: as certain as both figures. */
export function meanDifferenceAt(p: number, of: T, less: T): number {
  const { mean, standardError, df } = meanDifference(of, less);
  return standardError === 0 ? mean : mean + tQuantile(p, df) * standardError;
}
