import type { Decision } from "../../words/decision.ts";
import type { EvidencePiece } from "../state/evidence.ts";
import { isWithheld } from "../state/in-force.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent, TechnologyEventType } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type WithholdEntry = Extract<TechnologyCommand, { type: "WithholdEntry" }>;

/**
 * Entries that a technology's life can go on without: of a piece of evidence there stays that it is there, from when
 * and under which plan, and nothing it measured. Every other entry carries what later ones rest on, and the words in it
 * are kept beside the ledger, where they can be erased.
 */
const withholdable: readonly TechnologyEventType[] = ["EvidenceAttached"];

/** An administrator takes an entry's content away on a legal ground; that it was there, and its hash, stay for good. */
export function withholdEntry(t: Technology, c: WithholdEntry): Decision<TechnologyEvent> {
  const entry = t.entries.find(({ position }) => position === c.entry);
  const piece = t.evidence.find(({ position }) => position === c.entry);
  const reasons = [
    ...when(entry === undefined, "EntryUnknown", "entry", { position: c.entry }),
    ...when(entry !== undefined && !withholdable.includes(entry.type), "EntryNotWithholdable", "entry", {
      type: entry?.type ?? null,
    }),
    ...when(piece !== undefined && isWithheld(piece), "AlreadyWithheld", "entry", { position: c.entry }),
    ...required(c.ground, "ground"),
  ];
  return unless(reasons, () =>
    piece === undefined
      ? []
      : [
          {
            type: "EntryWithheld",
            schema: 1,
            payload: {
              entry: c.entry,
              remains: c.remains,
              standIn: { schema: 2, payload: standInFor(piece) },
              ground: c.ground,
            },
          },
        ],
  );
}

/** Ids, digests, dates and counts; no label, no heading and no figure of what was measured. */
const standInFor = (piece: EvidencePiece): EvidencePiece => ({
  evidence: piece.evidence,
  digest: piece.digest,
  files: piece.files,
  role: piece.role,
  kind: piece.kind,
  format: piece.format,
  readerVersion: piece.readerVersion,
  timeZone: piece.timeZone,
  mapping: null,
  // Its words go too: without the digest nobody would know that the files cannot be read as they were.
  ...(piece.mappingText !== undefined && { mappingText: piece.mappingText }),
  withinMs: piece.withinMs,
  from: piece.from,
  to: piece.to,
  expiresOn: piece.expiresOn,
  plan: piece.plan,
  wave: piece.wave,
  statistics: { kind: "withheld" },
  rows: piece.rows,
  rejectedRows: piece.rejectedRows,
  warnings: [],
  countedIn: piece.countedIn,
  title: piece.title,
});
