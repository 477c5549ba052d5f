import type { Act } from "../manifest/act.ts";
import { incidentCounts } from "./incident-counts.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { endOf } from "../manifest/dates.ts";
import type { Upcoming } from "../manifest/dates.ts";
import type { IncidentsCommand, IncidentsEvent } from "../state/incidents.ts";
import { inService, stages } from "../state/stage.ts";
import type { Technology } from "../state/technology.ts";
import { incidentApplies } from "./apply.ts";
import { incidentCorrection } from "./correction.ts";
import { deliverDuty, handleIncident } from "./incident-duties.ts";
import { mayVoid, standingDeliveries, voidDelivery } from "./incident-voiding.ts";
import { clocksOverdue, holdOverClocks } from "./incident-holds.ts";
import { clockWarnings, openTooLong } from "./incident-warnings.ts";
import { finishMeasure, reviewIncident } from "./incident-review.ts";
import {
  clockDays,
  clockEnds,
  measuresToTake,
  pressingClock,
  runningClocks,
  textsOf,
  toClose,
} from "./incident-work.ts";
import { closeIncident, rateIncident, recordIncident } from "./incidents.ts";
import { isOpen } from "./open-incidents.ts";
import { incidentPayloads } from "./payloads.ts";

const anybody: Act<"RecordIncident">["roles"] = ["planner", "evaluator", "approver", "administrator"];

export const incidents = {
  acts: {
    RecordIncident: { roles: anybody, stages: inService, program: "report", decide: recordIncident },
    RateIncident: { roles: anybody, stages, offered: (t) => t.incidents.some(isOpen), decide: rateIncident },
    DeliverIncidentDuty: { roles: anybody, stages, program: "report", offered: hasAny, decide: deliverDuty },
    VoidIncidentDelivery: {
      roles: anybody,
      stages,
      offered: (t, { actor }) =>
        t.incidents.some((incident) => standingDeliveries(incident).some((report) => mayVoid(t, report, actor.id))),
      decide: voidDelivery,
    },
    HandleIncident: {
      roles: anybody,
      stages,
      offered: (t) => t.incidents.some(({ handling }) => handling === null),
      decide: handleIncident,
    },
    ReviewIncident: {
      roles: anybody,
      stages,
      offered: (t) => t.incidents.some(({ handling, review }) => handling !== null && review === null),
      decide: reviewIncident,
    },
    FinishIncidentMeasure: {
      roles: anybody,
      stages,
      offered: (t) => measuresToTake(t).length > 0,
      decide: finishMeasure,
    },
    CloseIncident: { roles: anybody, stages, offered: (t) => t.incidents.some(isOpen), decide: closeIncident },
  },
  facts: {
    IncidentRecorded: {
      schema: 2,
      payload: incidentPayloads.IncidentRecorded,
      enteredBy: ["RecordIncident"],
      apply: incidentApplies.IncidentRecorded,
      correct: incidentCorrection,
      // Schema 1 asked nobody when it was known.
      upcasts: { 1: (payload) => ({ learnedAt: null, timeZone: "UTC", ...payload }) },
    },
    IncidentRated: {
      schema: 1,
      payload: incidentPayloads.IncidentRated,
      enteredBy: ["RateIncident"],
      apply: incidentApplies.IncidentRated,
    },
    IncidentDutyDelivered: {
      schema: 1,
      payload: incidentPayloads.IncidentDutyDelivered,
      enteredBy: ["DeliverIncidentDuty"],
      apply: incidentApplies.IncidentDutyDelivered,
    },
    IncidentDeliveryVoided: {
      schema: 1,
      payload: incidentPayloads.IncidentDeliveryVoided,
      enteredBy: ["VoidIncidentDelivery"],
      apply: incidentApplies.IncidentDeliveryVoided,
    },
    IncidentHandled: {
      schema: 1,
      payload: incidentPayloads.IncidentHandled,
      enteredBy: ["HandleIncident"],
      apply: incidentApplies.IncidentHandled,
    },
    IncidentReviewed: {
      schema: 1,
      payload: incidentPayloads.IncidentReviewed,
      enteredBy: ["ReviewIncident"],
      apply: incidentApplies.IncidentReviewed,
    },
    IncidentMeasureDone: {
      schema: 1,
      payload: incidentPayloads.IncidentMeasureDone,
      enteredBy: ["FinishIncidentMeasure"],
      apply: incidentApplies.IncidentMeasureDone,
    },
    IncidentClosed: {
      schema: 1,
      payload: incidentPayloads.IncidentClosed,
      enteredBy: ["CloseIncident"],
      apply: incidentApplies.IncidentClosed,
    },
  },
  bars: { OpenWave: clocksOverdue, CompleteWave: clocksOverdue, ResumeRollout: clocksOverdue },
  texts: {
    ofPerson: (t, person) => {
      if (t.incidents.length === 0) return [];
      const own = new Set(t.entries.flatMap(({ by, position }) => (by === person ? [position] : [])));
      return t.incidents.flatMap((incident) =>
        own.has(incident.position)
          ? [incident.text]
          : incident.review?.measures.some(({ owner }) => owner === person) === true
            ? textsOf(incident)
            : [],
      );
    },
  },
  searched: {
    kind: "incident",
    items: (t) =>
      t.incidents.map(({ incident, position, text }) => ({ item: incident, position, words: { digest: text } })),
  },
  sweep: [{ at: 55, step: holdOverClocks }],
  work: [
    { at: 29, afterEnd: true, items: runningClocks },
    { at: 30, afterEnd: true, items: toClose },
    { at: 31, afterEnd: true, items: measuresToTake },
  ],
  warnings: [
    { at: 15, items: clockWarnings },
    { at: 16, items: openTooLong },
  ],
  dates: {
    ahead: [
      { at: 29, days: clockDays },
      { at: 30, days: dues },
    ],
    shown: (t, _, today) => endOf(dues(t).flatMap(({ on }) => (on >= today ? [on] : []))),
    ends: clockEnds,
    pressing: pressingClock,
  },
  counts: incidentCounts,
  conditions: ["incidents-closed", "incident-clocks"],
} satisfies Chapter<IncidentsCommand, IncidentsEvent>;

function hasAny({ incidents: all }: Technology): boolean {
  return all.length > 0;
}

function dues(t: Technology): readonly Upcoming<"incident">[] {
  return t.incidents.filter(isOpen).map(({ incident, dueOn }) => ({ what: "incident", on: dueOn, which: incident }));
}
