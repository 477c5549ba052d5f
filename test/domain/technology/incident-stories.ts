import { tiers } from "../../../src/domain/words/tier.ts";
import { defaultPolicy, plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../../src/domain/policy/default/gates.ts";
import type { Severity } from "../../../src/domain/words/severity.ts";
import type { BodyKind } from "../../../src/domain/policy/safeguards/clock-duty.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { clocksOf } from "../../../src/domain/technology/state/incident-clocks.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import type { Incident } from "../../../src/domain/technology/state/incidents.ts";
import type { PayloadOf } from "../../../src/domain/technology/state/technology.ts";
import { by, day, happened, piloting, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** The plain policy with the clocks taken on, for one kind of body, and asked for at the gates. */
export const withClocks = (body: BodyKind = "state-organ"): Policy => ({
  ...plainPolicy,
  gates: gatesAsking({
    admission: [],
    completion: [["incident-clocks", tiers]],
    rollout: [["incident-clocks", tiers]],
    adoption: [["incident-clocks", tiers]],
  }),
  safeguards: {
    ...plainPolicy.safeguards,
    clocks: { ...defaultPolicy.safeguards.clocks, body },
  },
});

/** Of day `n` of the story, by the clock of UTC. */
export const at = (n: number, time: string): string => `${day(n)}T${time.length === 5 ? `${time}:00` : time}.000Z`;

export const facts = (actor: string, now: string, policy = withClocks()): Facts =>
  by(actor, 0, { now, today: now.slice(0, 10), policy, policies: { [policy.version]: policy } });

/** An entry made at an instant. */
export const entered = <T extends Parameters<typeof happened>[0]>(
  type: T,
  payload: PayloadOf<T>,
  time: string,
  actor = "pia",
): Happened => ({ ...happened(type, payload, actor), time });

export const recorded = (severity: Severity, learnedAt: string, enteredAt = learnedAt): Happened =>
  entered(
    "IncidentRecorded",
    {
      incident: "i1",
      severity,
      occurredAt: learnedAt,
      learnedAt,
      timeZone: "UTC",
      dueOn: day(30),
      text: text("it stood still"),
    },
    enteredAt,
  );

export const rated = (severity: Severity, enteredAt: string): Happened =>
  entered("IncidentRated", { incident: "i1", severity, dueOn: day(30), text: text("anew") }, enteredAt);

export const delivered = (duty: string, deliveredAt: string, complete = true, enteredAt = deliveredAt): Happened =>
  entered(
    "IncidentDutyDelivered",
    { incident: "i1", duty, deliveredAt, complete, evidence: null, text: text(`report ${duty}`) },
    enteredAt,
  );

export const voided = (delivery: string, enteredAt: string, actor = "pia"): Happened =>
  entered("IncidentDeliveryVoided", { incident: "i1", delivery, text: text("it was another") }, enteredAt, actor);

export const handled = (handledAt: string, enteredAt = handledAt): Happened =>
  entered("IncidentHandled", { incident: "i1", handledAt, evidence: null, text: text("contained") }, enteredAt);

export const reviewed = (enteredAt: string): Happened =>
  entered(
    "IncidentReviewed",
    {
      incident: "i1",
      cause: text("cause"),
      lessons: text("lessons"),
      measures: [{ measure: "m1", text: text("measure"), owner: "pia", dueOn: day(40) }],
    },
    enteredAt,
  );

export function incidentAfter(...story: readonly Happened[]): Incident {
  const incident = stateAfter(...piloting(), ...story).incidents[0];
  if (incident === undefined) throw new Error("No incident is on record");
  return incident;
}

/** "first-report running", "first-report/supplement overdue" … */
export const states = (incident: Incident, now: string, policy = withClocks()): readonly string[] =>
  clocksOf(incident, policy, now).map(
    ({ duty, supplement, state }) => `${duty.key}${supplement ? "/supplement" : ""} ${state}`,
  );

export const stateOf = (duty: string, incident: Incident, now: string, policy = withClocks()): string =>
  states(incident, now, policy)
    .find((state) => state.startsWith(`${duty} `))
    ?.slice(duty.length + 1) ?? "none";
