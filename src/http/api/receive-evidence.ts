import { createHash, randomUUID } from "node:crypto";
import type { Request } from "express";
import { attachEvidence } from "../../application/attach-evidence.ts";
import type { AttachOutcome } from "../../application/attach-evidence.ts";
import type { AttachSubmission } from "../../application/attach-submission.ts";
import { isUnreadable } from "../../evidence/unreadable.ts";
import type { Deps } from "../deps.ts";
import { removeUploads } from "../forms/upload.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { rowReason } from "../say/row-reason.ts";
import type { Call } from "./caller.ts";
import { periodOf } from "./moment.ts";
import { ApiProblem } from "./problem.ts";
import { receiveFields, receiveFiles } from "./receive.ts";
import { problemOfOutcome } from "./refusal.ts";
import { intakeSchema, mappingOf } from "./schema.ts";

/** Which piece the files of a request are; fresh unless they were it already. */
type Received = { readonly evidence: string; readonly fresh: boolean };

/** @throws ApiProblem for whatever keeps the files from being attached */
export async function receiveEvidence({ services, config }: Deps, call: Call): Promise<Received> {
  const { req, res, language, caller } = call;
  const files = await receiveFiles(req, res, config, language, services.vault.incoming);
  try {
    const outcome = await attachEvidence(services, submissionOf({ services, config }, call, files));
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
  { req, language, caller: { actor, role, row } }: Call,
  files: readonly UploadedFile[],
): AttachSubmission {
  const fields = receiveFields(req, intakeSchema, language);
  const { title, from, to, service, kind, format, mapping, asItIs, role: evidenceRole } = fields;
  const period = periodOf({ from, to }, config.timeZone, services.clock.now());
  const half = from === undefined ? "from" : "to";
  if (period === "half") throw invalid(half, "period-incomplete", language.t("api:field.half"));
  const read = mapping === undefined ? undefined : mappingOf(mapping);
  if (isUnreadable(read)) throw invalid("mapping", "mapping-invalid", rowReason(language, read.why));
  return {
    actor,
    role,
    commandId: commandIdOf(req, actor.id),
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

const invalid = (field: string, code: string, message: string): ApiProblem =>
  new ApiProblem("invalid", [{ field, code, message }]);
