import type { Request } from "express";
import type { z } from "zod";
import { attachEvidence } from "../../../application/attach-evidence.ts";
import type { AttachOutcome } from "../../../application/attach-evidence.ts";
import type { AttachSubmission } from "../../../application/attach-submission.ts";
import { isUnreadable } from "../../../evidence/unreadable.ts";
import type { Deps } from "../../deps.ts";
import type { Language } from "../../view/languages.ts";
import { removeUploads } from "../../forms/upload.ts";
import type { UploadedFile } from "../../forms/upload.ts";
import { rowReason } from "../../say/row-reason.ts";
import type { TokenScope } from "../../../authority/intake-tokens.ts";
import { roleIn } from "../caller.ts";
import type { TechnologyCall } from "../caller.ts";
import { periodOf } from "../moment.ts";
import { ApiProblem } from "../problem.ts";
import { receiveFields, receiveFiles } from "../receive.ts";
import { problemOfOutcome } from "../refusal.ts";
import { intakeSchema, mappingOf, outcomesSchema } from "../schema.ts";
import { commandIdOf } from "./submitted.ts";

/** Which piece the files of a request are; fresh unless they were it already. */
type Received = { readonly evidence: string; readonly fresh: boolean };

/** By which of the two ways files come: as any evidence, or as outcomes of an algorithm and nothing else. */
export type Way = Extract<TokenScope, "attach" | "outcome">;

/** @throws ApiProblem for whatever keeps the files from being attached */
export async function receiveEvidence({ services, config }: Deps, call: TechnologyCall, way: Way): Promise<Received> {
  const { req, res, language, caller } = call;
  const files = await receiveFiles(req, res, config, language, services.vault.incoming);
  try {
    const outcome = await attachEvidence(services, submissionOf({ services, config }, call, files, way));
    const evidence = attachedBy(outcome);
    if (evidence === null) throw problemOfOutcome(outcome, language);
    const fresh = outcome.kind === "accepted";
    services.log.info({ event: "evidence-by-token", token: caller.token.id, evidence, fresh, reference: req.id });
    return { evidence, fresh };
  } finally {
    await removeUploads(files);
  }
}

function submissionOf(
  { services, config }: Pick<Deps, "services" | "config">,
  { req, language, caller, row }: TechnologyCall,
  files: readonly UploadedFile[],
  way: Way,
): AttachSubmission {
  const fields = fieldsOf(req, way, language);
  const { title, from, to, service, kind, format, mapping, asItIs, role: evidenceRole } = fields;
  const period = periodOf({ from, to }, config.timeZone, services.clock.now());
  const half = from === undefined ? "from" : "to";
  if (period === "half") throw invalid(half, "period-incomplete", language.t("api:field.half"));
  const read = mapping === undefined ? undefined : mappingOf(mapping);
  if (isUnreadable(read)) throw invalid("mapping", "mapping-invalid", rowReason(language, read.why));
  return {
    actor: caller.actor,
    role: roleIn(caller, way),
    commandId: commandIdOf(req, caller),
    technology: row.id,
    files: files.map(({ path, name, bytes }) => ({ path, name, bytes })),
    title: { text: title },
    evidenceRole,
    sameFiles: "answer",
    ...(asItIs === undefined && { doubts: "ask" }),
    ...(kind !== undefined && { kind }),
    ...(format !== undefined && { format }),
    ...read,
    ...(period !== null && { period }),
    ...(service !== "" && { service }),
  };
}

const fieldsOf = (req: Request, way: Way, language: Language): z.output<typeof intakeSchema> =>
  way === "attach"
    ? receiveFields(req, intakeSchema, language)
    : { ...receiveFields(req, outcomesSchema, language), format: "outcomes-csv", service: "" };

/** Which piece the files are now, or were already; null for anything refused. */
function attachedBy(outcome: AttachOutcome): string | null {
  if (outcome.kind === "existing") return outcome.evidence;
  if (outcome.kind !== "accepted" && outcome.kind !== "repeated") return null;
  const evidence = outcome.events.find(({ type }) => type === "EvidenceAttached")?.payload["evidence"];
  return typeof evidence === "string" ? evidence : null;
}

const invalid = (field: string, code: string, message: string): ApiProblem =>
  new ApiProblem("invalid", [{ field, code, message }]);
