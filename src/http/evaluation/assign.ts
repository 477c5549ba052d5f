import type { Request, Response } from "express";
import { z } from "zod";
import { gatherFacts } from "../../application/facts.ts";
import { mayEvaluate } from "../../domain/technology/state/people.ts";
import { foundBy } from "../choices/choices.ts";
import type { Choices } from "../choices/choices.ts";
import { choicesField } from "../choices/fields.ts";
import { peopleChoices } from "../choices/people.ts";
import type { Deps } from "../deps.ts";
import { manyTexts } from "../forms/fields.ts";
import { departmentName } from "../say/department.ts";
import { formPage } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { evaluationCrumb } from "./crumb.ts";

export const assignSchema = z.object({ evaluators: manyTexts(50) });

type AssignPage = TechnologyPage & { readonly eligible: Choices };

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
      show: async (page, fields) => {
        const { row, technology, policy, language, eligible } = page;
        const { t } = language;
        const evaluators = await choicesField(
          fields,
          "evaluators",
          { legend: t("evaluation:assign.who"), look: t("evaluation:assign.look") },
          eligible,
        );
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
            none:
              evaluators.options.length === 0 && evaluators.pick === undefined ? t("evaluation:assign.nobody") : null,
            evaluators,
          },
        };
      },
    },
    (req, res) => gather(deps, req, res),
  );

async function gather(deps: Deps, req: Request, res: Response): Promise<AssignPage> {
  const page = await technologyPage(deps.services, req, res);
  return { ...page, eligible: eligibleFor(deps, page) };
}

/** For the script of the form. */
export const evaluatorsFound = (deps: Deps) =>
  foundBy(deps, async (_deps, _language, _person, req, res) =>
    eligibleFor(deps, await technologyPage(deps.services, req, res)),
  );

function eligibleFor({ services, people }: Deps, { technology, language, person, at }: TechnologyPage): Choices {
  const facts = gatherFacts(services, person);
  const departments = services.views.departments.all();
  const assigned = technology.evaluation?.evaluators.map(({ person: evaluator }) => evaluator) ?? [];
  return peopleChoices(people, language, {
    among: services.views.people.holding("evaluator"),
    may: ({ id }) => !assigned.includes(id) && mayEvaluate(technology, id, facts).length === 0,
    sub: ({ department }) => (department === null ? undefined : departmentName(language, departments, department)),
    address: at("evaluation/evaluators/choices"),
  });
}
