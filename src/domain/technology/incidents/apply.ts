import type { Applies } from "../manifest/fact.ts";
import type { TechnologyEnvelope } from "../state/envelope.ts";
import type { IncidentsEvent } from "../state/incidents.ts";
import { named, onIncident } from "./open-incidents.ts";

export const incidentApplies: Applies<IncidentsEvent["type"]> = {
  IncidentRecorded: (t, recorded, at) => ({
    ...t,
    incidents: [
      ...t.incidents,
      {
        ...recorded,
        position: at.position,
        closedAt: null,
        closing: null,
        figures: [{ severity: recorded.severity, learnedAt: recorded.learnedAt, since: at.time, text: null }],
        deliveries: [],
        handling: null,
        review: null,
      },
    ],
  }),
  IncidentRated: (t, { incident, severity, dueOn, text }, at) =>
    onIncident(t, named(incident), (rated) => ({
      ...rated,
      severity,
      dueOn,
      figures: [...rated.figures, { severity, learnedAt: rated.learnedAt, since: at.time, text }],
    })),
  IncidentDutyDelivered: (t, { incident, ...delivered }, at) =>
    onIncident(t, named(incident), (open) => ({
      ...open,
      deliveries: [
        ...open.deliveries,
        { ...delivered, delivery: `d${open.deliveries.length + 1}`, voided: null, ...madeBy(at) },
      ],
    })),
  IncidentDeliveryVoided: (t, { incident, delivery, text }, at) =>
    onIncident(t, named(incident), (open) => ({
      ...open,
      deliveries: open.deliveries.map((entered) =>
        entered.delivery === delivery ? { ...entered, voided: { text, ...madeBy(at) } } : entered,
      ),
    })),
  IncidentHandled: (t, { incident, ...handled }, at) =>
    onIncident(t, named(incident), (open) => ({ ...open, handling: { ...handled, ...madeBy(at) } })),
  IncidentReviewed: (t, { incident, measures, ...reviewed }, at) =>
    onIncident(t, named(incident), (open) => ({
      ...open,
      review: { ...reviewed, measures: measures.map((measure) => ({ ...measure, done: null })), ...madeBy(at) },
    })),
  IncidentMeasureDone: (t, { incident, measure, text }, at) =>
    onIncident(t, named(incident), (open) => ({
      ...open,
      review: open.review && {
        ...open.review,
        measures: open.review.measures.map((taken) =>
          taken.measure === measure ? { ...taken, done: { at: at.time, text } } : taken,
        ),
      },
    })),
  IncidentClosed: (t, { incident, text }, at) =>
    onIncident(t, named(incident), (open) => ({ ...open, closedAt: at.time, closing: text })),
};

const madeBy = ({ actor, time, position }: TechnologyEnvelope) => ({ by: actor, enteredAt: time, position });
