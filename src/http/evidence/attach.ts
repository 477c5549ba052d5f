import type { Request, Response } from "express";
import { attachEvidence } from "../../application/attach-evidence.ts";
import type { AttachOutcome } from "../../application/attach-evidence.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import type { Services } from "../../application/services.ts";
import type { Staged } from "../../application/staged-files.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import type { Deps } from "../deps.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { afterDoubts, afterUnreadable, askedForColumns } from "./attach-again.ts";
import type { AttachAgain } from "./attach-again.ts";
import { showAttach } from "./attach-form.ts";
import type { AttachValues } from "./attach-schema.ts";
import { nothingAsked } from "./doubts.ts";
import { mappingFrom } from "./mapping-values.ts";
import { evidencePage } from "./page.ts";
import { periodOf, periodProblem } from "./period.ts";
import { sentFiles } from "./sent-files.ts";

type AttachForm = Form<AttachValues>;

/** One or several files become one piece: read, measured, decided upon and stored; or kept for the next try. */
export function attachPages({ services }: Deps) {
  const show = async (req: Request, res: Response, { form, staged, asked }: AttachAgain): Promise<void> =>
    showAttach(res, await evidencePage(services, req, res, () => []), form, services.config, staged, asked);

  return {
    show: (req: Request, res: Response): Promise<void> => show(req, res, again(blankForm(), null)),

    /** A double click sends its form twice; the second waits and finds what the first one did. */
    attach: (req: Request, res: Response, form: AttachForm, files: readonly UploadedFile[]): Promise<void> =>
      oneAtATime([form.commandId], async () => {
        const page = await technologyPage(services, req, res);
        const answer = await attachOnce(services, res, page, form, files);
        if ("form" in answer) return show(req, res, answer);
        const { evidence } = answer;
        done(res, page.at(`evidence/${evidence}`), "evidence:attach.done", { evidence });
      }),
  };
}

type Attached = { readonly evidence: string };

async function attachOnce(
  services: Services,
  res: Response,
  page: TechnologyPage,
  form: AttachForm,
  files: readonly UploadedFile[],
): Promise<Attached | AttachAgain> {
  const technology = page.row.id;
  const staged = await sentFiles(services, { person: page.person.id, technology }, form, files);
  const before = staged === null ? await attachedBefore(services, technology, form) : null;
  if (before !== null) return { evidence: before };
  if (!form.valid) return again(staged === null ? withProblem(form, missing) : form, staged);
  if (staged === null) return again(invalid(form, missing), null);
  const checked = check(services, form.values);
  if ("key" in checked) return again(invalid(form, checked), staged);
  if (form.values.intent === "columns") return askedForColumns({ form, staged });
  const outcome = await attach(services, res, technology, { form, staged, ...checked });
  if (outcome.kind === "unreadable") return afterUnreadable(services, page.language, { form, staged }, outcome);
  if (outcome.kind === "doubtful") return afterDoubts(services, page.language, { form, staged }, outcome);
  if (outcome.kind === "existing") throw new Error("A form asks for a refusal");
  const refused = unsettled(form, outcome);
  if (refused !== null) return again(refused, staged);
  await services.stagedFiles.drop(staged);
  return { evidence: evidenceIn("events" in outcome ? outcome.events : []) };
}

const again = (form: FormState, staged: Staged | null): AttachAgain => ({ form, staged, asked: nothingAsked });

/** What this form attached when it was sent before; null where it did not. */
async function attachedBefore(
  { ledger }: Services,
  technology: string,
  { commandId }: Pick<AttachForm, "commandId">,
): Promise<string | null> {
  const events = await ledger.readStream(technologyStream(technology));
  const evidence = evidenceIn(events.filter(({ command }) => command === commandId));
  return evidence === "" ? null : evidence;
}

type Checked = {
  readonly mapping: Exclude<ReturnType<typeof mappingFrom>, Problem>;
  readonly period: ReturnType<typeof periodOf>;
};

function check({ today, config, clock }: Services, values: AttachValues): Checked | Problem {
  const problem = periodProblem(values, today());
  if (problem !== null) return problem;
  const mapping = mappingFrom(values.mapping);
  if (mapping !== null && "key" in mapping) return mapping;
  return { mapping, period: periodOf(values, config.timeZone, clock.now()) };
}

type Attempt = Checked & { readonly form: Filled<AttachValues>; readonly staged: Staged };

function attach(
  services: Services,
  res: Response,
  technology: string,
  { form, staged, mapping, period }: Attempt,
): Promise<AttachOutcome> {
  const { title, role, encoding, asItIs, document, service } = form.values;
  return attachEvidence(services, {
    ...submission(res, form, "planner", "evaluator"),
    technology,
    files: staged.files,
    title: { text: title },
    evidenceRole: role,
    ...(encoding !== "" && { encoding }),
    ...(!asItIs && { doubts: "ask" }),
    ...(document && { kind: "document" }),
    ...(mapping !== null && { mapping }),
    ...(period !== null && { period }),
    ...(service !== "" && { service }),
  });
}

const missing: Problem = { field: "files", key: "errors:file.missing", params: {} };

/** A broken limit has said already why there is no file; a form taken up again after signing in was not sent yet. */
function withProblem(form: FormState, problem: Problem): FormState {
  const has = form.resumed === true || form.problems.some(({ field }) => field === problem.field);
  return has ? form : { ...form, problems: [...form.problems, problem] };
}

function evidenceIn(events: readonly LedgerEvent[]): string {
  const evidence = events.find(({ type }) => type === "EvidenceAttached")?.payload["evidence"];
  return typeof evidence === "string" ? evidence : "";
}
