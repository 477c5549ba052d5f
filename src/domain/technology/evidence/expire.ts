import type { Step } from "../manifest/chapter.ts";
import { isExpired } from "../../evidence/expiry.ts";

export const expireEvidence: Step = (t, f) =>
  t.evidence
    .filter((piece) => piece.state === "in-force" && isExpired(piece, f.today))
    .map(({ evidence }) => ({ type: "EvidenceExpired", schema: 1, payload: { evidence } }));
