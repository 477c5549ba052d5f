import type { Gate, Policy } from "../../domain/policy/policy.ts";
import { driftOf } from "../../domain/technology/gate/drift.ts";
import type { Drift } from "../../domain/technology/gate/drift.ts";
import { unsettled } from "../../domain/technology/gate/settle.ts";
import type { GateOutcome } from "../../domain/technology/state/decision.ts";
import { standingDecisions } from "../../domain/technology/state/lower-tier.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day, Instant } from "../../domain/words/text.ts";

export interface DecisionView {
  readonly position: number;
  readonly technology: string;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedAt: Instant;
  readonly policyVersion: number;
  /** Why its ground is no longer what it was, and nobody has confirmed it since; empty while it stands. */
  readonly drift: readonly Drift[];
  /** The technology stands on it: the latest approval of a gate that it has passed and that is not asked again. */
  readonly carries: boolean;
}

/** Every decision on a technology, with what has become of the evidence and the safeguards it looked at. */
export function decisionsOf(id: string, t: Technology, policy: Policy, today: Day): DecisionView[] {
  const standing = new Set(standingDecisions(t).map(({ position }) => position));
  return t.decisions.map((decided) => ({
    position: decided.position,
    technology: id,
    gate: decided.gate,
    outcome: decided.outcome,
    decidedAt: decided.at,
    policyVersion: decided.record.policyVersion,
    drift: unsettled(t, decided.position, driftOf(decided, t, policy, today)),
    carries: standing.has(decided.position),
  }));
}

/** Positions of those that no longer stand as they were, among those that still carry anything. */
export const driftedAmong = (decisions: readonly DecisionView[]): number[] =>
  decisions.filter(({ drift, carries }) => carries && drift.length > 0).map(({ position }) => position);
