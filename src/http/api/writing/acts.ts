import { z } from "zod";
import { severities } from "../../../domain/words/severity.ts";
import type { Deps } from "../../deps.ts";
import { pathValue } from "../../request-values.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { instantGiven } from "../moment.ts";
import { ApiProblem } from "../problem.ts";
import { imposedDocuments, imposedShape } from "../reading/gates.ts";
import { incidentDocuments, incidentShape } from "../reading/incidents.ts";
import { questionDocuments, questionShape } from "../reading/questions.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { text, when } from "../shapes/fields.ts";
import { enter } from "./submitted.ts";

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
  tag: "incidents",
  scope: "incident",
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
    ...{ scope: "incident", matching: "may" },
    command: {
      ...{ type: "RecordIncident", severity: body.severity, occurredAt, learnedAt, timeZone },
      text: { text: body.text },
    },
  });
  const { after, fresh, payload } = entered;
  const recorded = after.technology.incidents.filter(({ incident }) => incident === payload["incident"]);
  return made(fresh, after.technology.version, await incidentDocuments(deps, after, recorded));
}

const answerBody = z.strictObject({ text: text(4000) }).meta({ id: "Answer", description: "api:shape.Answer" });

export const answerRoute = writing({
  path: "/technologies/{slug}/questions/{question}/answers",
  id: "answerQuestion",
  tag: "questions",
  scope: "answer",
  matching: "may",
  problems: ["not-found"],
  body: answerBody,
  answer: questionShape,
  reply: answerQuestion,
});

async function answerQuestion(
  deps: Deps,
  call: Call,
  body: z.output<typeof answerBody>,
): Promise<Reply<z.input<typeof questionShape>>> {
  const about = await aboutTechnology(deps, call);
  const question = pathValue(call.req, "question");
  if (!about.technology.questions.some((asked) => asked.question === question)) throw new ApiProblem("not-found");
  const { after, fresh } = await enter(deps, about, {
    ...{ scope: "answer", matching: "may" },
    command: { type: "AnswerQuestion", question, text: { text: body.text } },
  });
  const answered = after.technology.questions.filter((asked) => asked.question === question);
  return made(fresh, after.technology.version, await questionDocuments(deps, after, answered));
}

const fulfilmentBody = z
  .strictObject({
    decision: z.int().positive().nullable().default(null).meta({ description: "api:about.decisionMeant" }),
    text: text(4000),
    evidence: z.array(text(20)).max(50, "errors:field.tooMany").default([]).meta({ description: "api:about.pieces" }),
  })
  .meta({ id: "Fulfilment", description: "api:shape.Fulfilment" });

export const fulfilmentRoute = writing({
  path: "/technologies/{slug}/conditions/{condition}/fulfilment",
  id: "fulfilCondition",
  tag: "gate",
  scope: "fulfil",
  matching: "must",
  problems: ["not-found"],
  body: fulfilmentBody,
  answer: imposedShape,
  reply: fulfil,
});

async function fulfil(
  deps: Deps,
  call: Call,
  { decision, text: words, evidence }: z.output<typeof fulfilmentBody>,
): Promise<Reply<z.input<typeof imposedShape>>> {
  const about = await aboutTechnology(deps, call);
  const condition = pathValue(call.req, "condition");
  if (!about.technology.conditions.some((imposed) => imposed.condition === condition))
    throw new ApiProblem("not-found");
  const { after, fresh, payload } = await enter(deps, about, {
    ...{ scope: "fulfil", matching: "must" },
    command: {
      ...{ type: "FulfilCondition", condition, evidence },
      ...(decision !== null && { decision }),
      text: { text: words },
    },
  });
  const documents = await imposedDocuments(deps, after);
  const fulfilled = documents.filter(
    (imposed) => imposed.condition === condition && imposed.decision === payload["decision"],
  );
  return made(fresh, after.technology.version, fulfilled);
}

/** What was entered, as it can be read back. */
function made<T>(fresh: boolean, version: number, [body]: readonly T[]): Reply<T> {
  if (body === undefined) throw new Error("What was entered cannot be read back");
  return { status: fresh ? 201 : 200, body, version };
}
