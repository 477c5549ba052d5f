import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { Request, Response } from "express";
import { z } from "zod";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, requiredText } from "../forms/fields.ts";
import { formPage } from "../technology-form.ts";
import { technologyPage } from "../technology-page.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { pathValue } from "../request-values.ts";
import { evaluationCrumb } from "./crumb.ts";

export const moderationSchema = z.object({
  score: choice(["1", "2", "3", "4", "5", "none"]),
  text: requiredText(4000),
});

type ModerationPage = TechnologyPage & { readonly indicator: Indicator };

/** After the discussion each evaluator states the score again; what is said then stands. */
export const moderationPages = ({ services }: Deps) =>
  formPage<typeof moderationSchema, ModerationPage>(
    services,
    {
      schema: moderationSchema,
      roles: ["evaluator"],
      anyVersion: true,
      action: ({ at, indicator }) => at(`evaluation/moderations/${indicator.key}`),
      command: ({ score, text }, { indicator }) => ({
        type: "ModerateScore",
        item: indicator.key,
        score: score === "none" ? null : Number(score),
        text: { text },
      }),
      done: () => ({ to: "evaluation", key: "evaluation:moderation.done" }),
      show: (page, fields) => {
        const { indicator, language } = page;
        const { t, locale } = language;
        const named = locale === "zh-CN" ? "zh" : "en";
        return {
          view: "pages/evaluation/moderation",
          head: {
            title: t("evaluation:moderation.title", { item: indicator.name[named] }),
            trail: [evaluationCrumb(page)],
            lead: t("evaluation:moderation.lead"),
          },
          model: {
            score: fields.radios("score", {
              legend: indicator.rubric?.question[named] ?? t("evaluation:moderation.score"),
              options: [
                ...(indicator.rubric?.anchors ?? []).map((anchor, at) => ({
                  value: String(at + 1),
                  anchor: String(at + 1),
                  label: anchor[named],
                })),
                {
                  value: "none",
                  anchor: "–",
                  label: t("evaluation:scores.none"),
                  hint: t("evaluation:scores.noneHint"),
                },
              ],
            }),
            text: fields.textarea("text", { label: t("evaluation:moderation.text"), rows: 3 }),
          },
        };
      },
    },
    async (req: Request, res: Response) => {
      const page = await technologyPage(services, req, res);
      const indicators = indicatorsOf(page.policy);
      return { ...page, indicator: indicators.find(({ key }) => key === pathValue(req, "item")) ?? notFound() };
    },
  );
