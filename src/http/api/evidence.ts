import type { Request, Response } from "express";
import { mappingShown } from "../../application/piece-mapping.ts";
import { readerOf } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { goneOf, TooMuch } from "../middleware/costs.ts";
import { originOf } from "../origin.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../request-values.ts";
import { callerOf } from "./caller.ts";
import type { Call } from "./caller.ts";
import { pieceDocument } from "./piece.ts";
import { ApiProblem, languageFor } from "./problem.ts";
import { receiveEvidence } from "./receive-evidence.ts";

/** `/api/v1/technologies/{slug}/evidence`: what pipelines send, decided on by the same rules as the form. */
export function evidenceApi(deps: Deps) {
  const callOf = async (req: Request, res: Response): Promise<Call> => ({
    req,
    res,
    language: languageFor(req, deps.templates.languages),
    caller: await callerOf(deps, req, res),
  });
  return {
    async attach(req: Request, res: Response): Promise<void> {
      const call = await callOf(req, res);
      const done = await turnFor(deps, call);
      try {
        const { evidence, fresh } = await receiveEvidence(deps, call);
        await answerPiece(deps, call, evidence, fresh ? 201 : 200);
      } finally {
        done();
      }
    },

    async list(req: Request, res: Response): Promise<void> {
      res.json({ evidence: await documentsOf(deps, await callOf(req, res), () => true) });
    },

    async piece(req: Request, res: Response): Promise<void> {
      await answerPiece(deps, await callOf(req, res), pathValue(req, "piece"), 200);
    },
  };
}

/** @throws ApiProblem too-many-requests */
const turnFor = ({ costs }: Deps, { res, language, caller }: Call): Promise<() => void> =>
  costs.take("upload", caller.token.person, goneOf(res)).catch((error: unknown) => {
    throw error instanceof TooMuch ? tooMuch(res, error, language) : error;
  });

async function answerPiece(deps: Deps, call: Call, evidence: string, status: 200 | 201): Promise<void> {
  const { res, caller } = call;
  // A program is told only what it can read back.
  await deps.services.views.catchUp();
  const [document] = await documentsOf(deps, call, (piece) => piece.evidence === evidence);
  if (document === undefined) throw new ApiProblem("not-found");
  if (status === 201) res.location(`/api/v1/technologies/${caller.row.slug}/evidence/${evidence}`);
  res.status(status).json(document);
}

async function documentsOf(
  { services, config }: Deps,
  { req, language, caller: { actor, row } }: Call,
  wanted: (piece: Piece) => boolean,
) {
  const technology = await services.views.technologyState(row.id);
  if (technology === null) return [];
  const pieces = technology.evidence.filter(wanted);
  const digests = pieces.map(({ mappingText }) => mappingText ?? null);
  const words = await texts(services, readerOf(services, actor, technology), digests);
  const place = { origin: originOf(req, config), slug: row.slug };
  return pieces.map((piece) => pieceDocument(language, { ...place, piece, mapping: mappingShown(piece, words) }));
}

function tooMuch(res: Response, { after }: TooMuch, { t }: Language): ApiProblem {
  res.set("Retry-After", String(after));
  return new ApiProblem("too-many-requests", [
    {
      code: "uploads-at-once",
      message: t("errors:costs.upload", { again: t("errors:costs.again", { count: after }) }),
    },
  ]);
}
