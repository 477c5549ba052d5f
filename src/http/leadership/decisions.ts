import type { Request, Response } from "express";
import { gates } from "../../domain/policy/policy.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { namedColumns } from "../lists/list-file.ts";
import type { ListFile, ListRow, NamedColumn } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { decisionsPath, leadershipAddress, listPath, scorecardPath } from "./address.ts";
import { decisionTable, marginFigureModel, marginTable, turnTable } from "./came.ts";
import { figureName, scopeOf } from "./figure-name.ts";
import { bands, decisionFigure, marginFigure, outcomes, rolloutFigures, turnFigures } from "./figures.ts";
import type { Figure } from "./figures.ts";
import { fates } from "../../domain/technology/manifest/countable.ts";
import { filterModel } from "./filter.ts";
import { countOf, countOfAll, groundOf } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { lateAt, totalAt, whereaboutsPart } from "./whereabouts.ts";

/** `/decision-information`: where everything is, what is late, which decisions came, and how they turned out. */
export function decisionPages(deps: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const ground = groundOf(deps, req, res);
      const { language, asked } = ground;
      const { t } = language;
      const after = queryValue(req, "after") ?? "";
      await render(
        res,
        "pages/leadership/decisions",
        {
          title: t("leadership:decisions.title"),
          section: "portfolio",
          crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
          eyebrow: scopeOf(ground),
          lead: leadOf(ground),
          revalidated: true,
        },
        {
          filter: await filterModel(ground, decisionsPath, { look: queryValue(req, "departmentFind") ?? "" }),
          where: whereaboutsPart(ground, after),
          came: decisionTable(ground),
          marginFigure: marginFigureModel(ground),
          margin: countOfAll(ground, rolloutFigures) === 0 ? null : marginTable(ground),
          turn: turnTable(ground),
          files: filesOf(leadershipAddress(decisionsPath, asked)),
          links: [{ text: t("leadership:scorecard.title"), href: leadershipAddress(scorecardPath, asked) }],
        },
      );
    },

    list(req: Request, res: Response): ListFile {
      const ground = groundOf(deps, req, res);
      return {
        name: "decision-information",
        title: ground.language.t("leadership:decisions.title"),
        columns: namedColumns(ground.language, "leadership:csv", columns),
        pages: [linesOf(ground)],
      };
    },
  };
}

/** The news of the period in one sentence. */
function leadOf(ground: Ground) {
  const { language, asked, views } = ground;
  const { t } = language;
  const where = views.portfolio.whereabouts(asked.department);
  const came = gates.flatMap((gate) => outcomes.map((outcome) => decisionFigure(gate, outcome)));
  return t.html("leadership:decisions.lead", {
    technologies: t("leadership:decisions.technologies", { count: totalAt(where) }),
    late: t("leadership:decisions.late", { count: lateAt(where) }),
    came: t("leadership:decisions.came", { count: countOfAll(ground, came) }),
  });
}

const columns: readonly NamedColumn[] = [
  { name: "scope" },
  { name: "from", holds: "day" },
  { name: "to", holds: "day" },
  { name: "what" },
  { name: "number", holds: "number" },
  { name: "list" },
];

/** Every number of the page, one a line. */
function linesOf(ground: Ground): readonly ListRow[] {
  const { language, asked, views, rules } = ground;
  const { t } = language;
  const where = views.portfolio.whereabouts(asked.department);
  const scope = [scopeOf(ground)[0] ?? "", asked.period.from, asked.period.to];
  const standing = stages.flatMap((stage) =>
    tiers.map((tier) => [
      ...scope,
      t("leadership:csv.place", {
        stage: t(`words:stage.${stage}`),
        tier: t("words:impactTier", { tier: t(`words:tier.${tier}`) }),
      }),
      totalAt(where, stage, tier),
      "",
    ]),
  );
  const late = stages.map((stage) => [
    ...scope,
    t("leadership:csv.late", { stage: t(`words:stage.${stage}`) }),
    lateAt(where, stage),
    "",
  ]);
  const figures: readonly Figure[] = [
    ...gates.flatMap((gate) => outcomes.map((outcome) => decisionFigure(gate, outcome))),
    ...bands.flatMap((band) => fates.map((fate) => marginFigure(band, fate, rules))),
    ...rolloutFigures,
    ...turnFigures("waiver"),
    ...turnFigures("voice"),
  ];
  const counted = figures.map((figure) => [
    ...scope,
    figureName(language, figure),
    countOf(ground, figure),
    leadershipAddress(listPath, asked, { figure: figure.key }),
  ]);
  return [...standing, ...late, ...counted];
}
