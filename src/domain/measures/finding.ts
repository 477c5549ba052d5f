import type { EvidencePiece, Demand, ItemScore, PilotPlan } from "../technology/state/events.ts";
import type { Day } from "../words/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Observed } from "./observed.ts";
import type { Bounds, FairnessFinding, IndicatorResult, UnknownReason } from "../scoring/verdict-types.ts";

/** What measuring needs of a piece of evidence; withdrawn ones are left out by the caller. */
export type ScoringPiece = Pick<
  EvidencePiece,
  "digest" | "kind" | "from" | "to" | "expiresOn" | "statistics" | "rows" | "rejectedRows"
>;

/** The scores that stand for one rubric item: as revealed, or as moderated where they were. */
export interface RubricItem {
  readonly item: string;
  readonly scores: readonly ItemScore[];
}

/** Everything an indicator is measured against, all of it locked or recorded. */
export interface MeasureContext {
  readonly policy: Policy;
  readonly plan: Pick<PilotPlan, "services" | "latencyMs" | "restoreSeconds" | "indicators" | "fairness" | "looks">;
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

export interface Known {
  readonly kind: "known";
  readonly observed: Observed;
  readonly evidence: readonly ScoringPiece[];
  readonly decidedBy?: string;
  readonly service?: string;
  /** Availability only: how long a failure was taken to last, and what showed it. */
  readonly restore?: NonNullable<IndicatorResult["restore"]>;
  /** Load only: levels beyond what the demand asks for were tried and not judged. */
  readonly beyondLevels?: NonNullable<IndicatorResult["beyondLevels"]>;
  /** Headroom only: the throughput behind it, requests a second. */
  readonly throughput?: Bounds;
  readonly eValue?: NonNullable<IndicatorResult["eValue"]>;
  readonly fairness?: FairnessFinding;
}

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly evidence: readonly ScoringPiece[];
  /** A point without a bound, where there is one. */
  readonly estimate?: number;
}

export type Found = Known | Unknown;

export function unknown(reason: UnknownReason, evidence: readonly ScoringPiece[], estimate?: number): Unknown {
  return { kind: "unknown", reason, evidence, ...(estimate === undefined ? {} : { estimate }) };
}

export function known(observed: Observed, evidence: readonly ScoringPiece[], more: Partial<Known> = {}): Known {
  return { kind: "known", observed, evidence, ...more };
}

/** The yardstick of one indicator, or of one group of it. */
export interface Yardstick {
  readonly better: "higher" | "lower";
  readonly floor?: number;
  readonly minimum: number;
  /** c′ */
  readonly confidence: number;
  /** 1 − (1−c′)/m */
  readonly failConfidence: number;
  /** c, where the plan chose the anytime rule: an e-value stands against it at every look and not against c′. */
  readonly anytime?: number;
}

/** The bound a gate reads: the worse end. */
export function gateBound(observed: Observed, { better, confidence }: Yardstick): number | undefined {
  return better === "higher" ? observed.lower(confidence) : observed.upper(confidence);
}

/** The bound that fails a floor: the better end, at (1−c′)/m. */
export function failBound(observed: Observed, { better, failConfidence }: Yardstick): number | undefined {
  return better === "higher" ? observed.upper(failConfidence) : observed.lower(failConfidence);
}

/** True where x lies on the floor or on its good side. */
export function clears(x: number, floor: number, better: "higher" | "lower"): boolean {
  return better === "higher" ? x >= floor : x <= floor;
}
