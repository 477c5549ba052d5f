import type { Technology } from "../state/technology.ts";
import type { Drill } from "../state/rollout.ts";
import type { Incident } from "../state/incidents.ts";
import type { Piece } from "../state/evidence.ts";
import type { Instant } from "../../words/text.ts";
import type { Applies } from "../state/envelope.ts";

export const safeguardEvents: Applies<
  | "EvidenceAttached"
  | "EvidenceWithdrawn"
  | "EvidenceExpired"
  | "IncidentRecorded"
  | "IncidentClosed"
  | "EntryCorrected"
  | "TextErased"
  | "FileErased"
  | "EntryWithheld"
  | "LessonsRecorded"
> = {
  EvidenceAttached: (t, piece, at) => ({
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
  EvidenceWithdrawn: (t, { evidence, reason }) =>
    onPiece(t, evidence, (piece) => ({ ...piece, state: "withdrawn", withdrawal: reason })),
  EvidenceExpired: (t, { evidence }) => onPiece(t, evidence, (piece) => ({ ...piece, state: "expired" })),
  IncidentRecorded: (t, incident, at) => ({
    ...t,
    incidents: [...t.incidents, { ...incident, position: at.position, closedAt: null, closing: null }],
  }),
  IncidentClosed: (t, { incident, text }, at) =>
    onIncident(
      t,
      (one) => one.incident === incident,
      (one) => ({ ...one, closedAt: at.time, closing: text }),
    ),
  EntryCorrected: (t, { corrects, changes, text }, at) => {
    const { severity, dueOn, occurredAt, drillMinutes: minutes, drillOn: on } = changes;
    const corrected = onIncident(
      t,
      (one) => one.position === corrects,
      (one) => ({ ...one, ...stated({ severity, dueOn, occurredAt }) }),
    );
    return {
      ...corrected,
      rollout: t.rollout && {
        ...t.rollout,
        drills: t.rollout.drills.map((drill) =>
          drill.position === corrects ? correctedDrill(drill, stated({ minutes, on }), at.time) : drill,
        ),
      },
      corrections: [...t.corrections, { corrects, position: at.position, text }],
    };
  },
  TextErased: (t, { digest }) => ({ ...t, erased: [...t.erased, digest] }),
  FileErased: (t, { digest, evidence }) => ({
    ...onPiece(t, evidence, (piece) => ({ ...piece, erased: true })),
    erased: [...t.erased, digest],
  }),
  EntryWithheld: (t, { entry, standIn }) => ({
    ...t,
    evidence: t.evidence.map((piece) => {
      const { groupWords: _, ...rest } = piece;
      return piece.position === entry ? { ...rest, ...standIn.payload } : piece;
    }),
  }),
  LessonsRecorded: (t, { text }) => ({ ...t, lessons: [...t.lessons, text] }),
};

/** Both figures stay: a look that was taken saw the former. */
const correctedDrill = (drill: Drill, figures: Partial<Pick<Drill, "minutes" | "on">>, until: Instant): Drill =>
  Object.keys(figures).length === 0
    ? drill
    : { ...drill, ...figures, was: [...drill.was, { on: drill.on, minutes: drill.minutes, until }] };

const onPiece = (t: Technology, id: string, change: (piece: Piece) => Piece): Technology => ({
  ...t,
  evidence: t.evidence.map((piece) => (piece.evidence === id ? change(piece) : piece)),
});

const onIncident = (
  t: Technology,
  which: (incident: Incident) => boolean,
  change: (incident: Incident) => Incident,
): Technology => ({ ...t, incidents: t.incidents.map((one) => (which(one) ? change(one) : one)) });

/** Only the fields that were stated, so that a spread leaves the others alone. */
const stated = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
