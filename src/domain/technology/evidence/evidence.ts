import { indicatorsOf } from "../../measures/indicator.ts";
import type { Decision, Reason } from "../../words/decision.ts";
import { measureOf } from "../../measures/measures.ts";
import { marginOf } from "../../measures/yardstick.ts";
import type { EvidencePiece, Piece } from "../state/evidence.ts";
import type { LockedPlan } from "../state/pilot.ts";
import { addDays, compareInstants, isBefore, isInstant } from "../../words/days.ts";
import { dayIn } from "../../words/calendar-day.ts";
import { notAssigned } from "../state/evaluators.ts";
import { notTooEarly } from "../../words/day-limits.ts";
import type { Facts } from "../state/facts.ts";
import { openWaveOf } from "../state/guards-of-wave.ts";
import { isInForce, isPilotOpen } from "../state/in-force.ts";
import { isAuthor } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import type { PersonId } from "../../words/text.ts";
import { isDigest, required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

export function attachEvidence(t: Technology, c: Command<"AttachEvidence">, f: Facts): Decision<TechnologyEvent> {
  const reasons = [
    ...planReasons(t, c),
    ...baselineReasons(t, c, f),
    ...pieceReasons(t, c),
    ...periodReasons(t, c, f),
    ...required(c.title, "title"),
  ];
  return unless(reasons, () => [{ type: "EvidenceAttached", schema: 2, payload: asPiece(t, c, f) }]);
}

export function withdrawEvidence(t: Technology, c: Command<"WithdrawEvidence">, f: Facts): Decision<TechnologyEvent> {
  const piece = t.evidence.find((piece) => piece.evidence === c.evidence);
  const reasons = [
    ...when(piece === undefined, "EvidenceUnknown", "evidence", { evidence: c.evidence }),
    ...when(piece !== undefined && !isInForce(piece, f.today), "EvidenceNotInForce", "evidence", {
      evidence: c.evidence,
      state: piece?.state ?? null,
    }),
    ...when(!mayWithdraw(t, piece, f.actor.id), "NotYourEvidence", "evidence"),
    ...required(c.reason, "reason"),
  ];
  return unless(reasons, () => [
    { type: "EvidenceWithdrawn", schema: 1, payload: { evidence: c.evidence, reason: c.reason } },
  ]);
}

/** Who attached it, the authors, and those who evaluate. */
export const mayWithdraw = (t: Technology, piece: Piece | undefined, person: PersonId): boolean =>
  piece?.attachedBy === person || isAuthor(t, person) || notAssigned(t, person).length === 0;

/** A document belongs to the proposal until a pilot is open; whatever is measured waits for it. */
function planReasons({ plan }: Technology, { kind }: Command<"AttachEvidence">): readonly Reason[] {
  if (kind === "document") return [];
  return plan === null ? when(true, "PlanMissing") : when(plan.openedOn === null, "PilotNotOpen");
}

/** Nobody may find a baseline that suits the result: what is compared, and by how much, stands in the plan. */
function baselineReasons(t: Technology, c: Command<"AttachEvidence">, f: Facts): readonly Reason[] {
  if (c.role === "pilot" || t.plan === null) return [];
  const { plan } = t.plan;
  const policy = pinnedPolicy(t, f);
  const compared = indicatorsOf(policy).some(
    (indicator) => measureOf(indicator.measure).kind === c.kind && marginOf(indicator, { policy, plan }) !== null,
  );
  return when(!compared, "BaselineNotPlanned", "role", { kind: c.kind });
}

function pieceReasons(t: Technology, c: Command<"AttachEvidence">): readonly Reason[] {
  const standing = t.evidence.filter((piece) => piece.state !== "withdrawn");
  const same = standing.find((piece) => piece.digest === c.digest);
  const shared = standing.find((piece) =>
    piece.files.some((file) => c.files.some((stored) => stored.digest === file.digest)),
  );
  const digests = [c.digest, ...c.files.map((file) => file.digest)];
  // What another department measured is no data of this pilot, however it comes in.
  const taken = t.borrowed.find(({ digest, files }) => [digest, ...files].some((held) => digests.includes(held)));
  const countedIn = c.countedIn.filter((id) => !standing.some((piece) => piece.evidence === id));
  return [
    ...when(c.files.length === 0, "FileMissing", "files"),
    ...when(!digests.every(isDigest), "DigestMalformed", "files"),
    ...when((same ?? shared) !== undefined, "EvidenceAlreadyAttached", "files", {
      evidence: (same ?? shared)?.evidence ?? null,
    }),
    ...when(taken !== undefined, "EvidenceAlreadyBorrowed", "files", { borrowed: taken?.borrowed ?? null }),
    ...when(c.statistics.kind !== c.kind, "EvidenceKindMismatch", "kind", { kind: c.kind, found: c.statistics.kind }),
    ...when(!(c.rejectedRows >= 0 && c.rejectedRows <= c.rows), "RowsInconsistent", "files"),
    ...countedIn.flatMap((evidence) => when(true, "EvidenceUnknown", "files", { evidence })),
  ];
}

/**
 * What was measured before the plan was locked could have shaped the plan, so it never counts under it. A document is
 * no measurement and may be older than the pilot; a baseline is older as a rule.
 */
function periodReasons(t: Technology, c: Command<"AttachEvidence">, f: Facts): readonly Reason[] {
  if (!isInstant(c.from) || !isInstant(c.to)) return when(true, "InstantMalformed", "from");
  const measured = c.kind === "document" || c.role === "baseline" ? null : t.plan;
  return [
    ...notTooEarly(c.from, "from"),
    ...when(compareInstants(c.to, c.from) < 0, "PeriodReversed", "to"),
    ...when(compareInstants(c.to, f.now) > 0, "EvidenceInFuture", "to", { to: c.to }),
    ...when(isBefore(expiry(t, c, f), f.today), "EvidenceTooOld", "to", { expiresOn: expiry(t, c, f) }),
    ...(measured === null ? [] : beforeReasons(measured, c)),
  ];
}

const beforeReasons = ({ lockedAt, plan }: LockedPlan, { from, timeZone }: Command<"AttachEvidence">) => [
  ...when(compareInstants(from, lockedAt) < 0, "EvidenceBeforeLock", "from", { from, lockedAt }),
  ...when(isBefore(dayIn(from, timeZone), plan.startsOn), "EvidenceBeforeStart", "from", {
    from,
    startsOn: plan.startsOn,
  }),
];

const expiry = (t: Technology, c: Command<"AttachEvidence">, f: Facts): string =>
  addDays(dayIn(c.to, c.timeZone), pinnedPolicy(t, f).evidenceValidityDays[c.kind]);

const asPiece = (t: Technology, c: Command<"AttachEvidence">, f: Facts): EvidencePiece => ({
  evidence: `e${t.evidence.length + 1}`,
  digest: c.digest,
  files: c.files,
  role: c.role,
  kind: c.kind,
  format: c.format,
  readerVersion: c.readerVersion,
  timeZone: c.timeZone,
  mappingText: c.mappingText,
  mapping: null,
  withinMs: c.withinMs,
  from: c.from,
  to: c.to,
  expiresOn: expiry(t, c, f),
  // What belongs to the proposal is no data of the pilot that is planned.
  plan: isPilotOpen(t) ? (t.plan?.number ?? 0) : 0,
  wave: c.role === "baseline" ? null : freshWave(t, c),
  statistics: c.statistics,
  groupWords: c.groupWords,
  rows: c.rows,
  rejectedRows: c.rejectedRows,
  warnings: c.warnings,
  countedIn: c.countedIn,
  title: c.title,
});

/** Guards want fresh evidence: what began before the wave's day says nothing about the wave. */
function freshWave(t: Technology, { from, timeZone }: Command<"AttachEvidence">): number | null {
  const wave = t.stage === "rolling-out" ? openWaveOf(t.rollout) : undefined;
  if (wave?.openedAt === undefined || wave.openedAt === null) return null;
  return isBefore(dayIn(from, timeZone), dayIn(wave.openedAt, timeZone)) ? null : wave.number;
}
