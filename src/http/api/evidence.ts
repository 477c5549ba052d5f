import { createHash, randomUUID } from "node:crypto";
import type { Request, Response } from "express";
import { attachEvidence } from "../../application/attach-evidence.ts";
import type { AttachOutcome } from "../../application/attach-evidence.ts";
import type { AttachSubmission } from "../../application/attach-submission.ts";
import { mappingShown } from "../../application/piece-mapping.ts";
import { readerOf } from "../../application/reader.ts";
import { texts } from "../../application/texts.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import type { Deps } from "../deps.ts";
import { goneOf, TooMuch } from "../middleware/costs.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { removeUploads } from "../forms/upload.ts";
import { originOf } from "../origin.ts";
import type { Language } from "../view/languages.ts";
import { pathValue } from "../visitor.ts";
import { callerOf } from "./caller.ts";
import type { Caller } from "./caller.ts";
import { periodOf } from "./moment.ts";
import { pieceDocument } from "./piece.ts";
import { ApiProblem, languageFor } from "./problem.ts";
import { receiveFields, receiveFiles } from "./receive.ts";
import { problemOfOutcome } from "./refusal.ts";
import { intakeSchema, mappingOf } from "./schema.ts";

/** `/api/v1/technologies/{slug}/evidence`: what pipelines send, decided on by the same rules as the form. */
export function evidenceApi(deps: Deps) {
  const { services, config, templates } = deps;
  return {
    async attach(req: Request, res: Response): Promise<void> {
      const language = languageFor(req, templates.languages);
      const caller = await callerOf(deps, req, res);
      const done = await deps.costs.take("upload", caller.token.person, goneOf(res)).catch((error: unknown) => {
        throw error instanceof TooMuch ? tooMuch(res, error, language) : error;
      });
      try {
        await receive(req, res, caller, language);
      } finally {
        done();
      }
    },

    async list(req: Request, res: Response): Promise<void> {
      const language = languageFor(req, templates.languages);
      const caller = await callerOf(deps, req, res);
      res.json({ evidence: await documents(req, language, caller, () => true) });
    },

    async one(req: Request, res: Response): Promise<void> {
      await answer(req, res, await callerOf(deps, req, res), pathValue(req, "piece"), 200);
    },
  };

  async function receive(req: Request, res: Response, caller: Caller, language: Language): Promise<void> {
    const files = await receiveFiles(req, res, config, language, services.vault.incoming);
    try {
      const outcome = await attachEvidence(services, submissionOf(req, caller, files, language));
      const evidence = attachedBy(outcome);
      if (evidence === null) throw problemOfOutcome(outcome, language);
      const fresh = outcome.kind === "accepted";
      services.log.info({ event: "evidence-by-token", token: caller.token.id, evidence, fresh, reference: req.id });
      await answer(req, res, caller, evidence, fresh ? 201 : 200);
    } finally {
      await removeUploads(files);
    }
  }

  function submissionOf(
    req: Request,
    { actor, role, row }: Caller,
    files: readonly UploadedFile[],
    language: Language,
  ): AttachSubmission {
    const fields = receiveFields(req, intakeSchema, language);
    const { title, from, to, service, kind, format, mapping, role: evidenceRole } = fields;
    const period = periodOf({ from, to }, config.timeZone, services.clock.now());
    const half = from === undefined ? "from" : "to";
    if (period === "half") throw invalid(half, "period-incomplete", language.t("api:field.half"));
    const read = mapping === undefined ? undefined : mappingOf(mapping);
    if (typeof read === "string") throw invalid("mapping", "mapping-invalid", read);
    return {
      actor,
      role,
      commandId: commandIdOf(req, actor.id),
      technology: row.id,
      files: files.map(({ path, name, bytes }) => ({ path, name, bytes })),
      title: { text: title },
      evidenceRole,
      sameFiles: "answer",
      ...(kind !== undefined && { kind }),
      ...(format !== undefined && { format }),
      ...(read !== undefined && { mapping: read }),
      ...(period !== null && { period }),
      ...(service !== "" && { service }),
    };
  }

  async function answer(req: Request, res: Response, caller: Caller, evidence: string, status: number): Promise<void> {
    const language = languageFor(req, templates.languages);
    const [document] = await documents(req, language, caller, (piece) => piece.evidence === evidence);
    if (document === undefined) throw new ApiProblem("not-found");
    if (status === 201) res.location(`/api/v1/technologies/${caller.row.slug}/evidence/${evidence}`);
    res.status(status).json(document);
  }

  async function documents(req: Request, language: Language, caller: Caller, wanted: (piece: Piece) => boolean) {
    const { actor, row } = caller;
    const state = await services.views.technologyState(row.id);
    if (state === null) return [];
    const pieces = state.evidence.filter(wanted);
    const said = pieces.map(({ mappingText }) => mappingText ?? null);
    const words = await texts(services, readerOf(services, actor, state), said);
    const place = { origin: originOf(req, config), slug: row.slug };
    return pieces.map((piece) => pieceDocument(language, { ...place, piece, mapping: mappingShown(piece, words) }));
  }
}

/** Which piece the files are now, or were already; null for anything refused. */
function attachedBy(outcome: AttachOutcome): string | null {
  if (outcome.kind === "existing") return outcome.evidence;
  if (outcome.kind !== "accepted" && outcome.kind !== "repeated") return null;
  const evidence = outcome.events.find(({ type }) => type === "EvidenceAttached")?.payload["evidence"];
  return typeof evidence === "string" ? evidence : null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The caller's own key is the command id; one that is no UUID stands for the person's, so that nobody meets another's. */
function commandIdOf(req: Request, person: string): string {
  const key = req.get("idempotency-key")?.replace(/^"(.*)"$/, "$1");
  if (key === undefined || key === "") return randomUUID();
  if (key.length > 200) throw new ApiProblem("bad-request");
  return uuid.test(key) ? key.toLowerCase() : createHash("sha256").update(`key ${person} ${key}`).digest("hex");
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

const invalid = (field: string, code: string, message: string): ApiProblem =>
  new ApiProblem("invalid", [{ field, code, message }]);
