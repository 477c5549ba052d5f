import { organisationShape } from "../../committee/committee-stream.ts";
import { day, digest, list, nullable, object, oneOf, text, textRef, truth } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import { opinions } from "../state/committee.ts";
import type { CommitteeEvent } from "../state/committee.ts";

export const committeePayloads: Payloads<CommitteeEvent> = {
  CommitteeInvited: object({
    panel: text,
    members: list(object({ person: text, field: text, organisation: organisationShape, from: day, until: day })),
    deadline: day,
    question: nullable(textRef),
  }),
  CommitteeInterestDeclared: object({ panel: text, conflict: truth, text: nullable(textRef) }),
  OpinionGiven: object({
    panel: text,
    opinion: oneOf(...opinions),
    reasons: textRef,
    conditions: list(object({ condition: text, text: textRef })),
    shown: digest,
  }),
  CommitteeConditionAnswered: object({
    panel: text,
    condition: text,
    answer: textRef,
    evidence: list(text),
    done: truth,
  }),
};
