import { z } from "zod";
import { severities } from "../../../domain/words/severity.ts";
import type { Deps } from "../../deps.ts";
import { pathValue } from "../../request-values.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { instantGiven } from "../moment.ts";
import { ApiProblem } from "../problem.ts";
import { incidentDocuments, incidentShape } from "../reading/incidents.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { text, textOrNone, truth, when } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";
import type { Entered } from "./submitted.ts";

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
  return incidentAfter(deps, entered, String(entered.payload["incident"]));
}

const deliveryBody = z
  .strictObject({
    duty: text(100).meta({ description: "api:about.duty", examples: ["first-report"] }),
    deliveredAt: when(),
    complete: truth().default(true).meta({ description: "api:about.complete" }),
    evidence: text(40).nullable().default(null).meta({ description: "api:about.deliveryEvidence" }),
    text: textOrNone(20_000),
  })
  .meta({ id: "IncidentDelivery", description: "api:shape.IncidentDelivery" });

export const deliveryRoute = writing({
  path: "/technologies/{slug}/incidents/{incident}/deliveries",
  id: "deliverIncidentReport",
  tag: "service",
  scope: "report",
  matching: "may",
  problems: ["not-found"],
  body: deliveryBody,
  answer: incidentShape,
  reply: deliver,
});

async function deliver(
  deps: Deps,
  call: Call,
  { duty, deliveredAt, complete, evidence, text: words }: z.output<typeof deliveryBody>,
): Promise<Reply<z.input<typeof incidentShape>>> {
  const about = await aboutTechnology(deps, call);
  const incident = pathValue(call.req, "incident");
  if (!about.technology.incidents.some((recorded) => recorded.incident === incident)) throw new ApiProblem("not-found");
  const entered = await enter(deps, about, {
    scope: "report",
    matching: "may",
    command: {
      type: "DeliverIncidentDuty",
      incident,
      duty,
      deliveredAt: instantGiven(deliveredAt, deps.config.timeZone),
      complete,
      evidence,
      text: words === null ? null : { text: words },
    },
  });
  return incidentAfter(deps, entered, incident);
}

async function incidentAfter(
  deps: Deps,
  { after, fresh }: Entered,
  incident: string,
): Promise<Reply<z.input<typeof incidentShape>>> {
  const recorded = after.technology.incidents.filter(({ incident: id }) => id === incident);
  return made(fresh, after.technology.version, await incidentDocuments(deps, after, recorded));
}
