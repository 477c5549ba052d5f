import type { Request, Response } from "express";
import { z } from "zod";
import { attachEvidence } from "../../application/attach-evidence.ts";
import type { AttachOutcome } from "../../application/attach-evidence.ts";
import { encodingGuess, tableIn } from "../../application/beginnings.ts";
import { oneAtATime } from "../../application/one-at-a-time.ts";
import type { Staged } from "../../application/staged-files.ts";
import { encodings } from "../../domain/evidence/encoding.ts";
import type { LedgerEvent } from "../../ledger/port.ts";
import { technologyStream } from "../../domain/technology/streams.ts";
import { choice, optionalDay, optionalText, requiredText, ticked } from "../forms/fields.ts";
import type { Deps } from "../deps.ts";
import { blankForm, invalid } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import type { Problem } from "../forms/problems.ts";
import type { UploadedFile } from "../forms/upload.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf, personOf } from "../visitor.ts";
import { showAttach } from "./attach-form.ts";
import { askedAbout, doubtProblems, nothingAsked } from "./doubts.ts";
import type { Asked } from "./doubts.ts";
import { mappingFrom, mappingSchema, typedMapping } from "./mapping-values.ts";
import { evidencePage } from "./page.ts";
import { periodOf, periodProblem } from "./period.ts";
import { problemLines, saidOf } from "./problems.ts";

export const attachSchema = z.object({
  title: requiredText(200, { missing: "evidence:attach.titleMissing" }),
  document: ticked(),
  role: choice(["pilot", "baseline"]).default("pilot"),
  service: optionalText(200),
  from: optionalDay(),
  to: optionalDay(),
  /** Files of this form that were sent before. */
  staged: optionalText(40),
  mapping: mappingSchema,
  /** Which of the ways of reading its bytes is right; "" where the bytes tell or nobody was asked. */
  encoding: choice(["", ...encodings]).default(""),
  /** What the reading leaves open stays open. */
  asItIs: ticked(),
  /** "columns": say first what the table is, its columns come then. */
  intent: optionalText(20),
});
type Values = z.output<typeof attachSchema>;

