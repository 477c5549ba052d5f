import type { Applies } from "../manifest/fact.ts";
import { withAuthors } from "../state/authors.ts";
import type {
  Consultation,
  ConsultationsEvent,
  ConsultationTerms,
  ConsultationVersion,
  Point,
} from "../state/consultations.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { Technology } from "../state/technology.ts";
import type { TextRef } from "../../words/text.ts";

/** How each entry changes a consultation. Whoever runs it has a part in the technology, and never judges it. */
export const consultationApplies: Applies<ConsultationsEvent["type"]> = {
  ConsultationOpened: (t, { consultation, owed, ...terms }, at) => ({
    ...t,
    authors: withAuthors(t.authors, at.actor),
    consultations: [
      ...t.consultations,
      {
        ...terms,
        consultation,
        owed,
        opened: made(at),
        versions: [version(t, terms, null, at)],
        ...nothingYet,
      },
    ],
  }),
  ConsultationAmended: (t, { consultation, reason, ...terms }, at) =>
    onConsultation(t, consultation, at, (asking) => ({
      ...asking,
      ...terms,
      versions: [...asking.versions, version(t, terms, reason, at)],
    })),
  ConsultationWithdrawn: (t, { consultation, reason }, at) =>
    onConsultation(t, consultation, at, (asking) => ({ ...asking, withdrawn: { reason, ...made(at) } })),
  PollCodesIssued: (t, { consultation, batch, count }, at) =>
    onConsultation(t, consultation, at, (asking) => ({
      ...asking,
      batches: [...asking.batches, { batch, count, at: at.time }],
    })),
  PollCounted: (t, { consultation, ...result }, at) =>
    onConsultation(t, consultation, at, (asking) => ({ ...asking, polled: { ...result, ...made(at) } })),
  HearingMinuted: (t, { consultation, ...minutes }, at) =>
    onConsultation(t, consultation, at, (asking) => ({ ...asking, minutes: { ...minutes, ...made(at) } })),
  PointMade: (t, { consultation, point, text, origin }, at) =>
    onConsultation(t, consultation, at, (asking) => ({
      ...asking,
      points: [...asking.points, { point, origin, words: [{ text, ...made(at) }], into: null, answers: [] }],
    })),
  PointReworded: (t, { consultation, point, text }, at) =>
    onPoint(t, { consultation, point }, at, (known) => ({ ...known, words: [...known.words, { text, ...made(at) }] })),
  PointsJoined: (t, { into, ...of }, at) => onPoint(t, of, at, (known) => ({ ...known, into })),
  PointAnswered: (t, { consultation, point, ...answer }, at) =>
    onPoint(t, { consultation, point }, at, (known) => ({
      ...known,
      answers: [...known.answers, { ...answer, ...made(at) }],
    })),
  ConsultationAnswered: (t, { consultation, heard, did, counts }, at) =>
    onConsultation(t, consultation, at, (asking) => ({ ...asking, counts, answered: { heard, did, ...made(at) } })),
  ContributionsCounted: (t, { consultation, counts }, at) =>
    onConsultation(t, consultation, at, (asking) => ({ ...asking, counts })),
};

const nothingYet = {
  points: [],
  batches: [],
  polled: null,
  minutes: null,
  withdrawn: null,
  answered: null,
  counts: null,
} as const;

const made = ({ actor: by, time: at, position }: TechnologyEnvelope) => ({ by, at, position });

const version = (
  { plan }: Technology,
  terms: ConsultationTerms,
  reason: TextRef | null,
  at: TechnologyEnvelope,
): ConsultationVersion => ({
  terms,
  reason,
  plan: plan?.number ?? 0,
  planChanges: plan?.amendments.length ?? 0,
  ...made(at),
});

function onConsultation(
  t: Technology,
  id: string,
  { actor }: TechnologyEnvelope,
  change: (consultation: Consultation) => Consultation,
): Technology {
  return {
    ...t,
    authors: actor === "system" ? t.authors : withAuthors(t.authors, actor),
    consultations: t.consultations.map((asking) => (asking.consultation === id ? change(asking) : asking)),
  };
}

function onPoint(
  t: Technology,
  { consultation, point }: { readonly consultation: string; readonly point: string },
  at: TechnologyEnvelope,
  change: (point: Point) => Point,
): Technology {
  return onConsultation(t, consultation, at, (asking) => ({
    ...asking,
    points: asking.points.map((known) => (known.point === point ? change(known) : known)),
  }));
}
