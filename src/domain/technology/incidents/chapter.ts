import type { Act } from "../manifest/act.ts";
import { incidentPayloads } from "./payloads.ts";
import { incidentCounts } from "./incident-counts.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { endOf } from "../manifest/dates.ts";
import type { Upcoming } from "../manifest/dates.ts";
import type { WorkItem } from "../manifest/work.ts";
import type { IncidentsCommand, IncidentsEvent } from "../state/incidents.ts";
import { proposerOf } from "../state/people.ts";
import { inService, stages } from "../state/stage.ts";
import type { Technology } from "../state/technology.ts";
import { incidentCorrection } from "./correction.ts";
import { closeIncident, recordIncident } from "./incidents.ts";
import { isOpen, onIncident } from "./open-incidents.ts";

const anybody: Act<"RecordIncident">["roles"] = ["planner", "evaluator", "approver", "administrator"];

export const incidents = {
  acts: {
    RecordIncident: { roles: anybody, stages: inService, decide: recordIncident },
    CloseIncident: {
      roles: anybody,
      stages,
      offered: (t) => t.incidents.some(isOpen),
      decide: closeIncident,
    },
  },
  facts: {
    IncidentRecorded: {
      schema: 1,
      payload: incidentPayloads.IncidentRecorded,
      enteredBy: ["RecordIncident"],
      apply: (t, incident, at) => ({
        ...t,
        incidents: [...t.incidents, { ...incident, position: at.position, closedAt: null, closing: null }],
      }),
      correct: incidentCorrection,
    },
    IncidentClosed: {
      schema: 1,
      payload: incidentPayloads.IncidentClosed,
      enteredBy: ["CloseIncident"],
      apply: (t, { incident, text }, at) =>
        onIncident(
          t,
          (recorded) => recorded.incident === incident,
          (recorded) => ({ ...recorded, closedAt: at.time, closing: text }),
        ),
    },
  },
  texts: {
    ofPerson: (t, person) => {
      if (t.incidents.length === 0) return [];
      const own = new Set(t.entries.flatMap(({ by, position }) => (by === person ? [position] : [])));
      return t.incidents.flatMap(({ position, text }) => (own.has(position) ? [text] : []));
    },
  },
  work: [{ at: 30, items: toClose }],
  dates: {
    ahead: [{ at: 30, days: dues }],
    shown: (t, _, today) => endOf(dues(t).flatMap(({ on }) => (on >= today ? [on] : []))),
  },
  counts: incidentCounts,
  conditions: ["incidents-closed"],
} satisfies Chapter<IncidentsCommand, IncidentsEvent>;

function toClose(t: Technology): readonly WorkItem<"incident">[] {
  return t.incidents.filter(isOpen).map(({ incident, dueOn, occurredAt }) => ({
    kind: "incident",
    person: proposerOf(t),
    subject: incident,
    due: dueOn,
    since: occurredAt,
  }));
}

function dues(t: Technology): readonly Upcoming<"incident">[] {
  return t.incidents.filter(isOpen).map(({ dueOn }) => ({ what: "incident", on: dueOn }));
}
