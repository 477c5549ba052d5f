import type { Request, Response } from "express";
import { z } from "zod";
import { gateView } from "../../application/gate.ts";
import { holdersIn } from "../../domain/people/roster.ts";
import { mayEvaluate } from "../../domain/technology/state/people.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { manyTexts } from "../forms/fields.ts";
import { departmentName } from "../say/department.ts";
import { formPage } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { evaluationCrumb } from "./crumb.ts";

export const assignSchema = z.object({ evaluators: manyTexts(50) });

type AssignPage = TechnologyPage & {
  readonly eligible: readonly { readonly id: string; readonly name: string; readonly department: string | null }[];
};

/** Approvers choose who evaluates; authors of the proposal and people with a conflict are not offered, nor accepted. */
export const assignPages = (deps: Deps) =>
  formPage<typeof assignSchema, AssignPage>(
    deps.services,
    {
      schema: assignSchema,
      roles: ["approver"],
      action: ({ at }) => at("evaluation/evaluators"),
      command: ({ evaluators }) => ({ type: "AssignEvaluators", evaluators }),
      done: () => ({ to: "evaluation", key: "evaluation:assign.done" }),
      show: (page, fields) => {
        const { row, technology, policy, language, eligible } = page;
        const { t } = language;
        const departments = deps.services.views.departments.all();
        return {
          view: "pages/evaluation/assign",
          head: {
            title: t("evaluation:assign.title", { name: row.name }),
            trail: [evaluationCrumb(page)],
            lead: t("evaluation:assign.lead", {
              needed: policy.tiers[technology.tier].minimumEvaluators,
              days: policy.deadlines.scoringDays,
            }),
          },
          model: {
            none: eligible.length === 0 ? t("evaluation:assign.nobody") : null,
            evaluators: fields.checkboxes("evaluators", {
              legend: t("evaluation:assign.who"),
              stacked: true,
              options: eligible.map(({ id, name, department }) => ({
                value: id,
                label: name,
                ...(department !== null && { hint: departmentName(language, departments, department) }),
              })),
            }),
          },
        };
      },
    },
    (req, res) => gather(deps, req, res),
  );

async function gather({ services, people }: Deps, req: Request, res: Response): Promise<AssignPage> {
  const page = await technologyPage(services, req, res);
  const { state, facts } = (await gateView(services, page.row.id, "rollout")) ?? notFound();
  const assigned = state.evaluation?.evaluators.map(({ person }) => person) ?? [];
  const eligible = holdersIn(facts.people, "evaluator").filter(
    ({ id }) => !assigned.includes(id) && mayEvaluate(state, id, facts).length === 0,
  );
  const names = await people.names(eligible.map(({ id }) => id));
  return {
    ...page,
    eligible: eligible.map(({ id, department }) => ({ id, department, name: names.get(id) ?? id })),
  };
}
