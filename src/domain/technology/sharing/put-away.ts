import type { Decision } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { Facts } from "../state/facts.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { notOurs } from "./share.ts";

/**
 * A copy that nothing is to rest on any longer, drifted or not, is put away with a reason: it stays on record and supports
 * nothing. The piece may be taken over anew, as another copy, while it is offered.
 */
export function putBorrowedAway(t: Technology, c: CommandOf<"PutBorrowedAway">, f: Facts): Decision<TechnologyEvent> {
  const { borrowed, reason } = c;
  const copy = t.borrowed.find((piece) => piece.borrowed === borrowed);
  const reasons = [
    ...notOurs(t, f),
    ...when(copy === undefined, "BorrowedUnknown", "borrowed", { borrowed }),
    ...when(copy !== undefined && copy.putAway !== null, "BorrowedPutAwayAlready", "borrowed", { borrowed }),
    ...required(reason, "reason"),
  ];
  return unless(reasons, () => [{ type: "BorrowedPutAway", schema: 1, payload: { borrowed, reason } }]);
}
