import type { EvidenceKind } from "../evidence/kinds.ts";
import type { Statistics } from "../evidence/statistics.ts";
import type { Day, Instant } from "../words/text.ts";
import type { Demand } from "./demand.ts";
import type { IndicatorOf } from "./indicator.ts";
import type { PlannedFairness } from "./planned-fairness.ts";
import type { PlannedIndicator } from "./planned-indicator.ts";
import type { RestoreRules } from "./restore-time.ts";
import type { RubricItem } from "./rubric-score.ts";

/** What measuring needs of a piece of evidence; withdrawn ones are left out by the caller. */
export interface ScoringPiece {
  readonly digest: string;
  readonly kind: EvidenceKind;
  readonly from: Instant;
  readonly to: Instant;
  readonly expiresOn: Day;
  readonly statistics: Statistics;
  readonly rows: number;
  readonly rejectedRows: number;
}

/** What of a policy measuring goes by. */
export interface MeasuringRules<M extends string = string> {
  /** One-sided confidence before it is shared among looks, 0.5–1. */
  readonly confidence: number;
  readonly criteria: readonly { readonly key: string; readonly indicators: readonly IndicatorOf<M>[] }[];
  readonly minimumGroup: number;
  readonly restore: RestoreRules;
}

/** What of a locked plan measuring goes by; each as the plan has it. */
export interface MeasuringPlan {
  readonly services: readonly string[];
  readonly latencyMs: number;
  readonly restoreSeconds: number | null;
  readonly indicators: { readonly [key: string]: PlannedIndicator };
  readonly fairness: PlannedFairness | null;
  readonly looks: readonly Day[];
}

/** Everything an indicator is measured against, all of it locked or recorded. */
export interface MeasureContext<M extends string = string> {
  readonly policy: MeasuringRules<M>;
  readonly plan: MeasuringPlan;
  readonly demand: Demand;
  /** The pilot's own. */
  readonly pieces: readonly ScoringPiece[];
  /** What the plan's comparisons hold them against. */
  readonly baseline: readonly ScoringPiece[];
  readonly rubricScores: readonly RubricItem[];
  /** Seconds that each restore drill of the pilot took. */
  readonly drills: readonly number[];
  /** A piece is in force through its `expiresOn`. */
  readonly today: Day;
  /** One confidence for either side, in place of c′ and of (1−c′)/m: a guard has looks, and an error, of its own. */
  readonly heldAt?: number;
}
