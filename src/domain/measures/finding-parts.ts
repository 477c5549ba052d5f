import type { FairnessMeasure } from "./planned-fairness.ts";

/** share: 0–1. ratio: times the stated demand. points: 0–100. rating: SEQ 1–7. count: findings. anchor: a rubric's 1–5. */
export type IndicatorUnit = "share" | "ratio" | "points" | "rating" | "count" | "anchor";

export type UnknownReason =
  | { readonly code: "no-evidence" }
  | { readonly code: "expired"; readonly expiredAt: string }
  | { readonly code: "below-minimum"; readonly n: number; readonly minimum: number; readonly unit: EvidenceUnit }
  | { readonly code: "rejected-rows"; readonly rejected: number; readonly rows: number }
  /** A piece in force was taken away on a legal ground: what it would say is neither ignored nor guessed. */
  | { readonly code: "withheld" }
  | { readonly code: "totals-only" }
  | { readonly code: "single-rate" }
  | { readonly code: "no-steps" }
  | { readonly code: "no-latency-level" }
  /** The evidence was read against another latency level than the plan's. */
  | { readonly code: "other-latency-level"; readonly planned: number; readonly measured: number }
  | { readonly code: "no-demand" }
  | { readonly code: "no-restore-time" }
  | { readonly code: "no-service-named" }
  | { readonly code: "service-missing"; readonly service: string }
  /** A piece too small to bound anything lies on the wrong side of the floor: neither ignored nor believed. */
  | { readonly code: "small-piece-beyond-floor"; readonly estimate: number }
  | { readonly code: "not-scored" }
  /** Nothing serious was found, but so many points wait for a person: a machine's silence is no conformance. */
  | { readonly code: "manual-review-needed"; readonly needsReview: number }
  /** The evidence says nothing of a group that the plan names. */
  | { readonly code: "group-missing"; readonly group: string }
  /** Nobody in the group could have had the outcome that the binding measure counts. */
  | { readonly code: "group-without-cases"; readonly group: string }
  | { readonly code: "fairness-not-planned" }
  | { readonly code: "no-baseline" }
  /** There is a baseline, and it is itself unknown. */
  | { readonly code: "baseline-unknown"; readonly why: UnknownReason };

export type EvidenceUnit =
  "respondents" | "participants" | "hours" | "slices" | "runs" | "seconds" | "pages" | "people" | "scores";

export type Mark =
  /** Repairs vary more than an exponential (CV > 1.5): the bound is optimistic and clears no floor. */
  | "bound-optimistic"
  /** The highest tested step passes: the capacity has no upper bound. */
  | "no-upper-bound"
  /** Several observations without any variation. */
  | "no-variation"
  /** One of several pieces truly differs from the others on the worse side, and decides. */
  | "piece-differs"
  /** How long a failure lasts was shown by drills and outages, or by too few: see `restore`. */
  | "restore-shown"
  | "restore-unshown"
  /** Pieces too small to bound anything were left out beside a larger one. */
  | "small-pieces-left-out"
  /** Pieces that give a mean and no spread were left out beside others that bound it. */
  | "totals-left-out"
  /** The floor is held against the anytime bound of the e-value, good at any look. */
  | "anytime"
  /** The plan chose the anytime rule, but somebody tried more than once: the look's own bound decides. */
  | "anytime-not-possible"
  /** The groups differ in what came of them: no algorithm can satisfy every measure of fairness at once. */
  | "unequal-base-rates"
  /** A group is selected at less than four fifths of the rate of the group selected most. */
  | "under-four-fifths";

/** What one draw of the indicator comes from, in the indicator's unit. Enough to simulate the score again. */
export type Distribution =
  | { readonly kind: "constant"; readonly value: number }
  /** Share: Beta(a, b), a = s + ½, b = f + ½ on the effective sample. */
  | { readonly kind: "beta"; readonly a: number; readonly b: number }
  | {
      readonly kind: "t";
      readonly mean: number;
      readonly standardError: number;
      readonly df: number;
      readonly unboundedAbove?: boolean;
    }
  /** Capacity between the highest load level passed (null: none) and the lowest missed (null: none). */
  | { readonly kind: "levels"; readonly passed: MeanOf | null; readonly missed: MeanOf | null }
  | { readonly kind: "triangular"; readonly lowest: number; readonly median: number; readonly highest: number }
  /** A share less another, by Newcombe's bounds at every confidence. */
  | { readonly kind: "difference"; readonly of: Events; readonly less: Events }
  /** The largest difference, either way, of several shares from one. */
  | { readonly kind: "disparity"; readonly groups: readonly Events[]; readonly reference: Events }
  | {
      readonly kind: "availability";
      readonly outages: number;
      readonly downSeconds: number;
      readonly upSeconds: number;
      readonly restoreSeconds: number;
    };

interface MeanOf {
  readonly mean: number;
  readonly standardError: number;
  readonly df: number;
}

/** One-sided bounds, each at the look's confidence c′. A side without a bound is absent. */
export interface Bounds {
  readonly estimate: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** Events of a number of trials, either of them not whole where trials stand for an effective sample. */
export interface Events {
  readonly events: number;
  readonly n: number;
}

export interface FairnessFinding {
  readonly measure: FairnessMeasure;
  readonly reference: GroupShare;
  readonly groups: readonly (GroupShare & {
    /** Group less reference, with one-sided bounds at c′. */
    readonly difference: Required<Bounds>;
  })[];
}

export interface GroupShare {
  readonly group: string;
  readonly n: number;
  /** What the binding measure counts, of those it counts among. */
  readonly share: number;
  /** Share of those for whom the outcome came true, whatever was predicted. */
  readonly baseRate: number;
}
