import type { Request, Response } from "express";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { theTechnology } from "../technology-page.ts";
import { languageOf } from "../visitor.ts";
import { mustRead, wordsFor } from "../words.ts";
import { showProposalForm } from "./proposal-form.ts";
import type { ProposalValues } from "./schema.ts";
import { similarTo } from "./similar.ts";
import type { Candidate } from "./similar.ts";
import { digestsOf, proposalOf, typedOf } from "./values.ts";
import { crumbsOf } from "./proposal.ts";

/** The proposal once more, filled in: possible until it is admitted, and every vote cast so far then lapses. */
export function revisionPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const technology = await readable(res, row);
      const { proposal } = technology;
      const typed = typedOf(proposal, await wordsFor(services, res, technology, digestsOf(proposal)));
      const [summary = "", need = ""] = [typed["summary"], typed["need"]].map(String);
      await show(
        res,
        row,
        formInStage(row, "ReviseProposal", typed),
        similarTo(services, res, { name: proposal.name, summary, need }, row.id),
      );
    },

    async submit(req: Request, res: Response, form: Form<ProposalValues>): Promise<void> {
      const row = await theTechnology(services, req);
      await readable(res, row);
      if (!form.valid) return show(res, row, form);
      const { values } = form;
      const candidates = similarTo(services, res, values, row.id);
      const unseen = candidates.some((candidate) => !values.similarSeen.includes(candidate.row.id));
      if (unseen) return show(res, row, blankForm(form.typed, form.version), candidates, true);
      const outcome = await handle(
        services,
        submission(res, form, "planner"),
        onTechnology(row.id, { type: "ReviseProposal", proposal: proposalOf(values) }),
      );
      const again = unsettled(form, outcome);
      if (again !== null) return show(res, row, again);
      done(res, `/technologies/${row.slug}/proposal`, "proposal:revise.done");
    },
  };

  async function readable(res: Response, row: PortfolioRow): Promise<Technology> {
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    mustRead(services, res, technology);
    return technology;
  }

  async function show(
    res: Response,
    row: PortfolioRow,
    form: FormState,
    candidates: readonly Candidate[] = [],
    halted = false,
  ): Promise<void> {
    await showProposalForm(deps, res, {
      form,
      mode: "revise",
      name: row.name,
      action: `/technologies/${row.slug}/proposal/revision`,
      crumbs: crumbsOf(languageOf(res).t, row),
      candidates,
      halted,
      past: null,
      draftsOf: null,
    });
  }
}
