import type { Request, Response } from "express";
import { z } from "zod";
import { gateView } from "../../application/gate.ts";
import { handle } from "../../application/handle.ts";
import { mayEvaluate } from "../../domain/technology/state/people.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { manyTexts } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { departmentName } from "../say/department.ts";
import { theTechnology } from "../statement.ts";
import { languageOf } from "../visitor.ts";
import { crumbsOf } from "./evaluation.ts";

export const assignSchema = z.object({ evaluators: manyTexts(50) });

/** Approvers choose who evaluates; authors of the proposal and people with a conflict are not offered, nor accepted. */
export function assignPages({ services, people }: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const row = await theTechnology(services, req);
    const view = (await gateView(services, row.id, "rollout")) ?? notFound();
    const language = languageOf(res);
    const { t } = language;
    const state = form ?? blankForm({}, view.state.version);
    const assigned = view.state.evaluation?.evaluators.map(({ person }) => person) ?? [];
    const eligible = view.facts.people.filter(
      ({ id }) => !assigned.includes(id) && mayEvaluate(view.state, id, view.facts).length === 0,
    );
    const names = await people.names(eligible.map(({ id }) => id));
    const departments = services.views.departments.all();
    const needed = view.policy.tiers[view.state.tier].minimumEvaluators;
    await render(
      res,
      "pages/evaluation/assign",
      {
        title: t("evaluation:assign.title", { name: row.name }),
        section: "portfolio",
        crumbs: crumbsOf(t, row),
        lead: t("evaluation:assign.lead", { needed, days: view.policy.deadlines.scoringDays }),
        form: state,
      },
      {
        action: `/technologies/${row.slug}/evaluation/evaluators`,
        hidden: hiddenOf(state),
        none: eligible.length === 0 ? t("evaluation:assign.nobody") : null,
        evaluators: fieldsOf(state, language).checkboxes("evaluators", {
          legend: t("evaluation:assign.who"),
          stacked: true,
          options: eligible.map(({ id, department }) => ({
            value: id,
            label: names.get(id) ?? id,
            ...(department !== null && { hint: departmentName(language, departments, department) }),
          })),
        }),
      },
    );
  };
  return {
    show: (req: Request, res: Response) => show(req, res),
    async submit(req: Request, res: Response, form: Form<z.output<typeof assignSchema>>): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(services, req);
      const outcome = await handle(services, {
        ...submission(res, form, "approver"),
        technology: row.id,
        command: { type: "AssignEvaluators", evaluators: form.values.evaluators },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/evaluation`, "evaluation:assign.done");
    },
  };
}