/** One or several files become one piece: read, measured, decided upon and stored; or kept for the next try. */
export function attachPages({ services }: Deps) {
  const show = async (
    req: Request,
    res: Response,
    form: FormState,
    staged: Staged | null = null,
    asked: Asked = nothingAsked,
  ): Promise<void> =>
    showAttach(res, await evidencePage(services, req, res, () => []), form, services.config, staged, asked);

  return {
    show: (req: Request, res: Response) => show(req, res, blankForm()),

    /** A double click sends its form twice; the second waits and finds what the first one did. */
    attach: (req: Request, res: Response, form: Form<Values>, files: readonly UploadedFile[]): Promise<void> =>
      oneAtATime([form.commandId], () => attachOnce(req, res, form, files)),
  };

  async function attachOnce(
    req: Request,
    res: Response,
    form: Form<Values>,
    files: readonly UploadedFile[],
  ): Promise<void> {
    const row = await theTechnology(services, req);
    const staged = await asNamed(await filesOf({ person: personOf(res).id, technology: row.id }, form, files), form);
    const again = (state: FormState): Promise<void> => show(req, res, state, staged);
    const before = staged === null ? await attachedBefore(row.id, form) : null;
    if (before !== null) {
      settled(res, before, row.slug);
      return;
    }
    if (!form.valid) return again(staged === null ? withProblem(form, missing) : form);
    if (staged === null) return again(invalid(form, missing));
    const checked = check(form.values, services.today());
    if ("key" in checked) return again(invalid(form, checked));
    if (form.values.intent === "columns") {
      const guess = await encodingGuess(staged.files);
      return show(req, res, { ...invalid(form), status: 200 }, staged, { ...nothingAsked, guess });
    }
    const outcome = await attach(res, form, staged, row.id, checked);
    if (outcome.kind === "unreadable") {
      const seen = outcome.problems.find(({ headings }) => headings !== undefined);
      const table = seen?.headings === undefined ? null : { headings: seen.headings, sample: seen.sample ?? [] };
      if (table !== null) await services.stagedFiles.sawTable(staged.id, table);
      const lines = problemLines(languageOf(res), outcome.problems, staged.files);
      const asked: Asked = {
        ...nothingAsked,
        guess: await encodingGuess(staged.files),
        said: saidOf(languageOf(res), outcome.problems, staged.files),
      };
      return show(req, res, invalid(form, ...lines), { ...staged, table: table ?? staged.table }, asked);
    }
    if (outcome.kind === "doubtful") {
      const { doubts, mapping } = outcome;
      const state = invalid(form, ...doubtProblems(languageOf(res), doubts));
      const remembered = mapping !== null && staged.table === null && Object.keys(mapping.columns).length > 0;
      const table = remembered ? await tableIn(staged.files, mapping.encoding) : staged.table;
      if (!remembered || table === null) return show(req, res, state, staged, askedAbout(doubts));
      await services.stagedFiles.sawTable(staged.id, table);
      const typed = { ...typedMapping(mapping), ...state.typed };
      return show(req, res, { ...state, typed }, { ...staged, table }, askedAbout(doubts));
    }
    if (outcome.kind === "existing") throw new Error("A form asks for a refusal");
    const refused = unsettled(form, outcome);
    if (refused !== null) return again(refused);
    await services.stagedFiles.drop(staged);
    settled(res, evidenceIn("events" in outcome ? outcome.events : []), row.slug);
  }

  /** The headings as they read in the encoding that the person names. */
  async function asNamed(staged: Staged | null, { typed }: Form<Values>): Promise<Staged | null> {
    const encoding = encodings.find((one) => one === typed["encoding"]);
    if (staged?.table == null || encoding === undefined) return staged;
    return { ...staged, table: (await tableIn(staged.files, encoding)) ?? staged.table };
  }

  async function attachedBefore(technology: string, { commandId }: Form<Values>): Promise<string | null> {
    const events = await services.ledger.readStream(technologyStream(technology));
    const evidence = evidenceIn(events.filter(({ command }) => command === commandId));
    return evidence === "" ? null : evidence;
  }

  /** Those of this request, kept from now on; else those that an earlier one of this form kept. */
  async function filesOf(
    owner: { readonly person: string; readonly technology: string },
    form: Form<Values>,
    files: readonly UploadedFile[],
  ): Promise<Staged | null> {
    const id = form.typed["staged"];
    const kept = typeof id === "string" ? await services.stagedFiles.find(owner, id) : null;
    if (files.length === 0) return kept;
    if (kept !== null) await services.stagedFiles.drop(kept);
    return services.stagedFiles.stage(owner, files);
  }

  function attach(
    res: Response,
    form: Filled<Values>,
    { files }: Staged,
    technology: string,
    { mapping, period }: Checked,
  ): Promise<AttachOutcome> {
    return attachEvidence(services, {
      ...submission(res, form, "planner", "evaluator"),
      technology,
      files,
      title: { text: form.values.title },
      evidenceRole: form.values.role,
      ...(form.values.encoding !== "" && { encoding: form.values.encoding }),
      ...(!form.values.asItIs && { doubts: "ask" }),
      ...(form.values.document && { kind: "document" }),
      ...(mapping !== null && { mapping }),
      ...(period !== null && { period }),
      ...(form.values.service !== "" && { service: form.values.service }),
    });
  }

  type Checked = { mapping: Exclude<ReturnType<typeof mappingFrom>, Problem>; period: ReturnType<typeof periodOf> };

  function check(values: Values, today: string): Checked | Problem {
    const problem = periodProblem(values, today);
    if (problem !== null) return problem;
    const mapping = mappingFrom(values.mapping);
    if (mapping !== null && "key" in mapping) return mapping;
    return { mapping, period: periodOf(values, services.config.timeZone, services.clock.now()) };
  }
}

const missing: Problem = { field: "files", key: "errors:file.missing", params: {} };

/** A broken limit has said already why there is no file; a form taken up again after signing in was not sent yet. */
function withProblem(form: FormState, problem: Problem): FormState {
  const said = form.resumed === true || form.problems.some(({ field }) => field === problem.field);
  return said ? form : { ...form, problems: [...form.problems, problem] };
}

function evidenceIn(events: readonly LedgerEvent[]): string {
  const evidence = events.find(({ type }) => type === "EvidenceAttached")?.payload["evidence"];
  return typeof evidence === "string" ? evidence : "";
}

const settled = (res: Response, evidence: string, slug: string): void =>
  done(res, `/technologies/${slug}/evidence/${evidence}`, "evidence:attach.done", { evidence });
