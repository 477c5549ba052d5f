import type {
  Bounds,
  Distribution,
  EvidenceUnit,
  FairnessFinding,
  IndicatorUnit,
  Mark,
  UnknownReason,
} from "../measures/finding-parts.ts";
import type { Measure } from "../measures/measures.ts";

/**
 * What the evidence says, in plain JSON: no NaN, no infinity, no undefined; stored floats have twelve
 * significant digits. Ids, digests and codes only: pages make the sentences.
 */
export type Outcome = "pass" | "fail" | "not-enough-evidence";

/**
 * cleared: the bound a gate reads clears the floor. straddles: it does not, nor is the floor out of reach.
 * beyond: even the opposite bound, at (1−c′)/m, misses the floor. measured: no floor is set.
 */
export type IndicatorState = "cleared" | "straddles" | "beyond" | "measured" | "unknown" | "not-applicable";

/** What more would settle an indicator; the page makes the sentence: "20 more answers, if their mean stays at 71.5". */
export type Needed =
  /**
   * The least that clears the floor with a chance of four fifths if the truth is as estimated; `chance` (0–1) is that of the
   * amount. Entries made before it was known bear the amount that does if the estimate stays to a hair. Without an estimate: so
   * many at least, if nothing goes wrong.
   */
  | {
      readonly kind: "more";
      readonly unit: EvidenceUnit;
      readonly amount: number;
      readonly atEstimate?: number;
      readonly chance?: number;
    }
  /** The estimate itself lies on the wrong side of the floor: as much again clears it with this chance only, where it is known. */
  | { readonly kind: "better"; readonly atEstimate: number; readonly floor: number; readonly chance?: number }
  /** A higher load must be tried: the highest tested step passes and still is not enough. */
  | { readonly kind: "higher-load"; readonly tested: number; readonly floor: number }
  /** The evaluators' scores lie on both sides of the floor. */
  | { readonly kind: "moderation" }
  /** Evidence of another shape, see the reason: `unknown.code`, or the mark where there is none. */
  | { readonly kind: "other-evidence" };

/** Clamped piecewise-linear: [x, value 0–100] with x rising. */
type Breakpoints = readonly (readonly [number, number])[];

export interface IndicatorResult {
  /** The policy's indicator id; with a group `id@group`. */
  readonly id: string;
  readonly indicator: string;
  readonly criterion: string;
  readonly measure: Measure;
  readonly unit: IndicatorUnit;
  readonly better: "higher" | "lower";
  /** A group's own bound: floors only, its weight is 0. */
  readonly group?: string;
  /** Weight as the policy states it; the verdict divides by the sum of the applicable ones of the criterion. */
  readonly weight: number;
  readonly value: Breakpoints;
  readonly state: IndicatorState;
  readonly floor?: number;
  readonly unknown?: UnknownReason;
  /** In the indicator's unit; absent when unknown or not applicable. */
  readonly measured?: Bounds;
  /** The bound that decides a failed floor, at (1−c′)/m. */
  readonly failBound?: number;
  /** The same as values 0–100, worse end first. */
  readonly scored?: Bounds;
  readonly distribution?: Distribution;
  /** Observations behind the bound: respondents, slices, runs … */
  readonly n?: number;
  readonly nUnit?: EvidenceUnit;
  readonly minimum?: number;
  readonly marks: readonly Mark[];
  readonly needed?: Needed;
  /** Digests of the pieces it rests on, sorted. */
  readonly evidence: readonly string[];
  /** Earliest end of the effective periods, and the first expiry, RFC 3339. */
  readonly oldest?: string;
  readonly expires?: string;
  /** Which of several pieces decided: the worst, or the one that truly differs. */
  readonly decidedBy?: string;
  /** Shares of requests: the highest load judged, and the highest tested, requests a second; absent where all was judged. */
  readonly beyondLevels?: { readonly judgedTo: number; readonly tested: number };
  /** Availability: how long a failure is taken to last, and what says so. */
  readonly restore?: { readonly seconds: number; readonly by: string };
  /** The service with the worst bound (availability). */
  readonly service?: string;
  /** Headroom: the throughput at the service level behind it, requests a second. */
  readonly throughput?: Bounds;
  /** E-value that the share is at least the floor, and what it must reach; capped at 1e9. */
  readonly eValue?: { readonly value: number; readonly needed: number };
  readonly fairness?: FairnessFinding;
  /** Set on the comparison of an indicator with its baseline; then every figure is a difference, above 0 where better. */
  readonly comparison?: Comparison;
}

