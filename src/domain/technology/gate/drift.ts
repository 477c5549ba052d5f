import { isExpired } from "../../evidence/expiry.ts";
import type { ConditionFinding } from "../../gates/dossier.ts";
import { findingOf } from "../../gates/dossier-of.ts";
import type { Policy } from "../../policy/policy.ts";
import { safeguardKind } from "../../safeguard-kinds/kinds.ts";
import type { SafeguardKind } from "../../safeguards/kind.ts";
import { riskDriftOf } from "../../safeguards/risk-drift.ts";
import { standingOf } from "../../safeguards/standing.ts";
import { canonicalJson } from "../../words/canonical.ts";
import { sha256 } from "../../words/digest.ts";
import { onceOnGround } from "../../words/once-beside.ts";
import type { Json } from "../../words/json.ts";
import type { Day } from "../../words/text.ts";
import type { ConditionResult } from "../state/condition-result.ts";
import type { Decided } from "../state/gate.ts";
import { isWithheld } from "../state/in-force.ts";
import { toConfirm } from "../state/lower-tier.ts";
import { safeguardsOf } from "../state/safeguards.ts";
import type { Technology } from "../state/technology.ts";

/** One thing that a decision rested on and that is no longer what it was. */
export interface Drift {
  readonly kind:
    | "evidence-withdrawn"
    | "evidence-expired"
    | "evidence-erased"
    | "evidence-withheld"
    | "safeguard-lapsed"
    | "safeguard-reopened"
    | "safeguard-short"
    | "data-class-changed"
    /** More is left of a risk than then; nobody answers for it any longer. */
    | "risk-raised"
    | "risk-unanswered"
    /** It was given under a lower tier, and nobody has confirmed it since. */
    | "tier-raised";
  /** Evidence id; kind and item of a safeguard: "conformance/g1", or the kind where something in it is meant; a risk; the tier of then. */
  readonly subject: string;
  /** Of what has become of it: who settles it settles that, and nothing that comes on top. */
  readonly digest: string;
}

interface Ground {
  readonly t: Technology;
  readonly policy: Policy;
  readonly today: Day;
}

/** What became of the ground of a decision. A return or a rejection does not become wrong when a file goes. */
export const driftOf = (decided: Decided, t: Technology, policy: Policy, today: Day): readonly Drift[] =>
  drifts(t, decided, policy, today);

const drifts = onceOnGround(becomeOf);

function becomeOf(t: Technology, decided: Decided, policy: Policy, today: Day): readonly Drift[] {
  const { outcome, record } = decided;
  if (outcome === "return" || outcome === "reject") return [];
  return [
    ...tierDrift(decided, t),
    ...evidenceDrift(decided, t, today),
    ...record.conditions.flatMap((condition) => safeguardDrift(condition, decided, { t, policy, today })),
    ...record.conditions.flatMap((condition) =>
      riskDriftOf(condition, t, policy, today).map(({ kind, item, is }) => drift(kind, item, is)),
    ),
  ];
}

/** Of all that became of a decision's ground; in whatever order it is listed. */
export const digestOfDrift = (drift: readonly Drift[]): string =>
  sha256(canonicalJson(drift.map(({ digest }) => digest).toSorted()));

const drift = (kind: Drift["kind"], subject: string, is: Json = null): Drift => ({
  kind,
  subject,
  digest: sha256(canonicalJson({ kind, subject, is })),
});

const tierDrift = ({ position, tier }: Decided, t: Technology): readonly Drift[] =>
  toConfirm(t).some((open) => open.position === position) ? [drift("tier-raised", tier, t.tier)] : [];

function evidenceDrift(decided: Decided, t: Technology, today: Day): readonly Drift[] {
  return decided.record.evidence.flatMap(({ evidence }): readonly Drift[] => {
    const piece = t.evidence.find((attached) => attached.evidence === evidence);
    if (piece === undefined) return [];
    if (isWithheld(piece)) return [drift("evidence-withheld", evidence)];
    if (piece.erased) return [drift("evidence-erased", evidence)];
    if (piece.state === "withdrawn") return [drift("evidence-withdrawn", evidence)];
    return piece.state === "expired" || isExpired(piece, today) ? [drift("evidence-expired", evidence)] : [];
  });
}

/** What has become of one condition that safeguards met: of each statement, or else of what they say together. */
function safeguardDrift(condition: ConditionResult, decided: Decided, ground: Ground): readonly Drift[] {
  const kind = condition.status === "met" ? safeguardKind(condition.key) : undefined;
  if (kind === undefined) return [];
  const { t, policy, today } = ground;
  const finding = findingOf(kind.key, decided.gate, t, policy, { today });
  return [
    ...statementDrift(kind, finding, decided.position, ground),
    ...(finding.status === "met" ? otherContent(kind, condition, ground) : shortfall(kind, finding)),
  ];
}

/** Statements that stood when it was decided, and stand no longer. What was edited since is being looked at already. */
function statementDrift(kind: SafeguardKind, { names }: ConditionFinding, position: number, ground: Ground) {
  const { t, policy, today } = ground;
  return safeguardsOf(t, kind.key).flatMap((safeguard): readonly Drift[] => {
    const { review, item, reopened } = safeguard;
    if (review === null || review.position > position) return [];
    const { state, until } = standingOf(kind, safeguard, t, policy, today);
    if (state !== "lapsed" && state !== "reopened") return [];
    const subject = `${kind.key}/${item}`;
    // A second change of what it rests on has another name.
    const named = names.map(({ id }) => id).filter((id) => id === subject || id.startsWith(`${subject}/`));
    return [drift(`safeguard-${state}`, subject, { named, until, reopened: reopened?.position ?? null })];
  });
}

/** Its own shortfalls; whatever else keeps it from being met is said of the statement. */
const shortfall = ({ key }: SafeguardKind, { reason, names }: ConditionFinding): readonly Drift[] =>
  reason.code.startsWith(`conditions:${key}.`)
    ? [drift("safeguard-short", key, names.map(({ id }) => id).toSorted())]
    : [];

/** What stands says something else than the decision was told. */
function otherContent({ key, recorded }: SafeguardKind, { reason }: ConditionResult, { t, policy }: Ground) {
  if (recorded === undefined) return [];
  const says = recorded.of(safeguardsOf(t, key), policy);
  const isOther = Object.entries(says).some(
    ([name, value]) => name in reason.params && canonicalJson(value) !== canonicalJson(reason.params[name] ?? null),
  );
  return isOther ? [drift(recorded.why, key, says)] : [];
}
