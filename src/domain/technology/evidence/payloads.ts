import { object, text, textRef } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { EvidenceEvent } from "../state/evidence.ts";
import { pieceShape } from "../state/evidence-shapes.ts";

export const evidencePayloads: Payloads<EvidenceEvent> = {
  EvidenceAttached: pieceShape,
  EvidenceWithdrawn: object({ evidence: text, reason: textRef }),
  EvidenceExpired: object({ evidence: text }),
};
