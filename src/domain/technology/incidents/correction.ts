import { notTooEarly } from "../../words/day-limits.ts";
import { addDays, compareInstants, isInstant } from "../../words/days.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { Instant } from "../../words/text.ts";
import { stated } from "../manifest/correction.ts";
import type { Correction } from "../manifest/correction.ts";
import type { Facts } from "../state/facts.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { onIncident } from "./open-incidents.ts";

export const incidentCorrection: Correction = {
  fields: ["severity", "occurredAt"],
  reasons: ({ severity, occurredAt }, f) => [
    ...when(severity !== undefined && ![1, 2, 3, 4].includes(severity), "SeverityUnknown", "changes.severity"),
    ...(occurredAt === undefined ? [] : pastInstant(occurredAt, f)),
  ],
  /** Another severity has another deadline, counted from the same day as the first one. */
  complete: (t, position, changes, f) => {
    const incident = t.incidents.find((incident) => incident.position === position);
    if (incident === undefined || changes.severity === undefined) return changes;
    const days = pinnedPolicy(t, f).deadlines.incidentDays;
    return { ...changes, dueOn: addDays(incident.dueOn, days[changes.severity] - days[incident.severity]) };
  },
  apply: (t, position, { severity, dueOn, occurredAt }) =>
    onIncident(
      t,
      (incident) => incident.position === position,
      (incident) => ({ ...incident, ...stated({ severity, dueOn, occurredAt }) }),
    ),
};

const pastInstant = (instant: Instant, f: Facts): readonly Reason[] =>
  isInstant(instant)
    ? [
        ...when(compareInstants(instant, f.now) > 0, "IncidentInFuture", "changes.occurredAt"),
        ...notTooEarly(instant, "changes.occurredAt"),
      ]
    : when(true, "InstantMalformed", "changes.occurredAt");
