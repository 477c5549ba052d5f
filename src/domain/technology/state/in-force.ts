import { isExpired } from "../../evidence/expiry.ts";
import type { Technology } from "./technology.ts";
import type { Piece } from "./evidence.ts";
import type { Day } from "../../words/text.ts";

export const isInForce = (piece: Piece, today: Day): boolean => piece.state === "in-force" && !isExpired(piece, today);

/** From then on what is attached may be data of the pilot. */
export const isPilotOpen = ({ plan }: Pick<Technology, "plan">): boolean => plan !== null && plan.openedOn !== null;

/** What was attached before any pilot was open: it belongs to the proposal, and no verdict looks at it. */
export const ofProposal = ({ evidence }: Pick<Technology, "evidence">): readonly Piece[] =>
  evidence.filter(({ kind, plan }) => kind === "document" && plan === 0);

/** Taken away on a legal ground: the piece is there, and nothing it measured is known any more. */
export const isWithheld = ({ statistics }: Pick<Piece, "statistics">): boolean => statistics.kind === "withheld";

/** What the pilot under the plan in force has gathered; evidence of a wave speaks for its guards alone. */
export const ofPilot = (t: Technology): readonly Piece[] =>
  t.evidence.filter(({ plan, wave, role }) => plan === t.plan?.number && wave === null && role === "pilot");

/** What a judgement on this pilot may rest on: in force today, attached under the plan in force. */
export const linkable = (t: Technology, today: Day): readonly Piece[] =>
  t.evidence.filter((piece) => piece.plan === t.plan?.number && isInForce(piece, today));

/** What a verdict looks at: the pilot's own, and what it is compared with, which may be older than the plan. */
export function ofVerdict(t: Technology): readonly Piece[] {
  const own = new Set(ofPilot(t));
  return t.evidence.filter((piece) => own.has(piece) || piece.role === "baseline");
}

export const onPiece = (t: Technology, id: string, change: (piece: Piece) => Piece): Technology => ({
  ...t,
  evidence: t.evidence.map((piece) => (piece.evidence === id ? change(piece) : piece)),
});
