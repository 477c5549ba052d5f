import { day, instant, object, oneOf, text, textRef } from "../../words/shape.ts";
import type { Payloads } from "../manifest/fact.ts";
import type { IncidentsEvent } from "../state/incidents.ts";

export const incidentPayloads: Payloads<IncidentsEvent> = {
  IncidentRecorded: object({
    incident: text,
    severity: oneOf(1, 2, 3, 4),
    occurredAt: instant,
    dueOn: day,
    text: textRef,
  }),
  IncidentClosed: object({ incident: text, text: textRef }),
};
