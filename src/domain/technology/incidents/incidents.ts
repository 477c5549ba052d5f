import type { Decision, Reason } from "../../words/decision.ts";
import { addDays, isBefore } from "../../words/days.ts";
import { severities } from "../../words/severity.ts";
import type { Severity } from "../../words/severity.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Facts } from "../state/facts.ts";
import { clocksOf } from "../state/incident-clocks.ts";
import type { Incident } from "../state/incidents.ts";
import { isAuthor } from "../state/people.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { unless, when } from "../../words/reasons.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { required } from "../../words/required.ts";
import { notBefore, pastInstant } from "./instants.ts";

export function recordIncident(t: Technology, c: CommandOf<"RecordIncident">, f: Facts): Decision<TechnologyEvent> {
  const { severity, occurredAt, learnedAt, timeZone, text } = c;
  const reasons = [
    ...when(!severities.includes(severity), "SeverityUnknown", "severity"),
    ...pastInstant(occurredAt, "occurredAt", f),
    ...pastInstant(learnedAt, "learnedAt", f),
    ...notBefore(learnedAt, occurredAt, "LearnedBeforeIncident", "learnedAt"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    const incident = `i${t.incidents.length + 1}`;
    const dueOn = addDays(f.today, pinnedPolicy(t, f).deadlines.incidentDays[severity]);
    const payload = { incident, severity, occurredAt, learnedAt, timeZone, dueOn, text };
    return [{ type: "IncidentRecorded", schema: 2, payload }];
  });
}

/**
 * Graver or less grave than it was taken for, with the reason. Whoever works on the technology may say that it is graver;
 * that it is less grave takes terms away, so that its authors do not decide it.
 */
export function rateIncident(t: Technology, c: CommandOf<"RateIncident">, f: Facts): Decision<TechnologyEvent> {
  const { severity, text } = c;
  const incident = incidentOf(t, c.incident);
  const lowers = incident !== undefined && severity > incident.severity;
  const reasons = [
    ...openReasons(incident, c.incident),
    ...when(!severities.includes(severity), "SeverityUnknown", "severity"),
    ...when(incident?.severity === severity, "NothingChanged", "severity"),
    ...when(lowers && isAuthor(t, f.actor.id), "AuthorMayNotLower", "severity"),
    ...required(text, "text"),
  ];
  return unless(reasons, () => {
    if (incident === undefined) return [];
    const dueOn = dueOnAfter(incident, severity, pinnedPolicy(t, f), f);
    return [{ type: "IncidentRated", schema: 1, payload: { incident: c.incident, severity, dueOn, text } }];
  });
}

export function closeIncident(t: Technology, c: CommandOf<"CloseIncident">, f: Facts): Decision<TechnologyEvent> {
  const incident = incidentOf(t, c.incident);
  const reasons = [
    ...openReasons(incident, c.incident),
    ...(incident === undefined ? [] : unfinished(incident, pinnedPolicy(t, f), f)),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [
    { type: "IncidentClosed", schema: 1, payload: { incident: c.incident, text: c.text } },
  ]);
}

export const incidentOf = (t: Technology, id: string): Incident | undefined =>
  t.incidents.find(({ incident }) => incident === id);

const openReasons = (incident: Incident | undefined, id: string): readonly Reason[] => [
  ...when(incident === undefined, "IncidentUnknown", "incident", { incident: id }),
  ...when((incident?.closedAt ?? null) !== null, "IncidentClosedAlready", "incident", { incident: id }),
];

/** Counted from the same day; a day that is over already is no later because it was less grave after all. */
function dueOnAfter({ dueOn, severity: before }: Incident, severity: Severity, policy: Policy, f: Facts): string {
  const days = policy.deadlines.incidentDays;
  const moved = addDays(dueOn, days[severity] - days[before]);
  return isBefore(dueOn, f.today) && isBefore(dueOn, moved) ? dueOn : moved;
}

/** Where its clocks run it is handled first, and reviewed where the policy says so for as grave as it ever was. */
function unfinished(incident: Incident, policy: Policy, f: Facts): readonly Reason[] {
  const asked = clocksOf(incident, policy, f.now);
  return [
    ...when(asked.length > 0 && incident.handling === null, "IncidentNotHandled", "incident", {
      incident: incident.incident,
    }),
    ...when(reviewAsked(incident, policy) && incident.review === null, "IncidentNotReviewed", "incident", {
      incident: incident.incident,
    }),
  ];
}

export function reviewAsked({ figures, learnedAt }: Incident, { safeguards: { clocks } }: Pick<Policy, "safeguards">) {
  const gravest = Math.min(...figures.map(({ severity }) => severity));
  return learnedAt !== null && clocks.reviewFrom !== null && gravest <= clocks.reviewFrom;
}
