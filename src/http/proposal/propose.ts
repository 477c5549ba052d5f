import { technologyStream } from "../../domain/technology/streams.ts";
import type { Request, Response } from "express";
import { propose } from "../../application/propose.ts";
import type { Services } from "../../application/services.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { Filled, Form, FormState } from "../forms/form.ts";
import type { Typed } from "../forms/typed.ts";
import { submission, unsettled } from "../submission.ts";
import { done } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { wordsFor } from "../private-words.ts";
import { openDraft, saveDraft, without } from "./drafts.ts";
import { showProposalForm } from "./proposal-form.ts";
import type { ProposalPage } from "./proposal-form.ts";
import type { ProposalValues } from "./schema.ts";
import { lessonsOf, similarTo } from "./similar.ts";
import type { Candidate } from "./similar.ts";
import { digestsOf, proposalOf, typedOf } from "./values.ts";

/** A new proposal: a private draft until it is submitted, and submitted only after similar technologies were shown. */
export function proposePages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      await show(deps, res, blankForm(await typedAtFirst(services, req, res)));
    },

    async submit(_req: Request, res: Response, form: Form<ProposalValues>): Promise<void> {
      const resumed = !form.valid && form.resumed === true;
      if (form.typed["intent"] === "draft" && !resumed) {
        const draft = await saveDraft(services, personOf(res).id, { ...form.typed, commandId: form.commandId });
        done(res, `/technologies/new?draft=${draft}`, "proposal:draft.saved");
        return;
      }
      if (!form.valid) return show(deps, res, form);
      const candidates = candidatesOf(services, res, form.typed);
      if (await hasUnseen(services, form, candidates)) return show(deps, res, blankForm(form.typed), candidates);
      await submitProposal(deps, res, form);
    },
  };
}

async function submitProposal(deps: Deps, res: Response, form: Filled<ProposalValues>): Promise<void> {
  const { services } = deps;
  const { predecessor, draft } = form.values;
  const outcome = await propose(services, {
    ...submission(res, { ...form, version: null }, "planner"),
    proposal: proposalOf(form.values),
    predecessor: predecessor === "" ? null : predecessor,
  });
  const refused = unsettled(form, outcome);
  if (refused !== null) return show(deps, res, refused);
  await services.drafts.drop(personOf(res).id, draft);
  const slug =
    outcome.kind === "accepted" || outcome.kind === "repeated" ? outcome.events[0]?.payload["slug"] : undefined;
  done(res, typeof slug === "string" ? `/technologies/${slug}` : "/technologies", "proposal:propose.done");
}

/** @param unseen why the form came back, where it did only because nobody had looked at these */
async function show(deps: Deps, res: Response, form: FormState, unseen?: readonly Candidate[]): Promise<void> {
  const { services } = deps;
  const { t } = languageOf(res);
  await showProposalForm(deps, res, {
    form,
    mode: "propose",
    name: "",
    action: "/technologies",
    crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
    candidates: unseen ?? candidatesOf(services, res, form.typed),
    halted: unseen !== undefined,
    past: await pastOf(services, res, textOf(form.typed, "predecessor")),
    draftsOf: personOf(res).id,
  });
}

/** What it takes up again is shown by itself, with its lessons. */
function candidatesOf(services: Services, res: Response, typed: Typed): readonly Candidate[] {
  const all = similarTo(services, res, {
    name: textOf(typed, "name"),
    summary: textOf(typed, "summary"),
    need: textOf(typed, "need"),
  });
  return all.filter(({ row }) => row.slug !== textOf(typed, "predecessor"));
}

async function typedAtFirst(services: Services, req: Request, res: Response): Promise<Typed> {
  const draft = queryValue(req, "draft");
  if (draft !== undefined) return openDraft(services, personOf(res).id, draft);
  const row = services.views.portfolio.bySlug(queryValue(req, "predecessor") ?? "");
  const past = row === null ? null : await services.views.technologyState(row.id);
  const own = { department: personOf(res).department ?? "", "cost.currency": "CNY" };
  if (row === null || past === null) return own;
  const typed = typedOf(past.proposal, await wordsFor(services, res, past, digestsOf(past.proposal)));
  return { ...without(typed, "similarSeen"), predecessor: row.slug };
}

async function pastOf(services: Services, res: Response, slug: string): Promise<ProposalPage["past"]> {
  const { t } = languageOf(res);
  const row = slug === "" ? null : services.views.portfolio.bySlug(slug);
  if (row === null) return null;
  return {
    title: t("proposal:past.title", { name: row.name, stage: t(`words:stage.${row.stage}`) }),
    href: `/technologies/${row.slug}`,
    lessons: await lessonsOf(services, res, row.id),
  };
}

/** True where somebody has yet to look at one of them. A form sent twice must not be held up by what it made itself. */
async function hasUnseen(
  { ledger }: Services,
  { values, commandId }: Filled<ProposalValues>,
  candidates: readonly Candidate[],
): Promise<boolean> {
  const unseen = candidates.filter(({ row }) => !values.similarSeen.includes(row.id));
  const streams = await Promise.all(unseen.map(({ row }) => ledger.readStream(technologyStream(row.id))));
  return unseen.length > 0 && streams.every(([first]) => first?.command !== commandId);
}

function textOf(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : "";
}
