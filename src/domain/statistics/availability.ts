import { chiSquareQuantile, fQuantile } from "./distributions.ts";

/** Times in one unit of the caller's choice (seconds in the product). */
export interface Renewal {
  readonly outages: number;
  readonly down: number;
  readonly up: number;
  /** The longest outage, where it is known. */
  readonly longest?: number;
}

/**
 * One-sided lower bound of the availability (0–1) at `confidence` c from merged outages in a fixed observation window: the
 * smaller of the bound for exponential repairs, A_L = 1 / (1 + (D/r)·((r+1)/U)·F_c(2r, 2r+2)) for r ≥ 1, and the bound after
 * one more outage as long as `restore`, A_L = 1 / (1 + (χ²_c(2r+2)/2)·((D+R)/(r+1))/U), which at r = 0 is 1 / (1 + −ln(1−c)·R/U).
 * Probes a minute apart are not independent (a binomial bound covers 53–65 %). The first covers 80 % for heavy-tailed repairs;
 * with the second, R five times the longest of three drills and all outages, the two together clear falsely in at most 5 %:
 * repairs of 0.2–12 h in the mean, CV up to 4. U = 0 gives 0.
 * Source: methods.md; ratio of exponential means ~ F (alternating renewal process); χ² bound of a Poisson rate (Garwood 1936).
 */
export function availabilityLower(observed: Renewal, restore: number, confidence: number): number {
  const { outages: r, down, up } = observed;
  if (up <= 0) return 0;
  const rate = r === 0 ? -Math.log(1 - confidence) : chiSquareQuantile(confidence, 2 * r + 2) / 2;
  const oneMore = 1 / (1 + (rate * ((down + restore) / (r + 1))) / up);
  if (r === 0) return oneMore;
  return Math.min(oneMore, 1 / (1 + (down / r) * ((r + 1) / up) * fQuantile(confidence, 2 * r, 2 * r + 2)));
}

/**
 * One-sided upper bound at `confidence`: 1 / (1 + (D/U)/F_c(2r, 2r)); 1 at r = 0, 0 where nothing was up. Where the longest
 * outage is known it is left out: where repairs are as uneven as CV 4, one that takes a day instead of minutes is no sign
 * that the service is worse than it should be in the long run.
 */
export function availabilityUpper({ outages, down: all, up, longest }: Renewal, confidence: number): number {
  const [r, down] = longest === undefined ? [outages, all] : [outages - 1, Math.max(0, all - longest)];
  if (r <= 0) return 1;
  return up <= 0 ? 0 : 1 / (1 + down / up / fQuantile(confidence, 2 * r, 2 * r));
}

/** The textbook two-sided interval beside the one-sided bounds of the gate, for r ≥ 1. */
export function availabilityRenewalInterval({ outages: r, down, up }: Renewal, confidence: number) {
  if (r < 1) throw new RangeError("A renewal interval needs at least one outage");
  const ratio = down / up;
  const f = fQuantile(1 - (1 - confidence) / 2, 2 * r, 2 * r);
  return {
    availability: up / (up + down),
    lower: 1 / (1 + ratio * f),
    upper: 1 / (1 + ratio / f),
    lowerOneSided95: 1 / (1 + ratio * fQuantile(0.95, 2 * r, 2 * r)),
    lowerOneSided95TimeTerminated: 1 / (1 + (down / r) * ((r + 1) / up) * fQuantile(0.95, 2 * r, 2 * r + 2)),
  };
}

/**
 * Availability in agreed service time (planned windows announced beforehand left out of the period) and by the wall
 * clock (planned windows are down). Unplanned downtime that overlaps a window counts once: give it without the overlap.
 */
export function availabilityPlannedWindows(period: number, planned: number, unplannedDown: number) {
  if (!(planned >= 0 && unplannedDown >= 0 && planned + unplannedDown <= period && planned < period)) {
    throw new RangeError("Planned and unplanned downtime together lie within the period");
  }
  return {
    agreedServiceTime: 1 - unplannedDown / (period - planned),
    wallClock: 1 - (planned + unplannedDown) / period,
  };
}
