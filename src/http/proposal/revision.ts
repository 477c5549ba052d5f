import type { Request, Response } from "express";
import { onTechnology } from "../../application/on-technology.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { formInStage } from "../forms/stage.ts";
import { submission } from "../submission.ts";
import { done } from "../page.ts";
import { crumbsTo, technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { mustRead, wordsFor } from "../private-words.ts";
import { showProposalForm, similarNote } from "./proposal-form.ts";
import { proposalCrumb } from "./proposal.ts";
import type { ProposalValues } from "./schema.ts";
import { candidatesFor } from "./similar.ts";
import { digestsOf, proposalOf, typedOf } from "./values.ts";

/** The proposal once more, filled in: possible until it is admitted, and every vote cast so far then lapses. */
export function revisionPages(deps: Deps) {
  const { services } = deps;
  return {
    async show(req: Request, res: Response): Promise<void> {
      const page = await readablePage(deps, req, res);
      const { row, technology } = page;
      const { proposal } = technology;
      const typed = typedOf(proposal, await wordsFor(services, res, technology, digestsOf(proposal)));
      await showRevision(deps, res, page, formInStage(row, "ReviseProposal", typed));
    },

    async submit(req: Request, res: Response, form: Form<ProposalValues>): Promise<void> {
      const page = await readablePage(deps, req, res);
      if (!form.valid) return showRevision(deps, res, page, form);
      const { values } = form;
      const candidates = candidatesFor(services, res, form.typed, page.row.id);
      if (candidates.some(({ row }) => !values.similarSeen.includes(row.id)))
        return showRevision(deps, res, page, { ...blankForm(form.typed, form.version), note: similarNote });
      await submitCommand(services, form, {
        by: (filled) => submission(res, filled, "planner"),
        task: () => onTechnology(page.row.id, { type: "ReviseProposal", proposal: proposalOf(values) }),
        again: (refused) => showRevision(deps, res, page, refused),
        done: () => done(res, page.at("proposal"), "proposal:revise.done"),
      });
    },
  };
}

async function readablePage({ services }: Deps, req: Request, res: Response): Promise<TechnologyPage> {
  const page = await technologyPage(services, req, res);
  mustRead(services, res, page.technology);
  return page;
}

const showRevision = (deps: Deps, res: Response, page: TechnologyPage, form: FormState): Promise<void> =>
  showProposalForm(deps, res, {
    form,
    mode: "revise",
    name: page.row.name,
    action: page.at("proposal/revision"),
    crumbs: [...crumbsTo(page.language, page.row), proposalCrumb(page)],
    candidates: candidatesFor(deps.services, res, form.typed, page.row.id),
    past: null,
  });
