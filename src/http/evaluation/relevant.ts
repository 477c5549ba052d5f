import { isJudged, measureOf } from "../../domain/measures/measures.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";

/**
 * Whether a piece speaks to an item of the rubric: it is of a kind that the item's criterion is measured by, or a
 * document, which may speak to any.
 */
export function speaksTo({ criteria }: Policy, item: string): (piece: Pick<Piece, "kind">) => boolean {
  const criterion = criteria.find(({ indicators }) => indicators.some(({ key }) => key === item));
  const kinds = (criterion?.indicators ?? [])
    .filter(({ measure }) => !isJudged(measure))
    .map(({ measure }) => measureOf(measure).kind);
  return ({ kind }) => kind === "document" || kinds.includes(kind);
}
