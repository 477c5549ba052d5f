import type { CriterionKey, Gate } from "../../domain/policy/policy.ts";
import type { Clearance } from "../../domain/radar/clearance.ts";
import type { DatedPlace } from "../../domain/radar/places.ts";
import type { NextWhat } from "../../domain/technology/dates.ts";
import type { GateOutcome } from "../../domain/technology/state/decision.ts";
import type { Day } from "../../domain/words/text.ts";

/** What drawings of the portfolio show of a technology, and its row does not. */
export interface Drawing {
  /** Where it stood on the radar, from which day on. */
  readonly places: readonly DatedPlace[];
  /** Every look, oldest first. */
  readonly looks: readonly DatedEvidence[];
  /** What stands today: the last look, or newer evidence before the first; null where nothing is measured. */
  readonly evidence: Evidence | null;
  /** Every decision, oldest first. */
  readonly decisions: readonly DatedDecision[];
  /** What is to come or overdue, the earliest first. */
  readonly ahead: readonly { readonly on: Day; readonly what: NextWhat }[];
}

export interface Evidence {
  readonly clearance: Clearance | null;
  readonly pieces: number;
  /** Indicators of each criterion that are measured, among those that apply. */
  readonly reach: { readonly [K in CriterionKey]?: { readonly measured: number; readonly applicable: number } };
}

interface DatedEvidence extends Evidence {
  readonly on: Day;
}

export interface DatedDecision {
  readonly on: Day;
  readonly position: number;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
}

export interface Drawings {
  /** By key of the technology, for those that have a row. */
  of(keys: readonly number[]): ReadonlyMap<number, Drawing>;
}
