import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import type { Form, FormState } from "../forms/form.ts";
import { fieldsOf, hiddenOf } from "../forms/show.ts";
import { submission, unsettled } from "../outcome.ts";
import { done, render } from "../page.ts";
import { theTechnology } from "../statement.ts";
import { languageOf, pathValue } from "../visitor.ts";
import { crumbsOf } from "./evaluation.ts";

export const moderationSchema = z.object({
  score: choice(["1", "2", "3", "4", "5", "none"]),
  text: requiredText(4000),
});

/** After the discussion each evaluator states the score again; what is said then stands. */
export function moderationPages({ services }: Deps) {
  const show = async (req: Request, res: Response, form?: FormState): Promise<void> => {
    const row = await theTechnology(services, req);
    const technology = (await services.views.technologyState(row.id)) ?? notFound();
    const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
    const indicator =
      policy.criteria.flatMap(({ indicators }) => indicators).find(({ key }) => key === pathValue(req, "item")) ??
      notFound();
    const language = languageOf(res);
    const { t } = language;
    const zh = language.locale === "zh-CN";
    const state = form ?? blankForm({}, technology.version);
    const fields = fieldsOf(state, language);
    await render(
      res,
      "pages/evaluation/moderation",
      {
        title: t("evaluation:moderation.title", { item: zh ? indicator.name.zh : indicator.name.en }),
        section: "portfolio",
        crumbs: crumbsOf(t, row),
        lead: t("evaluation:moderation.lead"),
        form: state,
      },
      {
        action: `/technologies/${row.slug}/evaluation/moderations/${indicator.key}`,
        hidden: hiddenOf(state),
        score: fields.radios("score", {
          legend:
            indicator.rubric === undefined
              ? t("evaluation:moderation.score")
              : zh
                ? indicator.rubric.question.zh
                : indicator.rubric.question.en,
          options: [
            ...(indicator.rubric?.anchors ?? []).map((anchor, at) => ({
              value: String(at + 1),
              anchor: String(at + 1),
              label: zh ? anchor.zh : anchor.en,
            })),
            { value: "none", anchor: "–", label: t("evaluation:scores.none"), hint: t("evaluation:scores.noneHint") },
          ],
        }),
        text: fields.textarea("text", { label: t("evaluation:moderation.text"), rows: 3 }),
      },
    );
  };
  return {
    show: (req: Request, res: Response) => show(req, res),
    async submit(req: Request, res: Response, form: Form<z.output<typeof moderationSchema>>): Promise<void> {
      if (!form.valid) return show(req, res, form);
      const row = await theTechnology(services, req);
      const { score, text } = form.values;
      const outcome = await handle(services, {
        ...submission(res, { ...form, version: null }, "evaluator"),
        technology: row.id,
        command: {
          type: "ModerateScore",
          item: pathValue(req, "item"),
          score: score === "none" ? null : Number(score),
          text: { text },
        },
      });
      const again = unsettled(form, outcome);
      if (again !== null) return show(req, res, again);
      done(res, `/technologies/${row.slug}/evaluation`, "evaluation:moderation.done");
    },
  };
}
