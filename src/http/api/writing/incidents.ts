import { z } from "zod";
import { severities } from "../../../domain/words/severity.ts";
import type { Deps } from "../../deps.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { instantGiven } from "../moment.ts";
import { incidentDocuments, incidentShape } from "../reading/incidents.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { text, when } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";

const incidentBody = z
  .strictObject({
    severity: z.literal(severities, "incidents:missing.severity").meta({ description: "api:about.severity" }),
    occurredAt: when(),
    learnedAt: when().nullable().default(null).meta({ description: "api:about.learnedAt" }),
    text: text(4000, "incidents:missing.text"),
  })
  .meta({ id: "IncidentReport", description: "api:shape.IncidentReport" });

export const incidentRoute = writing({
  path: "/technologies/{slug}/incidents",
  id: "recordIncident",
  tag: "service",
  scope: "report",
  matching: "may",
  problems: ["not-found"],
  body: incidentBody,
  answer: incidentShape,
  reply: recordIncident,
});

async function recordIncident(
  deps: Deps,
  call: Call,
  body: z.output<typeof incidentBody>,
): Promise<Reply<z.input<typeof incidentShape>>> {
  const { timeZone } = deps.config;
  const occurredAt = instantGiven(body.occurredAt, timeZone);
  // Left open, it was known when it happened: the term is never longer than it may be.
  const learnedAt = instantGiven(body.learnedAt ?? body.occurredAt, timeZone);
  const entered = await enter(deps, await aboutTechnology(deps, call), {
    scope: "report",
    matching: "may",
    command: {
      type: "RecordIncident",
      severity: body.severity,
      occurredAt,
      learnedAt,
      timeZone,
      text: { text: body.text },
    },
  });
  const { after, fresh, payload } = entered;
  const recorded = after.technology.incidents.filter(({ incident }) => incident === payload["incident"]);
  return made(fresh, after.technology.version, await incidentDocuments(deps, after, recorded));
}
