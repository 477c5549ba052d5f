import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";
import { incidentCorrection } from "./correction.ts";
import { clockName } from "../say/clock.ts";
import { closingStatement } from "./closing.ts";
import { deliveryPages, deliverySchema } from "./delivery.ts";
import { handlingPages, handlingSchema } from "./handling.ts";
import { incidentFile } from "./incident-file.ts";
import { incidentPages, incidentSchema, reporters } from "./incidents.ts";
import { measureStatement } from "./measure.ts";
import { onePage } from "./one.ts";
import { ratingPages, ratingSchema } from "./rating.ts";
import { tag } from "../view/tag.ts";
import { reviewPages, reviewSchema } from "./review.ts";
import { voidingPages, voidingSchema } from "./voiding.ts";

const clockWarning: NonNullable<Room["warnings"]>[keyof NonNullable<Room["warnings"]>] = {
  href: (warning) => underTechnology(warning, `incidents/${ofKey(warning.subject)}`),
  values: (language, { subject }, policy) => ({ clock: clockName(language, policy, subject ?? "") }),
};

/** What went wrong in a pilot or in service, and how it was put right. */
export const incidentsRoom = {
  name: "incidents",
  page: "incidents",
  routes,
  kind: "incidents",
  searched: { kind: "incident", href: (hit) => underTechnology(hit, `incidents/${hit.item}`) },
  events: {
    IncidentRecorded: {
      tell: ({ format }, { incident, severity, dueOn }) => ({
        values: { incident, severity, day: format.date(dueOn) },
      }),
    },
    IncidentRated: {
      tell: ({ t, format }, { incident, severity, dueOn }) => ({
        values: { incident, severity: t(`words:severity.${severity}`), day: format.date(dueOn) },
      }),
    },
    IncidentDutyDelivered: {
      tell: (language, { incident, duty, complete }, { policy }) => ({
        values: { clock: clockName(language, policy, `${incident}/${duty}`) },
        ...(!complete && { variant: "IncidentDutyDelivered_incomplete" }),
      }),
    },
    IncidentDeliveryVoided: { tell: (_, { incident }) => ({ values: { incident } }) },
    IncidentHandled: { tell: (_, { incident }) => ({ values: { incident } }) },
    IncidentReviewed: { tell: (_, { incident, measures }) => ({ values: { incident, count: measures.length } }) },
    IncidentMeasureDone: { tell: (_, { incident, measure }) => ({ values: { incident, measure } }) },
    IncidentClosed: { tell: (_, { incident }) => ({ values: { incident } }) },
  },
  finals: {
    IncidentDutyDelivered: {
      variant: ({ complete }) => (complete ? "complete" : "incomplete"),
      values: (_, { incident }) => ({ incident }),
    },
    IncidentDeliveryVoided: { values: (_, { incident }) => ({ incident }) },
    IncidentHandled: { values: (_, { incident }) => ({ incident }) },
    IncidentReviewed: { values: (_, { incident }) => ({ incident }) },
  },
  acts: {
    RecordIncident: { at: "incidents", from: ["technology", "pilot"], fromMessage: true },
    RateIncident: { at: "incidents" },
    DeliverIncidentDuty: { at: "incidents" },
    VoidIncidentDelivery: { at: "incidents" },
    HandleIncident: { at: "incidents" },
    ReviewIncident: { at: "incidents" },
    FinishIncidentMeasure: { at: "incidents" },
    CloseIncident: { at: "incidents" },
  },
  corrections: { IncidentRecorded: incidentCorrection },
  conditions: {
    "incidents-closed": { see: "incidents" },
    "incident-clocks": { see: "incidents" },
  },
  warnings: {
    "clock-near": clockWarning,
    "clock-overdue": clockWarning,
    "incident-overdue": {
      href: (warning) => underTechnology(warning, `incidents/${warning.subject ?? ""}`),
    },
  },
  work: {
    clock: {
      group: "own",
      state: ({ t }, { late }) => ({
        tag: late ? tag(t, "late", t("incidents:clock.state.overdue")) : tag(t, "waits", t("work:tag.clock")),
      }),
      href: (item) => underTechnology(item, `incidents/${ofKey(item.subject)}`),
      subject: (language, policy, subject) => clockName(language, policy, subject),
    },
    measure: {
      group: "own",
      glyph: "waits",
      href: (item) => underTechnology(item, `incidents/${ofKey(item.subject)}`),
    },
    incident: {
      group: "own",
      glyph: "unmet",
      href: (item) => underTechnology(item, item.subject === null ? "incidents" : `incidents/${item.subject}`),
    },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const incidents = incidentPages(deps);
  get("/technologies/:slug/incidents", anyRole, incidents.show);
  post("/technologies/:slug/incidents", requireRole(...reporters), incidentSchema, incidents.submit, {
    on: "/technologies/:slug/incidents",
  });
  listRoutes(all, "/technologies/:slug/incidents", anyRole, (req, res) => incidentFile(deps, req, res));
  const incident = onePage(deps);
  const reporter = requireRole(...reporters);
  get("/technologies/:slug/incidents/:incident", anyRole, incident.show);
  const delivery = deliveryPages(deps);
  get("/technologies/:slug/incidents/:incident/duties/:duty", reporter, delivery.show);
  post("/technologies/:slug/incidents/:incident/duties/:duty", reporter, deliverySchema, delivery.submit);
  const voiding = voidingPages(deps);
  get("/technologies/:slug/incidents/:incident/delivered/:delivery", reporter, voiding.show);
  post("/technologies/:slug/incidents/:incident/delivered/:delivery", reporter, voidingSchema, voiding.submit);
  const handling = handlingPages(deps);
  get("/technologies/:slug/incidents/:incident/handling", reporter, handling.show);
  post("/technologies/:slug/incidents/:incident/handling", reporter, handlingSchema, handling.submit);
  const rating = ratingPages(deps);
  get("/technologies/:slug/incidents/:incident/severity", reporter, rating.show);
  post("/technologies/:slug/incidents/:incident/severity", reporter, ratingSchema, rating.submit);
  const review = reviewPages(deps);
  get("/technologies/:slug/incidents/:incident/review", reporter, review.show);
  post("/technologies/:slug/incidents/:incident/review", reporter, reviewSchema, review.submit);
  statementRoutes(all, deps, closingStatement, measureStatement);
}

/** "i1" of "i1/first-report". */
const ofKey = (key: string | null): string => key?.split("/")[0] ?? "";
