import { decidingRoles } from "../../people/roles.ts";
import { accepted } from "../../words/decision.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { isOfferedTo } from "../state/borrowed.ts";
import { findPerson, rolesOf } from "../state/people.ts";
import type { SharingCommand, SharingEvent } from "../state/sharing.ts";
import { inService, stages } from "../state/stage.ts";
import { sharingPayloads } from "./payloads.ts";
import { sharedCounts } from "./counts.ts";
import { putBorrowedAway } from "./put-away.ts";
import { borrowEvidence, isOurs, offerEvidence, unsaidMoves } from "./share.ts";
import { borrowedWarnings } from "./warnings.ts";

/** Evidence that departments share: offered where it was made, taken over where it supports a judgement. */
export const sharing = {
  acts: {
    OfferEvidence: {
      roles: ["planner"],
      // What was learned stays of use when its technology has ended.
      stages,
      offered: (t, f) => t.evidence.length > 0 && isOurs(t, f),
      decide: offerEvidence,
    },
    BorrowEvidence: {
      roles: ["planner"],
      stages: ["proposed", "piloting", "evaluating", "rolling-out"],
      offered: (t, f) => isOurs(t, f),
      decide: borrowEvidence,
    },
    PutBorrowedAway: {
      roles: ["planner"],
      stages: ["proposed", ...inService],
      offered: (t, f) => isOurs(t, f) && t.borrowed.some(({ putAway }) => putAway === null),
      decide: putBorrowedAway,
    },
    NoteBorrowed: { roles: ["system"], stages, decide: (t, _, f) => accepted(...unsaidMoves(t, f)) },
  },
  facts: {
    EvidenceOffered: {
      schema: 1,
      payload: sharingPayloads.EvidenceOffered,
      enteredBy: ["OfferEvidence"],
      apply: (t, offer, { time }) => ({
        ...t,
        offers: [...t.offers.filter(({ evidence }) => evidence !== offer.evidence), { ...offer, at: time }],
      }),
    },
    EvidenceBorrowed: {
      schema: 1,
      payload: sharingPayloads.EvidenceBorrowed,
      enteredBy: ["BorrowEvidence"],
      apply: (t, piece, { actor, time }) => ({
        ...t,
        borrowed: [...t.borrowed, { ...piece, by: actor, at: time, moved: null, putAway: null }],
      }),
      // Its files are the origin's: they are erased there, and only there.
      naming: () => null,
    },
    BorrowedPutAway: {
      schema: 1,
      payload: sharingPayloads.BorrowedPutAway,
      enteredBy: ["PutBorrowedAway"],
      apply: (t, { borrowed, reason }, { actor, time }) => ({
        ...t,
        borrowed: t.borrowed.map((piece) =>
          piece.borrowed === borrowed ? { ...piece, putAway: { reason, by: actor, at: time } } : piece,
        ),
      }),
    },
    BorrowedMoved: {
      schema: 1,
      payload: sharingPayloads.BorrowedMoved,
      enteredBy: ["NoteBorrowed"],
      apply: (t, { borrowed, because }, { time }) => ({
        ...t,
        borrowed: t.borrowed.map((piece) =>
          piece.borrowed === borrowed ? { ...piece, moved: { because, at: time } } : piece,
        ),
      }),
    },
  },
  texts: {
    // Whoever is offered a piece reads it: its title and its files, where it was made.
    ofPerson: (t, person, f) => {
      // Whoever administers a house moves people between its departments, and reads for none of them.
      const works = rolesOf(f, person).some((role) => decidingRoles.includes(role));
      const department = works ? (findPerson(f, person)?.department ?? null) : null;
      const opened = t.offers
        .filter(({ to }) => isOfferedTo(to, department))
        .flatMap(({ evidence }) => t.evidence.filter((piece) => piece.evidence === evidence))
        .flatMap(({ title, files }) => [title, ...files.map(({ digest }) => digest)]);
      return [...opened, ...t.borrowed.map(({ putAway }) => (putAway?.by === person ? putAway.reason : null))];
    },
  },
  warnings: [{ at: 29, items: borrowedWarnings }],
  counts: sharedCounts,
} satisfies Chapter<SharingCommand, SharingEvent>;
