import type { Request, Response } from "express";
import type { AssignedEvaluator } from "../../domain/technology/state/evaluation.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { statementSchema } from "../statement.ts";
import type { Statement } from "../statement.ts";
import { formPage } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { pathValue } from "../request-values.ts";
import { evaluationCrumb } from "./crumb.ts";

export const dissentStatement: Statement = {
  texts: "evaluation:dissent",
  roles: ["evaluator", "approver"],
  command: (text) => ({ type: "RecordDissent", text }),
  path: "evaluation/dissent",
  back: "evaluation",
};

type ReleasePage = TechnologyPage & { readonly evaluator: AssignedEvaluator };

/** An absent evaluator holds nobody up; named by the letter, which the address carries. */
export const releasePages = ({ services }: Deps) =>
  formPage<typeof statementSchema, ReleasePage>(
    services,
    {
      schema: statementSchema,
      roles: ["approver"],
      action: (_, req) => req.path,
      command: ({ text }, { evaluator }) => ({
        type: "ReleaseEvaluator",
        evaluator: evaluator.person,
        reason: { text },
      }),
      done: () => ({ to: "evaluation", key: "evaluation:release.done" }),
      show: (page, fields) => {
        const { row, evaluator, language, at } = page;
        const { t } = language;
        return {
          view: "pages/statement/statement",
          head: {
            title: t("evaluation:release.title", { letter: evaluator.letter, name: row.name }),
            trail: [evaluationCrumb(page)],
            lead: t("evaluation:release.lead"),
          },
          model: {
            text: fields.textarea("text", { label: t("evaluation:release.label"), rows: 4 }),
            button: t("evaluation:release.button"),
            back: { text: t("common:back"), href: at("evaluation") },
          },
        };
      },
    },
    async (req: Request, res: Response) => {
      const page = await technologyPage(services, req, res);
      const letter = pathValue(req, "letter");
      const evaluator = page.technology.evaluation?.evaluators.find((assigned) => assigned.letter === letter);
      return { ...page, evaluator: evaluator ?? notFound() };
    },
  );
