import { newcombeDifference } from "../statistics/differences.ts";
import type { Observed } from "./observed.ts";
import type { Distribution, Events } from "./finding-parts.ts";

/**
 * The difference of two shares (−1 to 1) that lies at p (0–1) of what the data leave possible: Newcombe's one-sided bound,
 * below the estimate for p < ½ and above it for p > ½. Both samples hold at least one trial. Zero cells are no trouble.
 */
export function differenceAt(p: number, of: Events, less: Events): number {
  const [a, b] = [count(of), count(less)];
  const { lower, upper } = newcombeDifference(a, b, Math.abs(2 * p - 1));
  return p < 0.5 ? lower : upper;
}

/**
 * The largest difference, either way, of several shares from a reference, at p: above ½ the largest of the groups' own
 * bounds, since all of them must stay within a limit; below ½ the largest distance from none at p / groups, since the
 * widest of several differences is wide by chance too (Bonferroni). 0–1, rising with p.
 */
export function disparityAt(p: number, groups: readonly Events[], reference: Events): number {
  const widths = groups.map((group) => {
    if (p >= 0.5) return Math.max(differenceAt(p, group, reference), -differenceAt(1 - p, group, reference));
    const tail = p / groups.length;
    return Math.max(0, differenceAt(tail, group, reference), -differenceAt(1 - tail, group, reference));
  });
  return Math.max(...widths);
}

/** Beta(s+½, f+½) on an effective sample, back to s of s + f. */
export function eventsOf({ a, b }: Extract<Distribution, { kind: "beta" }>): Events {
  const [events, others] = [Math.max(0, a - 0.5), Math.max(0, b - 0.5)];
  return { events, n: events + others };
}

/** A share less another. */
export function differenceObserved(of: Events, less: Events, unit: Observed["unit"]): Observed {
  return {
    estimate: share(of) - share(less),
    n: of.n,
    unit,
    lower: (confidence) => differenceAt(1 - confidence, of, less),
    upper: (confidence) => differenceAt(confidence, of, less),
    distribution: { kind: "difference", of, less },
    marks: [],
    scaled: (factor) => differenceObserved(scaled(of, factor), scaled(less, factor), unit),
  };
}

/** The largest difference of the groups from the reference; n of the smallest group, in people. */
export function disparityObserved(groups: readonly Events[], reference: Events, people: number): Observed {
  return {
    estimate: Math.max(...groups.map((group) => Math.abs(share(group) - share(reference)))),
    n: people,
    unit: "people",
    lower: (confidence) => disparityAt(1 - confidence, groups, reference),
    upper: (confidence) => disparityAt(confidence, groups, reference),
    distribution: { kind: "disparity", groups, reference },
    marks: [],
    scaled: (factor) =>
      disparityObserved(
        groups.map((group) => scaled(group, factor)),
        scaled(reference, factor),
        people * factor,
      ),
  };
}

export function share({ events, n }: Events): number {
  return n === 0 ? 0 : events / n;
}

function scaled({ events, n }: Events, factor: number): Events {
  return { events: events * factor, n: n * factor };
}

/** Events taken from a stored distribution may pass their trials by a last bit. */
function count({ events, n }: Events): { readonly successes: number; readonly n: number } {
  return { successes: Math.min(Math.max(events, 0), n), n };
}
