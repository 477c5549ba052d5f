import { day, digest, each, integer, list, nullable, object, oneOf, text, textRef, truth } from "../../words/shape.ts";
import type { Fields, Shape } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import {
  changeKinds,
  consultationKinds,
  contributionChannels,
  dispositions,
  hidingReasons,
  pointOrigins,
  pollWays,
} from "../state/consultations.ts";
import type {
  ConsultationsEvent,
  ConsultationTerms,
  ContributionCounts,
  PointDisposition,
  OwedDays,
  Paper,
  PollTerms,
  Represented,
} from "../state/consultations.ts";
import type { EvidenceRef } from "../state/evidence.ts";

const terms: Fields<ConsultationTerms> = {
  kind: oneOf(...consultationKinds),
  title: text,
  question: textRef,
  stillOpen: textRef,
  settled: nullable(textRef),
  audience: textRef,
  papers: list(object<Paper>({ evidence: text, digest, name: textRef })),
  opensOn: day,
  closesOn: day,
  respondBy: day,
  channels: list(oneOf(...contributionChannels)),
  how: nullable(textRef),
  shorter: nullable(textRef),
  place: nullable(textRef),
  poll: nullable(
    object<PollTerms>({
      options: list(object({ option: textRef })),
      way: oneOf(...pollWays),
      most: nullable(integer),
    }),
  ),
};

const owed: Shape<OwedDays> = object({
  policy: integer,
  open: integer,
  respond: integer,
  notice: integer,
  papers: integer,
});

const counts: Shape<ContributionCounts> = object({
  channels: each(contributionChannels, integer),
  hidden: each(hidingReasons, integer),
  unplaced: integer,
});

const disposition: Fields<PointDisposition> = {
  disposition: oneOf(...dispositions),
  reason: textRef,
  change: nullable(object({ kind: oneOf(...changeKinds), ref: nullable(text), text: nullable(textRef) })),
};

export const consultationPayloads: Payloads<ConsultationsEvent> = {
  ConsultationOpened: object({ ...terms, consultation: text, owed }),
  ConsultationAmended: object({ ...terms, consultation: text, reason: textRef }),
  ConsultationWithdrawn: object({ consultation: text, reason: textRef }),
  PollCodesIssued: object({ consultation: text, batch: integer, count: integer }),
  PollCounted: object({
    consultation: text,
    counts: list(integer),
    given: nullable(integer),
    leftOut: integer,
    digest,
  }),
  HearingMinuted: object({
    consultation: text,
    heldOn: day,
    groups: list(object<Represented>({ group: text, people: integer, serving: truth, names: nullable(textRef) })),
    minutes: nullable(textRef),
    document: nullable(object<EvidenceRef>({ evidence: text, digest })),
  }),
  PointMade: object({ consultation: text, point: text, text: textRef, origin: oneOf(...pointOrigins) }),
  PointReworded: object({ consultation: text, point: text, text: textRef }),
  PointsJoined: object({ consultation: text, point: text, into: text }),
  PointAnswered: object({ consultation: text, point: text, ...disposition }),
  ConsultationAnswered: object({ consultation: text, heard: textRef, did: textRef, counts }),
  ContributionsCounted: object({ consultation: text, counts }),
};
