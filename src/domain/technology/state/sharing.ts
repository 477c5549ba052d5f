import type { EvidenceKind } from "../../evidence/kinds.ts";
import type { Context } from "../../sharing/distance.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type SharingEvent =
  | Event<"EvidenceOffered", { readonly evidence: string; readonly digest: string; readonly to: Audience }>
  | Event<"EvidenceBorrowed", BorrowedPiece>
  | Event<"BorrowedMoved", { readonly borrowed: string; readonly because: Moved }>
  | Event<"BorrowedPutAway", { readonly borrowed: string; readonly reason: TextRef }>;

export type SharingCommand =
  | { readonly type: "OfferEvidence"; readonly evidence: string; readonly to: Audience }
  | { readonly type: "BorrowEvidence"; readonly technology: string; readonly evidence: string }
  | { readonly type: "PutBorrowedAway"; readonly borrowed: string; readonly reason: TextRef }
  /** Puts on record what became of the pieces that were taken over. */
  | { readonly type: "NoteBorrowed" };

/** Departments that may take a piece over; "all" of them, or none: the offer is over. */
export type Audience = "all" | readonly string[];

/** What became of a piece where it comes from: the copy no longer rests on it. */
export const moves = ["withdrawn", "erased", "withheld", "offer-ended"] as const;
export type Moved = (typeof moves)[number];

interface BorrowedPiece {
  /** "b1", "b2" … within the technology that took it over. */
  readonly borrowed: string;
  readonly origin: {
    readonly technology: string;
    readonly department: string;
    readonly evidence: string;
  };
  /** Of the piece and of its files, so that nothing counts twice. */
  readonly digest: string;
  readonly files: readonly string[];
  readonly kind: EvidenceKind;
  readonly format: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly expiresOn: Day;
  /** What its technology stated when it was taken over. */
  readonly context: Context;
}

export interface Borrowed extends BorrowedPiece {
  readonly at: Instant;
  readonly by: PersonId;
  /** Null while it stands where it comes from. */
  readonly moved: { readonly because: Moved; readonly at: Instant } | null;
  /** Null while this technology rests on it. */
  readonly putAway: { readonly reason: TextRef; readonly by: PersonId; readonly at: Instant } | null;
}

export interface Offer {
  readonly evidence: string;
  readonly digest: string;
  readonly to: Audience;
  readonly at: Instant;
}

export interface SharingSlice {
  /** The newest of each piece. */
  readonly offers: readonly Offer[];
  readonly borrowed: readonly Borrowed[];
}

export const noSharing: SharingSlice = { offers: [], borrowed: [] };
