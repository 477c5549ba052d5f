import { personStream } from "../domain/people/streams.ts";
import type { LedgerEvent } from "../ledger/port.ts";

/** What others do to an account and its owner is told of: a way in, or out, or an office that somebody else carries. */
const announced: ReadonlySet<string> = new Set([
  "LinkMade",
  "LinkUsed",
  "SessionsEnded",
  "DetailsChanged",
  "DeputyNamed",
  "DeputyEnded",
]);

/** Positions that still have to be acknowledged after an event on a person's stream. */
export function unacknowledgedAfter(before: readonly number[], event: LedgerEvent): readonly number[] {
  const { type, payload, position, actor, stream } = event;
  if (type === "NoticeAcknowledged") return before.filter((unread) => unread > Number(payload["upTo"]));
  const own = stream === personStream(actor);
  // Whoever was never here is told of nothing by the invitation that lets them in.
  const invited = payload["purpose"] === "invitation";
  return announced.has(type) && !own && !invited ? [...before, position] : before;
}
