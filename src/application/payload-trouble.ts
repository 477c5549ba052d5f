import { payloadFault } from "../domain/stream.ts";
import { streamCalled } from "../domain/streams/streams.ts";
import { sentence } from "../domain/words/shape.ts";
import { LOSS_DECLARED, LOSS_STREAM, lossShape } from "../ledger/loss.ts";
import { KEY_ROTATED, rotationShape } from "../ledger/rotation.ts";
import type { LedgerEvent } from "../ledger/port.ts";

type Entry = Pick<LedgerEvent, "stream" | "type" | "schema" | "payload">;

/**
 * Why an entry that this installation may not have written is not what its type says: "EvidenceAttached:
 * payload.files[0].bytes is not a whole number". Null where it is, and for types unknown here, which stop what reads them.
 */
export function payloadTrouble(entry: Entry): string | null {
  const fault = faultOf(entry);
  return fault === null || fault === "unknown" ? null : `${entry.type}: ${sentence(fault)}`;
}

function faultOf(entry: Entry) {
  const kind = streamCalled(entry.stream);
  if (kind !== null) return payloadFault(kind, entry);
  return entry.stream === LOSS_STREAM ? payloadFault(ofLedger, entry) : null;
}

const ofLedger = {
  events: {
    [LOSS_DECLARED]: { schema: 1, payload: lossShape },
    [KEY_ROTATED]: { schema: 1, payload: rotationShape },
  },
};
