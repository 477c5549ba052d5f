import { day, instant, list, nullable, object, oneOf, text, textRef, truth } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { IncidentsEvent } from "../state/incidents.ts";

export const incidentPayloads: Payloads<IncidentsEvent> = {
  IncidentRecorded: object({
    incident: text,
    severity: oneOf(1, 2, 3, 4),
    occurredAt: instant,
    learnedAt: nullable(instant),
    timeZone: text,
    dueOn: day,
    text: textRef,
  }),
  IncidentRated: object({ incident: text, severity: oneOf(1, 2, 3, 4), dueOn: day, text: textRef }),
  IncidentDutyDelivered: object({
    incident: text,
    duty: text,
    deliveredAt: instant,
    complete: truth,
    evidence: nullable(text),
    text: nullable(textRef),
  }),
  IncidentDeliveryVoided: object({ incident: text, delivery: text, text: textRef }),
  IncidentHandled: object({ incident: text, handledAt: instant, evidence: nullable(text), text: textRef }),
  IncidentReviewed: object({
    incident: text,
    cause: textRef,
    lessons: textRef,
    measures: list(object({ measure: text, text: textRef, owner: text, dueOn: day })),
  }),
  IncidentMeasureDone: object({ incident: text, measure: text, text: textRef }),
  IncidentClosed: object({ incident: text, text: textRef }),
};
