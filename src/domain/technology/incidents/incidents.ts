import type { Decision } from "../../words/decision.ts";
import { addDays, compareInstants, isInstant } from "../../words/days.ts";
import { severities } from "../../policy/deadlines.ts";
import type { Facts } from "../state/facts.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { notTooEarly } from "../../words/day-limits.ts";
import { unless, when } from "../../words/reasons.ts";
import type { Technology, TechnologyCommand, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";

type Command<T extends TechnologyCommand["type"]> = Extract<TechnologyCommand, { type: T }>;

export function recordIncident(t: Technology, c: Command<"RecordIncident">, f: Facts): Decision<TechnologyEvent> {
  const { severity, occurredAt, text } = c;
  const reasons = [
    ...when(!severities.includes(severity), "SeverityUnknown", "severity"),
    ...when(!isInstant(occurredAt), "InstantMalformed", "occurredAt"),
    ...when(isInstant(occurredAt) && compareInstants(occurredAt, f.now) > 0, "IncidentInFuture", "occurredAt"),
    ...(isInstant(occurredAt) ? notTooEarly(occurredAt, "occurredAt") : []),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    const incident = `i${t.incidents.length + 1}`;
    const dueOn = addDays(f.today, pinnedPolicy(t, f).deadlines.incidentDays[severity]);
    return [{ type: "IncidentRecorded", schema: 1, payload: { incident, severity, occurredAt, dueOn, text } }];
  });
}

export function closeIncident(t: Technology, c: Command<"CloseIncident">): Decision<TechnologyEvent> {
  const incident = t.incidents.find((incident) => incident.incident === c.incident);
  const reasons = [
    ...when(incident === undefined, "IncidentUnknown", "incident", { incident: c.incident }),
    ...when((incident?.closedAt ?? null) !== null, "IncidentClosedAlready", "incident", { incident: c.incident }),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [
    { type: "IncidentClosed", schema: 1, payload: { incident: c.incident, text: c.text } },
  ]);
}
