import type { Context } from "../../sharing/distance.ts";
import type { Day } from "../../words/text.ts";
import { isInForce, isWithheld } from "./in-force.ts";
import { safeguardsOf } from "./safeguards.ts";
import type { Audience, Borrowed, Moved, Offer, SharingSlice } from "./sharing.ts";
import type { Technology } from "./technology.ts";

/** How a piece that was taken over stands on a day: told from this stream alone. */
export type BorrowedState = "in-force" | "expired" | "put-away" | Moved;

export function borrowedState({ moved, putAway, expiresOn }: Borrowed, today: Day): BorrowedState {
  if (putAway !== null) return "put-away";
  return moved?.because ?? (today > expiresOn ? "expired" : "in-force");
}

/** What a judgement may rest on beside the technology's own evidence. It is never measured into a verdict here. */
export const supporting = ({ borrowed }: SharingSlice, today: Day): readonly Borrowed[] =>
  borrowed.filter((piece) => borrowedState(piece, today) === "in-force");

export const offerOf = ({ offers }: SharingSlice, evidence: string): Offer | undefined =>
  offers.find((offer) => offer.evidence === evidence);

export const isOfferedTo = (to: Audience, department: string | null): boolean =>
  to === "all" || (department !== null && to.includes(department));

/** What became of a piece at its origin; null while it stands and is offered to the department. */
export function movedAt(origin: Technology, evidence: string, department: string): Moved | null {
  const piece = origin.evidence.find((candidate) => candidate.evidence === evidence);
  if (piece === undefined || piece.state === "withdrawn") return "withdrawn";
  if (piece.erased) return "erased";
  if (isWithheld(piece)) return "withheld";
  return isOfferedTo(offerOf(origin, evidence)?.to ?? [], department) ? null : "offer-ended";
}

/** Whether somebody may take it over today. */
export const mayBeBorrowed = (origin: Technology, evidence: string, department: string, today: Day): boolean =>
  movedAt(origin, evidence, department) === null &&
  origin.evidence.some((piece) => piece.evidence === evidence && isInForce(piece, today));

/** What measurements of a technology are made for. */
export const contextOf = (t: Technology): Context => ({ ...t.proposal.demand, version: versionOf(t) });

/** Of the newest dossier of its algorithm. */
function versionOf(t: Technology): string | null {
  const version = safeguardsOf(t, "algorithm-dossier").at(-1)?.answers["version"];
  return typeof version === "string" && version !== "" ? version : null;
}
