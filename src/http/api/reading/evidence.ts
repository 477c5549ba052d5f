import { z } from "zod";
import { mappingShown } from "../../../application/piece-mapping.ts";
import type { Piece } from "../../../domain/technology/state/evidence.ts";
import type { Deps } from "../../deps.ts";
import { originOf } from "../../origin.ts";
import { pathValue } from "../../request-values.ts";
import type { TechnologyCall } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { readingOne } from "../route.ts";
import { pieceDocument, pieceShape } from "../shapes/evidence.ts";
import { pageOf } from "../shapes/page-of.ts";
import { paging, wordsFor } from "../shapes/words.ts";

// Whoever may send evidence may look at what became of it.
const scopes = ["attach", "outcome"] as const;

export const evidenceRoute = readingOne({
  path: "/technologies/{slug}/evidence",
  id: "listEvidence",
  tag: "evidence",
  scopes,
  query: paging,
  answer: z
    .object({ evidence: z.array(pieceShape) })
    .meta({ id: "EvidenceList", description: "api:shape.EvidenceList" }),
  reply: async (deps, call, asked) => {
    const { part, next } = pageOf(call.technology.evidence, ({ evidence }) => evidence, asked);
    return { body: { evidence: await pieceDocuments(deps, call, part) }, next };
  },
});

export const pieceRoute = readingOne({
  path: "/technologies/{slug}/evidence/{piece}",
  id: "getEvidence",
  tag: "evidence",
  scopes,
  answer: pieceShape,
  reply: async (deps, call) => ({ body: await theDocument(deps, call, pathValue(call.req, "piece")) }),
});

/** @throws ApiProblem not-found */
export async function theDocument(deps: Deps, call: TechnologyCall, evidence: string) {
  const pieces = call.technology.evidence.filter((piece) => piece.evidence === evidence);
  const [document] = await pieceDocuments(deps, call, pieces);
  if (document === undefined) throw new ApiProblem("not-found");
  return document;
}

async function pieceDocuments(deps: Deps, call: TechnologyCall, pieces: readonly Piece[]) {
  const { req, language, row } = call;
  const words = await wordsFor(
    deps,
    call,
    pieces.map(({ mappingText }) => mappingText ?? null),
  );
  const place = { origin: originOf(req, deps.config), slug: row.slug };
  return pieces.map((piece) => pieceDocument(language, { ...place, piece, mapping: mappingShown(piece, words) }));
}