/** Both sides of a comparison in the indicator's unit; the pilot may be worse by less than the margin. */
export interface Comparison {
  readonly margin: number;
  readonly pilot?: number;
  readonly baseline?: number;
  /** Observations behind the baseline. */
  readonly baselineN?: number;
}

export interface Probabilities {
  readonly independent: number;
  readonly correlated: number;
}

export interface CriterionResult {
  readonly id: string;
  readonly weight: number;
  readonly floor?: number;
  readonly state: IndicatorState;
  /** Mean of the simulated score (lower run), quantiles 1−c′ (lower run) and c′ (upper run), the wider of both correlations. */
  readonly score: { readonly mean: number; readonly lower: number; readonly upper: number };
  /** Probability of reaching the floor, unknown indicators counted 0 (lower) and 100 (upper). */
  readonly reachesFloor?: { readonly lower: Probabilities; readonly upper: Probabilities };
  readonly measuredIndicators: number;
  readonly applicableIndicators: number;
}

export type VerdictReason =
  | { readonly code: "score-too-low"; readonly probability: number; readonly limit: number }
  | {
      readonly code: "indicator-beyond-floor";
      readonly indicator: string;
      readonly bound: number;
      readonly floor: number;
    }
  | {
      readonly code: "criterion-beyond-floor";
      readonly criterion: string;
      readonly probability: number;
      readonly limit: number;
    }
  | { readonly code: "indicator-unknown"; readonly indicator: string }
  | { readonly code: "criterion-unknown"; readonly criterion: string }
  | {
      readonly code: "indicator-straddles";
      readonly indicator: string;
      readonly bound?: number;
      readonly floor: number;
    }
  | {
      readonly code: "criterion-straddles";
      readonly criterion: string;
      readonly probability: number;
      readonly limit: number;
    }
  | { readonly code: "score-uncertain"; readonly probability: number; readonly limit: number }
  /** Simulated probability too near its limit to be told from it. */
  | {
      readonly code: "score-near-limit";
      readonly probability: number;
      readonly limit: number;
      readonly distance: number;
    }
  | { readonly code: "before-first-look" };

/** What more would settle the score once every indicator is known. */
export type ScoreNeeded =
  /** About so many times the evidence in all, if the estimates stay what they are. */
  | { readonly kind: "times-evidence"; readonly factor: number; readonly atScore: number }
  /** The score itself lies under the pass mark. */
  | { readonly kind: "better-score"; readonly atScore: number; readonly passMark: number };

export interface ScoreDistribution {
  readonly mean: number;
  readonly p05: number;
  readonly p50: number;
  readonly p95: number;
  /** Shares of the simulated scores (independent, lower run) in equal bins from `from` to `to`; they add to 1. */
  readonly histogram: { readonly from: number; readonly to: number; readonly shares: readonly number[] };
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly reasons: readonly VerdictReason[];
  readonly methodVersion: string;
  /** c, L and c′ = 1 − (1−c)/L. */
  readonly confidence: number;
  readonly looks: number;
  readonly lookConfidence: number;
  /** m: every floor of an applicable indicator, group or criterion. */
  readonly floors: number;
  readonly passMark: number;
  readonly draws: number;
  /** P(score ≥ pass mark), unknown indicators counted 0 (lower) and 100 (upper). */
  readonly reachesPassMark: { readonly lower: Probabilities; readonly upper: Probabilities };
  readonly score: ScoreDistribution;
  readonly criteria: readonly CriterionResult[];
  readonly indicators: readonly IndicatorResult[];
  readonly needed?: ScoreNeeded;
  readonly coverage: { readonly measured: number; readonly applicable: number };
  readonly freshness: { readonly oldest?: string; readonly expires?: string };
}
