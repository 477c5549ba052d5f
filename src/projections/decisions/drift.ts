import { canonicalJson } from "../../domain/words/canonical.ts";
import { findingOf } from "../../domain/gates/dossier-of.ts";
import type { Gate, Policy } from "../../domain/policy/policy.ts";
import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import type { GateOutcome } from "../../domain/technology/state/decision.ts";
import { isWithheld } from "../../domain/technology/state/in-force.ts";
import { isExpired } from "../../domain/evidence/expiry.ts";
import type { Decided } from "../../domain/technology/state/gate.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { Day, Instant } from "../../domain/words/text.ts";

export interface DecisionView {
  readonly position: number;
  readonly technology: string;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedAt: Instant;
  readonly policyVersion: number;
  /** Why its ground is no longer what it was; empty while it stands. */
  readonly drift: readonly Drift[];
}

export type Drift =
  | {
      readonly kind: "evidence-withdrawn" | "evidence-expired" | "evidence-erased" | "evidence-withheld";
      /** Evidence id. */
      readonly subject: string;
    }
  | {
      /** It stood at the decision, and no longer does: its time is over; it was taken back or rests on what has changed; something in it fell short; or it says something else. */
      readonly kind: "safeguard-lapsed" | "safeguard-reopened" | "safeguard-short" | "data-class-changed";
      /** Key of the kind. */
      readonly subject: string;
    };

/** Every decision on a technology, with what has become of the evidence and the safeguards it looked at. */
export function decisionsOf(id: string, t: Technology, policy: Policy, today: Day): DecisionView[] {
  return t.decisions.map((decided) => ({
    position: decided.position,
    technology: id,
    gate: decided.gate,
    outcome: decided.outcome,
    decidedAt: decided.at,
    policyVersion: decided.record.policyVersion,
    drift: driftOf(decided, t, policy, today),
  }));
}

/** Only an approval stands on its evidence: a return or a rejection does not become wrong when a file goes. */
function driftOf(decided: Decided, t: Technology, policy: Policy, today: Day): Drift[] {
  if (decided.outcome === "return" || decided.outcome === "reject") return [];
  return [...evidenceDrift(decided, t, today), ...safeguardDrift(decided, t, policy, today)];
}

function evidenceDrift(decided: Decided, t: Technology, today: Day): Drift[] {
  return decided.record.evidence.flatMap(({ evidence }): Drift[] => {
    const piece = t.evidence.find((attached) => attached.evidence === evidence);
    if (piece === undefined) return [];
    if (isWithheld(piece)) return [{ kind: "evidence-withheld", subject: evidence }];
    if (piece.erased) return [{ kind: "evidence-erased", subject: evidence }];
    if (piece.state === "withdrawn") return [{ kind: "evidence-withdrawn", subject: evidence }];
    return piece.state === "expired" || isExpired(piece, today)
      ? [{ kind: "evidence-expired", subject: evidence }]
      : [];
  });
}

/** Of the safeguards that the decision found met, those that would not be met today, or would say something else. */
function safeguardDrift({ gate, record }: Decided, t: Technology, policy: Policy, today: Day): Drift[] {
  return record.conditions.flatMap(({ key, status, reason }): Drift[] => {
    const kind = safeguardKind(key);
    if (kind === undefined || status !== "met") return [];
    const now = findingOf(key, gate, t, policy, { today });
    if (now.status !== "met") return [{ kind: driftKind(now.reason.code), subject: key }];
    const { recorded } = kind;
    if (recorded === undefined) return [];
    const says = Object.entries(recorded.of(safeguardsOf(t, key), policy));
    const isOther = says.some(
      ([name, value]) => name in reason.params && canonicalJson(value) !== canonicalJson(reason.params[name] ?? null),
    );
    return isOther ? [{ kind: recorded.why, subject: key }] : [];
  });
}

/** The condition's own answers are of the safeguard's life; what falls short in it has the kind's own. */
function driftKind(code: string): Drift["kind"] {
  if (code === "conditions:safeguard.lapsed") return "safeguard-lapsed";
  return code.startsWith("conditions:safeguard.") ? "safeguard-reopened" : "safeguard-short";
}

/** Positions of those that no longer stand as they were: only the latest decision of a gate still carries anything. */
export function driftedAmong(decisions: readonly DecisionView[]): number[] {
  const latest = new Map(decisions.map((decision) => [decision.gate, decision]));
  return [...latest.values()].filter(({ drift }) => drift.length > 0).map(({ position }) => position);
}
