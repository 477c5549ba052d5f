import type { Request, Response } from "express";
import { actionsFor } from "../../application/gate.ts";
import type { Agreement } from "../../domain/technology/state/events.ts";
import type { Technology } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio-types.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { render } from "../page.ts";
import { indicatorName } from "../say/condition.ts";
import { departmentName } from "../say/department.ts";
import { textShown } from "../say/text.ts";
import { theTechnology } from "../statement.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";
import { languageOf, personOf } from "../visitor.ts";
import { wordsFor } from "../words.ts";
import { sheetsTable } from "./sheets.ts";

/** The evaluation: who scores, who has submitted, and, only after the reveal, what they said. */
export function evaluationPages({ services, people }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const row = await theTechnology(services, req);
      const technology = (await services.views.technologyState(row.id)) ?? notFound();
      const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
      const language = languageOf(res);
      const { t, format } = language;
      const person = personOf(res);
      const open = await actionsFor(services, row.id, person);
      const { evaluation } = technology;
      const evaluators = evaluation?.evaluators ?? [];
      const seesNames =
        person.roles.includes("approver") || person.roles.includes("auditor") || person.roles.includes("administrator");
      const names = seesNames ? await people.names(evaluators.map((one) => one.person)) : new Map<string, string>();
      const words = await wordsFor(services, res, technology, digestsOf(technology));
      const revealed = evaluation?.revealed ?? null;
      const submitted = evaluators.filter(({ state }) => state === "submitted").length;
      const active = evaluators.filter(({ state }) => state === "submitted" || state === "assigned").length;
      const base = `/technologies/${row.slug}/evaluation`;
      await render(
        res,
        "pages/evaluation/evaluation",
        {
          title: t("evaluation:title", { name: row.name }),
          section: "portfolio",
          crumbs: crumbsOf(t, row),
          eyebrow: [
            departmentName(language, services.views.departments.all(), row.department),
            ...(evaluation === null
              ? []
              : [
                  t("evaluation:round", { round: evaluation.round }),
                  ...(revealed === null ? [t("evaluation:due", { day: format.date(evaluation.dueOn) })] : []),
                ]),
          ],
          lead:
            evaluation === null
              ? t("evaluation:lead.none", { needed: policy.tiers[technology.tier].minimumEvaluators })
              : revealed === null
                ? t.html("evaluation:lead.blind", { submitted, count: active })
                : t.html("evaluation:lead.revealed", { count: revealed.sheets.length, day: format.date(revealed.at) }),
        },
        {
          blind: evaluation !== null && revealed === null,
          evaluators: evaluators.map((one) => ({
            letter: t("gate:margin.evaluator", { letter: one.letter }),
            name: one.person === person.id ? t("evaluation:you") : (names.get(one.person) ?? ""),
            interest: t(`evaluation:interest.${one.interest}`),
            tag: tag(
              t,
              one.state === "submitted" ? "met" : one.state === "assigned" ? "waits" : "withdrawn",
              t(`evaluation:state.${one.state}`),
            ),
            release:
              one.state === "assigned" && open.includes("ReleaseEvaluator") ? `${base}/releases/${one.letter}` : null,
          })),
          empty:
            evaluators.length > 0
              ? null
              : {
                  title: t("evaluation:empty.title"),
                  text: t("evaluation:empty.text", { needed: policy.tiers[technology.tier].minimumEvaluators }),
                },
          sheets: revealed === null ? null : sheetsTable(language, policy, technology, words),
          agreement: revealed === null ? null : agreementText(language, revealed.agreement),
          moderate: (revealed?.moderate ?? []).map((item) => ({
            name: indicatorName(language, policy, item),
            state: t("evaluation:moderation.restated", {
              done: restatedBy(technology, item),
              count: revealed?.sheets.length ?? 0,
            }),
            href: open.includes("ModerateScore") ? `${base}/moderations/${item}` : null,
          })),
          dissents: technology.dissents.map((dissent) => textShown(language, words.get(dissent.text))),
          links: linksOf(language, base, open),
          past:
            technology.pastEvaluations.length === 0
              ? null
              : t("evaluation:past", { count: technology.pastEvaluations.length }),
        },
      );
    },
  };
}

export const crumbsOf = (t: (key: string) => string, row: PortfolioRow) => [
  { text: t("portfolio:title"), href: "/technologies" },
  { text: row.name, href: `/technologies/${row.slug}` },
  { text: t("evaluation:crumb"), href: `/technologies/${row.slug}/evaluation` },
];

const restatedBy = ({ evaluation }: Technology, item: string): number =>
  evaluation?.revealed?.moderated.filter((one) => one.item === item).flatMap(({ scores }) => scores).length ?? 0;

const digestsOf = ({ evaluation, dissents }: Technology): string[] => [
  ...dissents.map(({ text }) => text),
  ...(evaluation?.revealed?.sheets.flatMap(({ items }) => items.map(({ comment }) => comment)) ?? []),
  ...(evaluation?.revealed?.moderated.map(({ text }) => text) ?? []),
];

function linksOf({ t }: Language, base: string, open: readonly string[]): LinkModel[] {
  const places = [
    ["AssignEvaluators", "evaluators"],
    ["DeclareInterest", "interest"],
    ["SubmitScores", "scores"],
    ["RecordDissent", "dissent"],
  ] as const;
  return places
    .filter(([command]) => open.includes(command))
    .map(([command, place]) => ({ text: t(`evaluation:link.${command}`), href: `${base}/${place}` }));
}

/** Which figure the level rests on, the other ones beside it. */
function agreementText({ t, format }: Language, { alpha, ac2, raw, level }: Agreement): string {
  const figure = (value: number | null): string => (value === null ? "–" : format.number(value, 2));
  const by = ac2 === undefined || level === "undefined" ? "agreement" : "agreementAc2";
  return t(`evaluation:${by}.${level}`, {
    alpha: figure(alpha),
    ac2: figure(ac2 ?? null),
    raw: raw === null ? "–" : format.percent(raw, 0),
  });
}
