import type { Request, Response } from "express";
import type { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../statement.ts";
import type { Statement, statementSchema } from "../statement.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { crumbsOf } from "./evaluation.ts";

export const dissentStatement: Statement = {
  texts: "evaluation:dissent",
  roles: ["evaluator", "approver"],
  command: (text) => ({ type: "RecordDissent", text }),
  path: "evaluation/dissent",
  back: "/evaluation",
};

/** An absent evaluator holds nobody up; named by the letter, which the address carries. */
export function releasePages({ services }: Deps) {
  const found = async (req: Request) => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    const evaluator =
      technology.evaluation?.evaluators.find(({ letter }) => letter === pathValue(req, "letter")) ?? notFound();
    return { row, technology, evaluator };
  };
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const { row, technology, evaluator } = await found(req);
    const language = languageOf(res);
    const { t } = language;
    const state = form ?? blankForm({}, technology.version);
    await render(
      res,
      "pages/statement/statement",
      {
        title: t("evaluation:release.title", { letter: evaluator.letter, name: row.name }),
        section: "portfolio",
        crumbs: crumbsOf(t, row),
        lead: t("evaluation:release.lead"),
        form: state,
      },
      {
        action: req.path,
        hidden: hiddenOf(state),
        text: fieldsOf(state, language).textarea("text", { label: t("evaluation:release.label"), rows: 4 }),
        button: t("evaluation:release.button"),
        back: { text: t("common:back"), href: `/technologies/${row.slug}/evaluation` },
      },
    );
  };
  return {
    show: (req: Request, res: Response) => show(req, res),
    async submit(req: Request, res: Response, form: Form<z.output<typeof statementSchema>>): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const { row, evaluator } = await found(req);
      const outcome = await handle(services, {
        ...submission(res, form, "approver"),
        technology: row.id,
        command: { type: "ReleaseEvaluator", evaluator: evaluator.person, reason: { text: form.values.text } },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/evaluation`, "evaluation:release.done");
    },
  };
}
