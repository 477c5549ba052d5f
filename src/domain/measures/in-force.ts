import { isExpired } from "../evidence/expiry.ts";
import { tooManyRejected } from "../evidence/rejected-rows.ts";
import type { EvidenceKind } from "../evidence/kinds.ts";
import type { Unknown } from "./finding.ts";
import type { MeasureContext, ScoringPiece } from "./context.ts";
import { unknown } from "./finding.ts";

/**
 * The pieces of a kind in force today, or why the indicator is unknown: none attached, all expired, one that was
 * withheld on a legal ground (it may be just the bad one), or one with over 1 % of its rows rejected (so may they).
 */
export function inForce(
  kind: EvidenceKind,
  { pieces, today }: Pick<MeasureContext, "pieces" | "today">,
): readonly ScoringPiece[] | Unknown {
  const ofKind = pieces.filter((piece) => piece.kind === kind && speaksOf(piece, kind));
  if (ofKind.length === 0) return unknown({ code: "no-evidence" }, []);
  // By digest, so that neither ties nor rounded sums depend on the order in which they were attached.
  const current = ofKind
    .filter((piece) => !isExpired(piece, today))
    .sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0));
  if (current.length === 0) {
    const expiredAt = ofKind.map((piece) => piece.expiresOn).reduce((a, b) => (a > b ? a : b));
    return unknown({ code: "expired", expiredAt }, ofKind);
  }
  if (current.some(({ statistics }) => statistics.kind === "withheld")) return unknown({ code: "withheld" }, current);
  const spoiled = current.find((piece) => tooManyRejected(piece.rejectedRows, piece.rows));
  if (spoiled === undefined) return current;
  return unknown({ code: "rejected-rows", rejected: spoiled.rejectedRows, rows: spoiled.rows }, current);
}

const speaksOf = ({ statistics }: ScoringPiece, kind: EvidenceKind): boolean =>
  statistics.kind === kind || statistics.kind === "withheld";

export function isUnknown(result: readonly ScoringPiece[] | Unknown): result is Unknown {
  return "kind" in result;
}
