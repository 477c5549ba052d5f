import type { Request, Response } from "express";
import { attachEvidence, checkEvidence } from "../../application/attach-evidence.ts";
import type { AttachSubmission } from "../../application/attach-submission.ts";
import { oneAtATime } from "../../ledger/one-at-a-time.ts";
import type { Services } from "../../application/services.ts";
import type { Staged } from "../../application/staged-files.ts";
import type { MappingAnswers } from "../../domain/evidence/mapping.ts";
import { isPilotOpen } from "../../domain/technology/state/in-force.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import type { Deps } from "../deps.ts";
import type { RejectedList } from "../../evidence/rejected-list.ts";
import { notFound } from "../faults.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { answersFrom } from "./answers.ts";
import { afterLook, afterUnreadable, askedForColumns, withTyped } from "./attach-again.ts";
import type { AttachAgain, Read } from "./attach-again.ts";
import { showAttach } from "./attach-form.ts";
import type { AttachValues } from "./attach-schema.ts";
import { nothingAsked } from "./doubts.ts";
import { mappingFrom } from "./mapping-values.ts";
import { evidencePage } from "./page.ts";
import { periodOf, periodProblem } from "./period.ts";
import { rejectedIn, sendRejected } from "./rejected.ts";
import { sentFiles } from "./sent-files.ts";

type AttachForm = Form<AttachValues>;

/** One or several files become one piece: read, measured, decided upon and stored; or kept for the next try. */
export function attachPages({ services }: Deps) {
  const show = async (req: Request, res: Response, { form, staged, asked }: AttachAgain): Promise<void> =>
    showAttach(res, await evidencePage(services, req, res, () => []), form, services.config, staged, asked);

  return {
    async show(req: Request, res: Response): Promise<void> {
      const { technology } = await technologyPage(services, req, res);
      // Until a pilot is open there is nothing to attach but documents of the proposal.
      await show(req, res, again(blankForm(isPilotOpen(technology) ? {} : { document: "yes" }), null));
    },

    /** A double click sends its form twice; the second waits and finds what the first one did. */
    attach: (req: Request, res: Response, form: AttachForm, files: readonly UploadedFile[]): Promise<void> =>
      oneAtATime([form.commandId], async () => {
        const page = await technologyPage(services, req, res);
        const answer = await attachOnce(services, res, page, form, files);
        if ("form" in answer) return show(req, res, answer);
        if ("list" in answer) {
          sendRejected(res, answer.list);
          return;
        }
        const { evidence } = answer;
        done(res, page.at(`evidence/${evidence}`), "evidence:attach.done", { evidence });
      }),
  };
}

type Attached = { readonly evidence: string };
type Listed = { readonly list: RejectedList };

async function attachOnce(
  services: Services,
  res: Response,
  page: TechnologyPage,
  form: AttachForm,
  files: readonly UploadedFile[],
): Promise<Attached | Listed | AttachAgain> {
  const technology = page.row.id;
  const staged = await sentFiles(services, { person: page.person.id, technology }, form, files);
  const before = staged === null ? await attachedBefore(services, technology, form) : null;
  if (before !== null) return { evidence: before };
  if (!form.valid) return again(staged === null ? withProblem(form, missing) : form, staged);
  if (staged === null) return again(invalid(form, missing), null);
  const checked = check(services, form.values);
  if ("key" in checked) return again(invalid(form, checked), staged);
  if (form.values.intent === "columns") return askedForColumns({ form, staged });
  const read = { form, staged, submission: submissionOf(res, technology, { form, staged, ...checked }) };
  if (form.values.intent === "rejected") return { list: await rejectedIn(services, page, read) };
  if (form.values.intent === "preview") return look(services, page, read);
  if (form.values.intent === "change") return askAnew(services, page, read);
  const outcome = await attachEvidence(services, read.submission);
  if (outcome.kind === "unreadable") return afterUnreadable(services, page, read, outcome);
  if (outcome.kind === "doubtful") return afterLook(services, page, read, outcome);
  if (outcome.kind === "existing") throw new Error("A form asks for a refusal");
  const refused = unsettled(form, outcome);
  if (refused !== null) return again(refused, staged);
  await services.stagedFiles.drop(staged);
  return { evidence: evidenceIn("events" in outcome ? outcome.events : []) };
}

/** How the files will be read, with what they leave open: nothing is recorded. */
async function look(services: Services, page: TechnologyPage, read: Read): Promise<AttachAgain> {
  const outcome = await checkEvidence(services, read.submission);
  if (outcome.kind === "unknown") return notFound();
  if (outcome.kind === "unreadable") return afterUnreadable(services, page, read, outcome);
  return afterLook(services, page, read, outcome);
}

/** What was answered, now or for an earlier file, is asked once more, with the answers standing in the form. */
async function askAnew(services: Services, page: TechnologyPage, read: Read): Promise<AttachAgain> {
  const before = await checkEvidence(services, read.submission);
  const remembered = before.kind === "readable" ? (before.mapped.mapping ?? undefined) : undefined;
  const form = withTyped({ ...read.form, typed: { ...read.form.typed, anew: "yes" } }, remembered);
  const { answers: _, mapping: __, ...submission } = read.submission;
  return look(services, page, { ...read, form, submission: { ...submission, anew: true } });
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
  readonly answers: MappingAnswers;
  readonly period: ReturnType<typeof periodOf>;
};

function check({ today, config, clock }: Services, values: AttachValues): Checked | Problem {
  const problem = periodProblem(values, today());
  if (problem !== null) return problem;
  const mapping = mappingFrom(values.mapping);
  if (mapping !== null && "key" in mapping) return mapping;
  const answers = answersFrom(values.answers);
  if ("key" in answers) return answers;
  return { mapping, answers, period: periodOf(values, config.timeZone, clock.now()) };
}

type Attempt = Checked & { readonly form: Filled<AttachValues>; readonly staged: Staged };

function submissionOf(
  res: Response,
  technology: string,
  { form, staged, mapping, answers, period }: Attempt,
): AttachSubmission {
  const { title, role, encoding, asItIs, document, service, anew, intent } = form.values;
  return {
    ...submission(res, form, "planner", "evaluator"),
    technology,
    files: staged.files,
    title: { text: title },
    evidenceRole: role,
    ...(encoding !== "" && { encoding }),
    ...(!asItIs && { doubts: "ask" }),
    ...((document || intent === "document") && { kind: "document" }),
    ...(mapping !== null && { mapping }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(anew && { anew }),
    ...(period !== null && { period }),
    ...(service !== "" && { service }),
  };
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
