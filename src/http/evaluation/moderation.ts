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
import { named } from "../say/named.ts";
import { wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { anchorOptions } from "./anchors.ts";
import { scoresBeside } from "./scores-beside.ts";
import { evaluationCrumb } from "./crumb.ts";

export const moderationSchema = z.object({
  score: choice(["1", "2", "3", "4", "5", "none"]),
  text: requiredText(4000),
});

type ModerationPage = TechnologyPage & { readonly indicator: Indicator; readonly words: Words };

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
        const { indicator, language, technology } = page;
        const { evaluation } = technology;
        const revealed = evaluation?.revealed ?? null;
        const { name, rubric } = indicator;
        const { t } = language;
        return {
          view: "pages/evaluation/moderation",
          head: {
            title: t("evaluation:moderation.title", { item: named(language, name) }),
            trail: [evaluationCrumb(page)],
            lead: t("evaluation:moderation.lead"),
          },
          model: {
            beside:
              evaluation === null || revealed === null
                ? []
                : scoresBeside(language, evaluation, revealed, indicator.key, page.words),
            when: whenCounted(page),
            score: fields.radios("score", {
              legend: rubric === undefined ? t("evaluation:moderation.score") : named(language, rubric.question),
              options: anchorOptions(language, rubric),
            }),
            text: fields.textarea("text", { label: t("evaluation:moderation.text"), rows: 3 }),
          },
        };
      },
    },
    async (req: Request, res: Response) => {
      const page = await technologyPage(services, req, res);
      const indicators = indicatorsOf(page.policy);
      const indicator = indicators.find(({ key }) => key === pathValue(req, "item")) ?? notFound();
      const revealed = page.technology.evaluation?.revealed ?? null;
      const comments = (revealed?.sheets ?? []).flatMap(({ items }) =>
        items.flatMap(({ item, comment }) => (item === indicator.key ? [comment] : [])),
      );
      const later = (revealed?.moderated ?? []).flatMap(({ item, text }) => (item === indicator.key ? [text] : []));
      return {
        ...page,
        indicator,
        words: await wordsFor(services, res, page.technology, [...comments, ...later]),
      };
    },
  );

/** A score counts from the next look on; after the last one it changes no verdict of this plan. */
function whenCounted({ technology: { plan, looks }, language: { t, format } }: TechnologyPage): string {
  const taken = looks.filter(({ plan: of }) => of === plan?.number).length;
  const next = plan?.plan.looks[taken];
  return next === undefined
    ? t("evaluation:moderation.noLook")
    : t("evaluation:moderation.nextLook", { day: format.date(next) });
}
