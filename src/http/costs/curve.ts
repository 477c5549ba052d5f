import { beginningOf, endIfAsLate, plannedCurve } from "../../domain/costs/curve.ts";
import { isKnown } from "../../domain/costs/figure.ts";
import { plannedBy } from "../../domain/costs/work-package.ts";
import { earnedIn, reportsOn, spentIn, standingBy } from "../../domain/technology/state/cost-standing.ts";
import type { CostStanding } from "../../domain/technology/state/cost-standing.ts";
import type { CostReport, LockedCostPlan } from "../../domain/technology/state/costs.ts";
import type { Day } from "../../domain/words/text.ts";
import { costCurve, costLegend } from "../charts/cost-curve.ts";
import type { CostPoint } from "../charts/cost-curve.ts";
import { withDownloads } from "../charts/downloads.ts";
import { costFigure, latenessText, money } from "../say/cost.ts";
import type { FigureModel, TableModel } from "../view/components.ts";
import type { CostsPage } from "./costs-page.ts";

/** Planned value, work done and cost, drawn over the days, with where the cost is going; the table says the same. */
export function curveFigure(page: CostsPage, plan: LockedCostPlan): FigureModel {
  const { language, technology, row } = page;
  const { t, format } = language;
  const { packages } = plan.plan;
  const reports = reportsOn(technology, plan);
  const standing = standingBy(plan, reports);
  const title = standing === null ? t("costs:curve.planned") : findingOf(page, standing);
  const from = pointAt(beginningOf(packages), 0);
  const along = (of: (report: CostReport) => number): readonly CostPoint[] =>
    reports.length === 0 ? [] : [from, ...reports.map((report) => pointAt(report.asOf, of(report)))];
  const planned = plannedCurve(packages).map(({ day, money: value }) => pointAt(day, value));
  return withDownloads(`${row.slug}-costs`, {
    title,
    sub: t("costs:curve.unit", { currency: plan.currency }),
    chart: costCurve({
      label: title,
      planned,
      earned: along((report) => earnedIn(packages, report)),
      spent: along((report) => spentIn(packages, report)),
      estimate: estimateAt(page, plan, standing),
      asOf:
        standing === null
          ? null
          : { day: Date.parse(standing.asOf), text: t("costs:curve.asOf", { day: format.date(standing.asOf) }) },
      ticks: ticksOf(planned, (day) => format.date(day)),
      money: (value) => format.number(value),
    }),
    legend: costLegend({
      planned: t("costs:figure.PV"),
      earned: t("costs:figure.EV"),
      spent: t("costs:figure.AC"),
      estimate: t("costs:curve.forecast"),
    }),
    notes: [t("costs:curve.note")],
    table: curveTable(page, plan, reports),
  });
}

const pointAt = (day: Day, value: number): CostPoint => [Date.parse(day), value];

function findingOf({ language }: CostsPage, standing: CostStanding): string {
  const { t, format } = language;
  return t("costs:curve.finding", {
    share: format.percent(standing.earned / standing.budget, 0),
    spent: format.percent(standing.spent / standing.budget, 0),
    late: latenessText(language, standing.daysLate),
  });
}

/** All work done, there is nothing to forecast. */
function estimateAt({ language }: CostsPage, { plan }: LockedCostPlan, standing: CostStanding | null) {
  if (standing === null || standing.done || !isKnown(standing.estimate)) return null;
  const day = endIfAsLate(plan.packages, standing.daysLate, standing.asOf);
  const text = language.t("costs:curve.estimate", { money: money(language, standing.estimate.value) });
  return { at: pointAt(day, standing.estimate.value), text };
}

/** Both ends and the middle: more would not fit a narrow page. */
function ticksOf(planned: readonly CostPoint[], say: (day: Day) => string) {
  const [first, last] = [planned[0]?.[0] ?? 0, planned.at(-1)?.[0] ?? 0];
  return [first, last].map((at) => ({ at, text: say(new Date(at).toISOString().slice(0, 10)) }));
}

function curveTable({ language }: CostsPage, plan: LockedCostPlan, reports: readonly CostReport[]): TableModel {
  const { t, format } = language;
  const { packages } = plan.plan;
  return {
    caption: t("costs:curve.table"),
    columns: [
      { label: t("costs:column.day") },
      ...["PV", "EV", "AC"].map((name) => ({ label: t(`costs:figure.${name}`), num: true })),
      { label: t("costs:figure.CPI"), num: true },
      { label: t("costs:figure.SPI"), num: true },
      { label: t("costs:figure.late"), num: true },
      { label: t("costs:column.estimate"), num: true },
    ],
    rows: reports.flatMap((report, i) => {
      const standing = standingBy(plan, reports.slice(0, i + 1));
      if (standing === null) return [];
      const figures = [
        money(language, plannedBy(packages, report.asOf)),
        money(language, standing.earned),
        money(language, standing.spent),
        costFigure(language, standing.costIndex, (value) => format.number(value, 2)),
        costFigure(language, standing.scheduleIndex, (value) => format.number(value, 2)),
        latenessText(language, standing.daysLate),
        costFigure(language, standing.estimate, (value) => money(language, value)),
      ];
      return [
        {
          cells: [
            { content: format.date(report.asOf), header: true },
            ...figures.map((content) => ({ content, num: true as const })),
          ],
        },
      ];
    }),
  };
}
