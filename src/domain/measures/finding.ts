import type { ScoringPiece } from "./context.ts";
import type { Bounds, FairnessFinding, UnknownReason } from "./finding-parts.ts";
import type { Observed } from "./observed.ts";
import type { Yardstick } from "./yardstick.ts";

export interface Known {
  readonly kind: "known";
  readonly observed: Observed;
  readonly evidence: readonly ScoringPiece[];
  readonly decidedBy?: string;
  readonly service?: string;
  /** Availability only: how long a failure was taken to last, and what showed it. */
  readonly restore?: { readonly seconds: number; readonly by: string };
  /** Load only: levels beyond what the demand asks for were tried and not judged. */
  readonly beyondLevels?: { readonly judgedTo: number; readonly tested: number };
  /** Headroom only: the throughput behind it, requests a second. */
  readonly throughput?: Bounds;
  readonly eValue?: { readonly value: number; readonly needed: number };
  readonly fairness?: FairnessFinding;
}

export interface Unknown {
  readonly kind: "unknown";
  readonly reason: UnknownReason;
  readonly evidence: readonly ScoringPiece[];
  /** A point without a bound, where there is one. */
  readonly estimate?: number;
}

export type MeasureFinding = Known | Unknown;

export function unknown(reason: UnknownReason, evidence: readonly ScoringPiece[], estimate?: number): Unknown {
  return { kind: "unknown", reason, evidence, ...(estimate === undefined ? {} : { estimate }) };
}

export function known(observed: Observed, evidence: readonly ScoringPiece[], more: Partial<Known> = {}): Known {
  return { kind: "known", observed, evidence, ...more };
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
