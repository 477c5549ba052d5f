import { stages } from "../../domain/technology/state/stage.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { Whereabouts } from "../../projections/portfolio/whereabouts.ts";
import { stackedBars } from "../charts/stacked-bars.ts";
import { departmentName } from "../say/department.ts";
import type { CellModel, FigureModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { decisionsPath, leadershipAddress, tierPath } from "./address.ts";
import { departmentPager, departmentsAfter } from "./departments.ts";
import { within } from "./ground.ts";
import type { Ground } from "./ground.ts";

const pageSize = 25;

/** Where everything is by stage and tier, and what of it is late; then the same by department. */
export function whereaboutsPart(ground: Ground, after: string) {
  const { views, asked } = ground;
  const where = views.portfolio.whereabouts(asked.department);
  return {
    figure: stageFigure(ground, where),
    stages: stageTable(ground, where),
    departments: asked.department === null && ground.departments.length > 0 ? departmentTable(ground, after) : null,
    pager: asked.department === null ? departmentPager(ground, decisionsPath, after, pageSize) : null,
  };
}

export const totalAt = ({ places }: Whereabouts, stage?: Stage, tier?: Tier): number =>
  places
    .filter((place) => (stage === undefined || place.stage === stage) && (tier === undefined || place.tier === tier))
    .reduce((sum, { amount }) => sum + amount, 0);

export const lateAt = ({ late }: Whereabouts, stage?: Stage): number =>
  late.filter((place) => stage === undefined || place.stage === stage).reduce((sum, { amount }) => sum + amount, 0);

/** Stages where something is, and those that everything goes through. */
const stagesOf = (where: Whereabouts): readonly Stage[] =>
  stages.filter((stage, rank) => rank < stages.indexOf("retired") || totalAt(where, stage) > 0);

/** Of the portfolio; a tier has a list of its own, since the portfolio's filter by tier means what waits. */
function listOf({ asked }: Ground, stage: Stage | null, tier: Tier | null): string {
  if (tier !== null) return leadershipAddress(tierPath, asked, { tier, stage });
  return portfolioAddress({ stage, department: asked.department });
}

function portfolioAddress(query: Readonly<Record<string, string | null>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
  return `/technologies?${new URLSearchParams(pairs).toString()}`;
}

function numberCell({ language }: Ground, count: number, address: string): CellModel {
  const figured = language.format.number(count);
  return { content: count === 0 ? figured : html`<a href="${address}">${figured}</a>`, num: true };
}

const lateCell = (ground: Ground, where: Whereabouts, stage: Stage | null): CellModel =>
  numberCell(
    ground,
    lateAt(where, stage ?? undefined),
    portfolioAddress({ stage, department: ground.asked.department, state: "late" }),
  );

function stageFigure(ground: Ground, where: Whereabouts): FigureModel {
  const { t, format } = ground.language;
  return {
    title: t("leadership:where.chart", { count: totalAt(where) }),
    chart: stackedBars(
      stagesOf(where).map((stage) => {
        const count = totalAt(where, stage);
        return {
          name: t(`words:stage.${stage}`),
          parts: [{ style: "plain", amount: count }],
          value: format.number(count),
          label: t("leadership:where.bar", { stage: t(`words:stage.${stage}`), count }),
        };
      }),
    ),
  };
}

function stageTable(ground: Ground, where: Whereabouts): TableModel {
  const { t } = ground.language;
  const row = (stage: Stage | null) => ({
    cells: [
      { content: stage === null ? t("leadership:where.together") : t(`words:stage.${stage}`), header: true },
      ...tiers.map((tier) => numberCell(ground, totalAt(where, stage ?? undefined, tier), listOf(ground, stage, tier))),
      numberCell(ground, totalAt(where, stage ?? undefined), listOf(ground, stage, null)),
      lateCell(ground, where, stage),
    ],
  });
  return {
    caption: t("leadership:where.stages"),
    columns: [
      { label: t("leadership:where.stage") },
      ...tiers.map((tier) => ({ label: t("words:impactTier", { tier: t(`words:tier.${tier}`) }), num: true })),
      { label: t("leadership:where.together"), num: true },
      { label: t("leadership:where.late"), num: true },
    ],
    rows: [...stagesOf(where).map(row), row(null)],
  };
}

const live = ["proposed", "piloting", "evaluating", "rolling-out", "adopted"] as const;

function departmentTable(ground: Ground, after: string): TableModel {
  const { language, departments, views } = ground;
  const { t } = language;
  return {
    caption: t("leadership:where.departments"),
    columns: [
      { label: t("leadership:filter.department") },
      ...live.map((stage) => ({ label: t(`words:stage.${stage}`), num: true })),
      { label: t("leadership:where.late"), num: true },
    ],
    rows: departmentsAfter(ground, after)
      .slice(0, pageSize)
      .map(({ key }) => {
        const own = within(ground, key);
        const where = views.portfolio.whereabouts(key);
        const page = leadershipAddress(decisionsPath, own.asked);
        return {
          cells: [
            { content: html`<a href="${page}">${departmentName(language, departments, key)}</a>`, header: true },
            ...live.map((stage) => numberCell(own, totalAt(where, stage), listOf(own, stage, null))),
            lateCell(own, where, null),
          ],
        };
      }),
  };
}
