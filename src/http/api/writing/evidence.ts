import { z } from "zod";
import type { Deps } from "../../deps.ts";
import { goneOf, TooMuch } from "../../middleware/costs.ts";
import type { Language } from "../../view/languages.ts";
import type { Response } from "express";
import { aboutTechnology } from "../caller.ts";
import type { Call, TechnologyCall } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { theDocument } from "../reading/evidence.ts";
import { writeProblems } from "../route.ts";
import type { ApiRoute, Reply } from "../route.ts";
import { intakeSchema, outcomesSchema } from "../schema.ts";
import { pieceShape } from "../shapes/evidence.ts";
import { receiveEvidence } from "./receive-evidence.ts";
import type { Way } from "./receive-evidence.ts";

const files = z.array(z.file()).min(1).meta({ description: "api:about.files" });

export const attachRoute = fileRoute("attach", {
  path: "/technologies/{slug}/evidence",
  id: "attachEvidence",
  schema: intakeSchema.extend({ files }),
});

export const outcomesRoute = fileRoute("outcome", {
  path: "/technologies/{slug}/outcomes",
  id: "attachOutcomes",
  schema: outcomesSchema.extend({ files }),
});

/** Files come streamed to disk, so that such an address parses its own request. */
function fileRoute(way: Way, { path, id, schema }: Pick<ApiRoute, "path" | "id"> & { schema: z.ZodObject }): ApiRoute {
  return {
    method: "post",
    path,
    id,
    tag: "evidence",
    query: null,
    matching: "never",
    scopes: [way],
    body: { type: "multipart/form-data", schema },
    answers: [
      { status: 201, shape: pieceShape },
      { status: 200, shape: pieceShape },
    ],
    problems: [...writeProblems, "not-found", "unreadable", "questions"],
    reply: async (deps, call) => attach(deps, await aboutTechnology(deps, call), way),
  };
}

async function attach(deps: Deps, call: TechnologyCall, way: Way): Promise<Reply<z.input<typeof pieceShape>>> {
  const done = await turnFor(deps, call);
  try {
    const { evidence, fresh } = await receiveEvidence(deps, call, way);
    // A program is told only what it can read back.
    await deps.services.views.catchUp();
    const after = await aboutTechnology(deps, call);
    return {
      status: fresh ? 201 : 200,
      body: await theDocument(deps, after, evidence),
      version: after.technology.version,
      ...(fresh && { location: `/technologies/${call.row.slug}/evidence/${evidence}` }),
    };
  } finally {
    done();
  }
}

/** @throws ApiProblem too-many-requests */
const turnFor = ({ costs }: Deps, { res, language, caller }: Call): Promise<() => void> =>
  costs.take("upload", caller.token.person, goneOf(res)).catch((error: unknown) => {
    throw error instanceof TooMuch ? tooMuch(res, error, language) : error;
  });

function tooMuch(res: Response, { after }: TooMuch, { t }: Language): ApiProblem {
  res.set("Retry-After", String(after));
  return new ApiProblem("too-many-requests", [
    {
      code: "uploads-at-once",
      message: t("errors:costs.upload", { again: t("errors:costs.again", { count: after }) }),
    },
  ]);
}
