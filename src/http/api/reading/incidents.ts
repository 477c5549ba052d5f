import { z } from "zod";
import type { Incident } from "../../../domain/technology/state/incidents.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { day, instant, position, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";

export const incidentShape = z
  .object({
    incident: z.string().meta({ description: "api:about.incident", examples: ["i1"] }),
    severity: z.int().min(1).max(4).meta({ description: "api:about.severity" }),
    occurredAt: instant(),
    learnedAt: instant().nullable().meta({ description: "api:about.learnedAt" }),
    dueOn: day(),
    handledAt: instant().nullable(),
    closedAt: instant().nullable(),
    text: wordsShape,
    position: position(),
  })
  .meta({ id: "Incident", description: "api:shape.Incident" });

export const incidentsRoute = readingOne({
  path: "/technologies/{slug}/incidents",
  id: "listIncidents",
  tag: "service",
  scopes: ["report"],
  answer: z
    .object({ incidents: z.array(incidentShape) })
    .meta({ id: "IncidentList", description: "api:shape.IncidentList" }),
  reply: async (deps, call) => ({
    body: { incidents: await incidentDocuments(deps, call, call.technology.incidents) },
  }),
});

export async function incidentDocuments(
  deps: Deps,
  call: TechnologyCall,
  incidents: readonly Incident[],
): Promise<z.input<typeof incidentShape>[]> {
  const words = await wordsFor(
    deps,
    call,
    incidents.map(({ text }) => text),
  );
  return incidents.map((incident) => ({
    incident: incident.incident,
    severity: incident.severity,
    occurredAt: incident.occurredAt,
    learnedAt: incident.learnedAt,
    dueOn: incident.dueOn,
    handledAt: incident.handling?.handledAt ?? null,
    closedAt: incident.closedAt,
    text: shownWords(words, incident.text),
    position: incident.position,
  }));
}
