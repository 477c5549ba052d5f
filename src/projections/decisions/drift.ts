import { findingOf } from "../../domain/gates/dossier-of.ts";
import type { Gate, Policy } from "../../domain/policy/policy.ts";
import { safeguardKind } from "../../domain/safeguard-kinds/kinds.ts";
import { standingOf } from "../../domain/safeguards/standing.ts";
import type { GateOutcome } from "../../domain/technology/state/decision.ts";
import { isWithheld } from "../../domain/technology/state/in-force.ts";
import { safeguardsOf } from "../../domain/technology/state/safeguards.ts";
import { canonicalJson } from "../../domain/words/canonical.ts";
import { isExpired } from "../../domain/evidence/expiry.ts";
import { toConfirm } from "../../domain/technology/state/lower-tier.ts";
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

export type Drift = {
  readonly kind:
    | "evidence-withdrawn"
    | "evidence-expired"
    | "evidence-erased"
    | "evidence-withheld"
    | "safeguard-lapsed"
    | "safeguard-reopened"
    | "safeguard-short"
    | "data-class-changed"
    /** It was given under a lower tier, and nobody has confirmed it since. */
    | "tier-raised";
  /** Evidence id; kind and item of a safeguard: "conformance/g1", or the kind where something in it is meant; the tier of then. */
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
    drift: isApproval(decided)
      ? [
          ...tierDrift(decided, t),
          ...evidenceDrift(decided, t, today),
          ...safeguardDrift(decided, t, policy, today),
          ...contentDrift(decided, t, policy, today),
        ]
      : [],
  }));
}

/** Only an approval stands on its evidence: a return or a rejection does not become wrong when a file goes. */
const isApproval = ({ outcome }: Decided): boolean => outcome !== "return" && outcome !== "reject";

const tierDrift = ({ position, tier }: Decided, t: Technology): Drift[] =>
  toConfirm(t).some((open) => open.position === position) ? [{ kind: "tier-raised", subject: tier }] : [];

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

/** Statements that stood when it was decided, and stand no longer. What was edited since is being looked at already. */
function safeguardDrift({ record, position }: Decided, t: Technology, policy: Policy, today: Day): Drift[] {
  const met = new Set(record.conditions.filter(({ status }) => status === "met").map(({ key }) => key));
  return t.safeguards.flatMap((safeguard): Drift[] => {
    const { review, dropped, item } = safeguard;
    const kind = safeguardKind(safeguard.kind);
    if (kind === undefined || !met.has(kind.key) || dropped !== null) return [];
    if (review === null || review.position > position) return [];
    const { state } = standingOf(kind, safeguard, t, policy, today);
    return state === "lapsed" || state === "reopened"
      ? [{ kind: `safeguard-${state}`, subject: `${kind.key}/${item}` }]
      : [];
  });
}

/** Safeguards that stand and say something else than the decision was told, or in which something has fallen short since. */
function contentDrift({ gate, record }: Decided, t: Technology, policy: Policy, today: Day): Drift[] {
  return record.conditions.flatMap(({ key, status, reason }): Drift[] => {
    const kind = safeguardKind(key);
    if (kind === undefined || status !== "met") return [];
    const now = findingOf(key, gate, t, policy, { today });
    if (now.status !== "met")
      return now.reason.code.startsWith(`conditions:${key}.`) ? [{ kind: "safeguard-short", subject: key }] : [];
    const { recorded } = kind;
    if (recorded === undefined) return [];
    const says = Object.entries(recorded.of(safeguardsOf(t, key), policy));
    const isOther = says.some(
      ([name, value]) => name in reason.params && canonicalJson(value) !== canonicalJson(reason.params[name] ?? null),
    );
    return isOther ? [{ kind: recorded.why, subject: key }] : [];
  });
}

/** Positions of those that no longer stand as they were: only the latest decision of a gate still carries anything. */
export function driftedAmong(decisions: readonly DecisionView[]): number[] {
  const latest = new Map(decisions.map((decision) => [decision.gate, decision]));
  return [...latest.values()].filter(({ drift }) => drift.length > 0).map(({ position }) => position);
}
