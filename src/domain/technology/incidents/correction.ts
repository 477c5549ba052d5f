import { addDays } from "../../words/days.ts";
import type { Severity } from "../../words/severity.ts";
import { when } from "../../words/reasons.ts";
import type { Instant } from "../../words/text.ts";
import { stated } from "../manifest/correction.ts";
import type { Correction } from "../manifest/correction.ts";
import type { Incident } from "../state/incidents.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { pastInstant } from "./instants.ts";
import { onIncident } from "./open-incidents.ts";

export const incidentCorrection: Correction = {
  fields: ["severity", "occurredAt", "learnedAt"],
  reasons: ({ severity, occurredAt, learnedAt }, f) => [
    ...when(severity !== undefined && ![1, 2, 3, 4].includes(severity), "SeverityUnknown", "changes.severity"),
    ...(occurredAt === undefined ? [] : pastInstant(occurredAt, "changes.occurredAt", f)),
    ...(learnedAt === undefined ? [] : pastInstant(learnedAt, "changes.learnedAt", f)),
  ],
  /** Another severity has another deadline, counted from the same day as the first one. */
  complete: (t, position, changes, f) => {
    const incident = t.incidents.find((incident) => incident.position === position);
    if (incident === undefined || changes.severity === undefined) return changes;
    const days = pinnedPolicy(t, f).deadlines.incidentDays;
    return { ...changes, dueOn: addDays(incident.dueOn, days[changes.severity] - days[incident.severity]) };
  },
  apply: (t, position, { severity, dueOn, occurredAt, learnedAt }, at) =>
    onIncident(
      t,
      (incident) => incident.position === position,
      (incident) => ({
        ...incident,
        ...stated({ severity, dueOn, occurredAt, learnedAt }),
        ...reckonedAnew(incident, { severity, learnedAt }, at.time),
      }),
    ),
};

/** What stood stays: a term that ran out by it has run out, whatever is put right later. */
function reckonedAnew(
  { figures }: Incident,
  { severity, learnedAt }: { readonly severity: Severity | undefined; readonly learnedAt: Instant | undefined },
  since: Instant,
): Partial<Incident> {
  const last = figures.at(-1);
  if (last === undefined || (severity === undefined && learnedAt === undefined)) return {};
  return { figures: [...figures, { ...last, ...stated({ severity, learnedAt }), since, text: null }] };
}
