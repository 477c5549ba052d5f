import { isRenamed } from "../../domain/technology/proposal/namesakes.ts";
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
import { without } from "./typed.ts";
import { showProposalForm, similarNote } from "./proposal-form.ts";
import type { ProposalPage } from "./proposal-form.ts";
import type { ProposalValues } from "./schema.ts";
import { candidatesFor, lessonsOf, textOf } from "./similar.ts";
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
      if (!form.valid) return show(deps, res, form);
      const candidates = candidatesOf(services, res, form.typed);
      // Of one that bears the very name the refusal tells all there is to say.
      const isTaken = candidates.some(({ row }) => !isRenamed(row.name, form.values.name));
      if (!isTaken && (await hasUnseen(services, form, candidates)))
        return show(deps, res, { ...blankForm(form.typed), commandId: form.commandId, note: similarNote });
      await submitProposal(deps, res, form);
    },
  };
}

async function submitProposal(deps: Deps, res: Response, form: Filled<ProposalValues>): Promise<void> {
  const { services } = deps;
  const { predecessor } = form.values;
  const outcome = await propose(services, {
    ...submission(res, { ...form, version: null }, "planner"),
    proposal: proposalOf(form.values),
    predecessor: predecessor === "" ? null : predecessor,
  });
  const refused = unsettled(form, outcome);
  if (refused !== null) return show(deps, res, refused);
  const slug =
    outcome.kind === "accepted" || outcome.kind === "repeated" ? outcome.events[0]?.payload["slug"] : undefined;
  done(res, typeof slug === "string" ? `/technologies/${slug}` : "/technologies", "proposal:propose.done");
}

async function show(deps: Deps, res: Response, form: FormState): Promise<void> {
  const { services } = deps;
  const { t } = languageOf(res);
  await showProposalForm(deps, res, {
    form,
    mode: "propose",
    name: "",
    action: "/technologies",
    crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
    candidates: candidatesOf(services, res, form.typed),
    past: await pastOf(services, res, textOf(form.typed, "predecessor")),
  });
}

/** What it takes up again is shown by itself, with its lessons. */
function candidatesOf(services: Services, res: Response, typed: Typed): readonly Candidate[] {
  return candidatesFor(services, res, typed).filter(({ row }) => row.slug !== textOf(typed, "predecessor"));
}

async function typedAtFirst(services: Services, req: Request, res: Response): Promise<Typed> {
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
