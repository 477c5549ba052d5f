import { z } from "zod";
import { nowOf } from "../../../application/facts.ts";
import { clockStates, clocksOf } from "../../../domain/technology/state/incident-clocks.ts";
import type { Incident } from "../../../domain/technology/state/incidents.ts";
import { named } from "../../say/named.ts";
import type { Deps } from "../../deps.ts";
import type { TechnologyCall } from "../caller.ts";
import { readingOne } from "../route.ts";
import { pageOf } from "../shapes/page-of.ts";
import { day, instant, paging, position, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";

const duty = z.object({
  duty: z.string().meta({ description: "api:about.duty", examples: ["first-report"] }),
  name: z.string(),
  supplement: z.boolean().meta({ description: "api:about.supplement" }),
  state: z.enum(clockStates).meta({ description: "api:about.clockState" }),
  due: instant().nullable(),
});

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
    duties: z.array(duty).meta({ description: "api:about.duties" }),
    position: position(),
  })
  .meta({ id: "Incident", description: "api:shape.Incident" });

export const incidentsRoute = readingOne({
  path: "/technologies/{slug}/incidents",
  id: "listIncidents",
  tag: "service",
  scopes: ["report"],
  query: paging,
  answer: z
    .object({ incidents: z.array(incidentShape) })
    .meta({ id: "IncidentList", description: "api:shape.IncidentList" }),
  reply: async (deps, call, asked) => {
    const { part, next } = pageOf(call.technology.incidents, ({ incident }) => incident, asked);
    return { body: { incidents: await incidentDocuments(deps, call, part) }, next };
  },
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
  const { services } = deps;
  const { language, technology } = call;
  const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
  const now = nowOf(services);
  return incidents.map((incident) => ({
    incident: incident.incident,
    severity: incident.severity,
    occurredAt: incident.occurredAt,
    learnedAt: incident.learnedAt,
    dueOn: incident.dueOn,
    handledAt: incident.handling?.handledAt ?? null,
    closedAt: incident.closedAt,
    text: shownWords(words, incident.text),
    duties: clocksOf(incident, policy, now).map(({ duty: asked, supplement, state, due }) => ({
      duty: asked.key,
      name: named(language, asked.name),
      supplement,
      state,
      due,
    })),
    position: incident.position,
  }));
}
