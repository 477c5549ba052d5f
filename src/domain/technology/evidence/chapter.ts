import { evidencePayloads } from "./payloads.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { endOf } from "../manifest/dates.ts";
import type { EvidenceCommand, EvidenceEvent } from "../state/evidence.ts";
import { isAuthor } from "../state/people.ts";
import { isInForce, isPilotOpen, isWithheld, onPiece } from "../state/in-force.ts";
import { inService, withEvidence } from "../state/stage.ts";
import { attachEvidence, mayWithdraw, withdrawEvidence } from "./evidence.ts";
import { expireEvidence } from "./expire.ts";
import { evidenceLapsing } from "./warnings.ts";

export const evidence = {
  acts: {
    AttachEvidence: {
      roles: ["planner", "evaluator"],
      stages: ["proposed", ...withEvidence],
      program: "attach",
      // Before a pilot is open there is nothing to attach but documents of the proposal: its authors are offered that.
      offered: (t, f) => isPilotOpen(t) || isAuthor(t, f.actor.id),
      decide: attachEvidence,
    },
    WithdrawEvidence: {
      roles: ["planner", "evaluator"],
      stages: ["proposed", ...inService],
      offered: (t, f) => t.evidence.some((piece) => isInForce(piece, f.today) && mayWithdraw(t, piece, f.actor.id)),
      decide: withdrawEvidence,
    },
  },
  facts: {
    EvidenceAttached: {
      schema: 2,
      payload: evidencePayloads.EvidenceAttached,
      enteredBy: ["AttachEvidence"],
      apply: (t, piece, at) => ({
        ...t,
        evidence: [
          ...t.evidence,
          {
            ...piece,
            attachedAt: at.time,
            attachedBy: at.actor,
            position: at.position,
            state: "in-force",
            withdrawal: null,
            erased: false,
          },
        ],
      }),
      // Evidence of schema 1 is the pilot's own, its headings known to a reader.
      upcasts: { 1: (payload) => ({ role: "pilot", mapping: null, ...payload }) },
    },
    EvidenceWithdrawn: {
      schema: 1,
      payload: evidencePayloads.EvidenceWithdrawn,
      enteredBy: ["WithdrawEvidence"],
      apply: (t, { evidence: id, reason }) =>
        onPiece(t, id, (piece) => ({ ...piece, state: "withdrawn", withdrawal: reason })),
    },
    EvidenceExpired: {
      schema: 1,
      payload: evidencePayloads.EvidenceExpired,
      enteredBy: ["Sweep"],
      apply: (t, { evidence: id }) => onPiece(t, id, (piece) => ({ ...piece, state: "expired" })),
    },
  },
  texts: {
    ofPerson: (t, person) =>
      t.evidence
        .filter(({ attachedBy }) => attachedBy === person)
        .flatMap(({ title, withdrawal, mappingText, files }) => [
          title,
          withdrawal,
          mappingText ?? null,
          ...files.map(({ digest }) => digest),
        ]),
  },
  searched: {
    kind: "evidence",
    items: (t) =>
      t.evidence
        .filter((piece) => !isWithheld(piece))
        .map(({ evidence: item, position, title }) => ({ item, position, words: { digest: title } })),
  },
  sweep: [{ at: 20, step: expireEvidence }],
  warnings: [{ at: 50, items: evidenceLapsing }],
  dates: {
    swept: (t) => endOf(t.evidence.filter(({ state }) => state === "in-force").map(({ expiresOn }) => expiresOn)),
  },
  conditions: ["evidence-fresh"],
} satisfies Chapter<EvidenceCommand, EvidenceEvent>;
