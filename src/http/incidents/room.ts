import type { Deps } from "../deps.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { statementRoutes } from "../statement-routes.ts";
import { incidentCorrection } from "./correction.ts";
import { closingStatement } from "./closing.ts";
import { incidentPages, incidentSchema, reporters } from "./incidents.ts";

/** What went wrong in a pilot or in service, and how it was put right. */
export const incidentsRoom = {
  name: "incidents",
  page: "incidents",
  routes,
  kind: "incidents",
  events: {
    IncidentRecorded: {
      tell: ({ format }, { incident, severity, dueOn }) => ({
        values: { incident, severity, day: format.date(dueOn) },
      }),
    },
    IncidentClosed: { tell: (_, { incident }) => ({ values: { incident } }) },
  },
  acts: {
    RecordIncident: { at: "incidents", from: ["technology", "pilot"] },
    CloseIncident: { at: "incidents" },
  },
  corrections: { IncidentRecorded: incidentCorrection },
  conditions: {
    "incidents-closed": { see: "incidents" },
  },
  work: {
    incident: {
      group: "own",
      glyph: "unmet",
      href: (item) => underTechnology(item, item.subject === null ? "incidents" : `incidents/${item.subject}/closing`),
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
  statementRoutes(all, deps, closingStatement);
}
