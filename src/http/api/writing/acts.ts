import { z } from "zod";
import type { Deps } from "../../deps.ts";
import { pathValue } from "../../request-values.ts";
import { aboutTechnology } from "../caller.ts";
import type { Call } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { imposedDocuments, imposedShape } from "../reading/gates.ts";
import { questionDocuments, questionShape } from "../reading/questions.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { text } from "../shapes/fields.ts";
import { enter, made } from "./submitted.ts";

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
    scope: "answer",
    matching: "may",
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
    scope: "fulfil",
    matching: "must",
    command: {
      type: "FulfilCondition",
      condition,
      evidence,
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
