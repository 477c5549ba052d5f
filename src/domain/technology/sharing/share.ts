import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { borrowedState, contextOf, mayBeBorrowed, movedAt, offerOf } from "../state/borrowed.ts";
import type { Piece } from "../state/evidence.ts";
import type { Facts } from "../state/facts.ts";
import { isInForce } from "../state/in-force.ts";
import { findPerson, isAuthor } from "../state/people.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";

/** Named departments, at most. */
export const mostDepartments = 100;

/** A piece is offered by the department it belongs to; a later offer takes the place of the one before, one to nobody ends it. */
export function offerEvidence(t: Technology, c: CommandOf<"OfferEvidence">, f: Facts): Decision<TechnologyEvent> {
  const piece = t.evidence.find(({ evidence }) => evidence === c.evidence);
  const named = c.to === "all" ? [] : c.to;
  const ends = c.to !== "all" && c.to.length === 0;
  const before = offerOf(t, c.evidence)?.to ?? [];
  const reasons: readonly Reason[] = [
    ...notOurs(t, f),
    ...when(piece === undefined, "EvidenceUnknown", "evidence", { evidence: c.evidence }),
    ...when(!ends && piece !== undefined && !isInForce(piece, f.today), "EvidenceNotInForce", "evidence", {
      evidence: c.evidence,
      state: piece?.state ?? null,
    }),
    ...named.filter((key) => !f.departments.includes(key)).flatMap(() => when(true, "DepartmentUnknown", "to")),
    ...when(named.length > mostDepartments, "DepartmentsTooMany", "to", { most: mostDepartments }),
    ...when(JSON.stringify(before) === JSON.stringify(c.to), "NothingChanged", "to"),
  ];
  const { evidence, to } = c;
  return unless(reasons, () => [
    { type: "EvidenceOffered", schema: 1, payload: { evidence, digest: piece?.digest ?? "", to } },
  ]);
}

/**
 * A piece of another technology is taken over as what supports a judgement: criteria here were locked before the data of
 * here, so that nothing measured elsewhere may be chosen into a verdict. It stands once, is nobody's to pass on, and two
 * technologies never lean on each other.
 */
export function borrowEvidence(t: Technology, c: CommandOf<"BorrowEvidence">, f: Facts): Decision<TechnologyEvent> {
  const origin = f.lending?.origins[c.technology];
  const piece = origin?.evidence.find(({ evidence }) => evidence === c.evidence);
  const { department } = t.proposal;
  const offered = origin !== undefined && mayBeBorrowed(origin, c.evidence, department, f.today);
  const reasons: readonly Reason[] = [
    ...notOurs(t, f),
    ...when(c.technology === f.lending?.here, "OwnEvidence", "piece"),
    ...when(!offered, "EvidenceNotOffered", "piece"),
    ...when(leansOn(origin, f), "LeansOnEachOther", "piece"),
    ...(piece === undefined ? [] : twice(t, c, piece, f)),
  ];
  return unless(reasons, () =>
    origin === undefined || piece === undefined
      ? []
      : [{ type: "EvidenceBorrowed", schema: 1, payload: borrowedOf(t, c.technology, origin, piece) }],
  );
}

/** What became of the pieces taken over, and this stream does not say yet. Asked again it finds nothing. */
export const unsaidMoves = (t: Technology, { lending }: Facts): readonly TechnologyEvent[] =>
  t.borrowed.flatMap(({ borrowed, origin, moved, putAway }): readonly TechnologyEvent[] => {
    const there = lending?.origins[origin.technology];
    const because = there === undefined ? null : movedAt(there, origin.evidence, t.proposal.department);
    // What moved once stays so: whoever would rest on it again takes it over anew.
    return moved !== null || putAway !== null || because === null
      ? []
      : [{ type: "BorrowedMoved", schema: 1, payload: { borrowed, because } }];
  });

/** Whoever shares for a department works there or wrote the proposal. */
export const notOurs = (t: Technology, f: Facts): readonly Reason[] =>
  when(!isOurs(t, f), "NotYourDepartment", undefined, { department: t.proposal.department });

export const isOurs = (t: Technology, f: Facts): boolean =>
  isAuthor(t, f.actor.id) || findPerson(f, f.actor.id)?.department === t.proposal.department;

/** The origin rests on evidence from here, so that this would rest on itself. */
const leansOn = (origin: Technology | undefined, { lending, today }: Facts): boolean =>
  origin?.borrowed.some(
    (piece) => piece.origin.technology === lending?.here && borrowedState(piece, today) === "in-force",
  ) ?? false;

/** The same measurement stands here already, as our own or taken over from anywhere. */
function twice(t: Technology, c: CommandOf<"BorrowEvidence">, piece: Piece, { today }: Facts): readonly Reason[] {
  const files = new Set([piece.digest, ...piece.files.map(({ digest }) => digest)]);
  const own = t.evidence.find(
    (standing) =>
      standing.state !== "withdrawn" &&
      [standing.digest, ...standing.files.map(({ digest }) => digest)].some((d) => files.has(d)),
  );
  const other = t.borrowed.find(
    (standing) =>
      borrowedState(standing, today) === "in-force" &&
      ((standing.origin.technology === c.technology && standing.origin.evidence === c.evidence) ||
        [standing.digest, ...standing.files].some((d) => files.has(d))),
  );
  return [
    ...when(own !== undefined, "EvidenceAlreadyAttached", "piece", { evidence: own?.evidence ?? null }),
    ...when(other !== undefined, "EvidenceAlreadyBorrowed", "piece", { borrowed: other?.borrowed ?? null }),
  ];
}

const borrowedOf = (t: Technology, technology: string, origin: Technology, piece: Piece) => ({
  borrowed: `b${t.borrowed.length + 1}`,
  origin: { technology, department: origin.proposal.department, evidence: piece.evidence },
  digest: piece.digest,
  files: piece.files.map(({ digest }) => digest),
  kind: piece.kind,
  format: piece.format,
  from: piece.from,
  to: piece.to,
  expiresOn: piece.expiresOn,
  context: contextOf(origin),
});
