import type { Decision, Reason } from "../../words/decision.ts";
import { unless, when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";
import type { TextRef } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";
import { clocksOf } from "../state/incident-clocks.ts";
import type { Clock } from "../state/incident-clocks.ts";
import type { Incident } from "../state/incidents.ts";
import { isInForce } from "../state/in-force.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import type { CommandOf, Technology, TechnologyEvent } from "../state/technology.ts";
import { incidentOf } from "./incidents.ts";
import { notBefore, pastInstant } from "./instants.ts";

type Deliver = CommandOf<"DeliverIncidentDuty">;

/** A report went out. The first one stops its clock, complete or not; after an incomplete one the rest is delivered too. */
export function deliverDuty(t: Technology, c: Deliver, f: Facts): Decision<TechnologyEvent> {
  const { type: _, ...payload } = c;
  const incident = incidentOf(t, c.incident);
  const clocks = incident === undefined ? [] : clocksOf(incident, pinnedPolicy(t, f), f.now);
  const reasons = [
    ...when(incident === undefined, "IncidentUnknown", "incident", { incident: c.incident }),
    ...(incident === undefined ? [] : dutyReasons(incident, clocks, c)),
    ...pastInstant(c.deliveredAt, "deliveredAt", f),
    ...notBefore(c.deliveredAt, incident?.learnedAt ?? null, "DeliveredBeforeLearned", "deliveredAt"),
    ...evidenceReasons(t, c.evidence, f),
    ...when(c.evidence === null && c.text === null, "DutyEvidenceMissing", "text"),
    ...optionalText(c.text),
  ];
  return unless(reasons, () => [{ type: "IncidentDutyDelivered", schema: 1, payload }]);
}

/** Contained and put right as far as it goes for now: from here the summary and the review have their terms. */
export function handleIncident(t: Technology, c: CommandOf<"HandleIncident">, f: Facts): Decision<TechnologyEvent> {
  const { type: _, ...payload } = c;
  const incident = incidentOf(t, c.incident);
  const reasons = [
    ...when(incident === undefined, "IncidentUnknown", "incident", { incident: c.incident }),
    ...when((incident?.handling ?? null) !== null, "IncidentHandledAlready", "incident", { incident: c.incident }),
    ...pastInstant(c.handledAt, "handledAt", f),
    ...notBefore(c.handledAt, incident?.learnedAt ?? incident?.occurredAt ?? null, "HandledBeforeLearned", "handledAt"),
    ...evidenceReasons(t, c.evidence, f),
    ...required(c.text, "text"),
  ];
  return unless(reasons, () => [{ type: "IncidentHandled", schema: 1, payload }]);
}

/** Reports that can be delivered now: what is asked, has begun, and lacks something still. */
export function deliverable(incident: Incident, clocks: readonly Clock[]): readonly Clock[] {
  const own = clocks.filter((clock) => clock.incident === incident.incident && clock.duty.stops === "report");
  return own.filter((clock) => clock.state !== "not-begun" && clock.stoppedAt === null);
}

function dutyReasons(
  incident: Incident,
  clocks: readonly Clock[],
  { duty: key, complete }: Deliver,
): readonly Reason[] {
  const clock = clocks.findLast(({ duty }) => duty.key === key);
  const values = { duty: key };
  if (clock === undefined || clock.duty.stops !== "report") return when(true, "DutyNotAsked", "duty", values);
  return [
    ...when(clock.state === "not-begun", "DutyNotBegun", "duty", values),
    ...when(
      clock.state !== "not-begun" && !deliverable(incident, clocks).includes(clock),
      "DutyDeliveredAlready",
      "duty",
      values,
    ),
    ...when(!complete && clock.duty.supplementMinutes === null, "DutyHasNoSupplement", "complete", values),
  ];
}

const evidenceReasons = (t: Technology, evidence: string | null, f: Facts): readonly Reason[] =>
  when(
    evidence !== null && !t.evidence.some((piece) => piece.evidence === evidence && isInForce(piece, f.today)),
    "EvidenceNotInForce",
    "evidence",
    { evidence: evidence ?? "" },
  );

const optionalText = (text: TextRef | null): readonly Reason[] => (text === null ? [] : required(text, "text"));
