import { estimateRules } from "../../domain/costs/earned-value.ts";
import type { EarnedValue } from "../../domain/costs/earned-value.ts";
import type { Figure } from "../../domain/costs/figure.ts";
import { costPlanOf, costWarnings, reportsOn, standingBy } from "../../domain/technology/state/cost-standing.ts";
import type { CostStanding } from "../../domain/technology/state/cost-standing.ts";
import { workParts } from "../../domain/technology/state/costs.ts";
import { costFigure, latenessText, money } from "../say/cost.ts";
import type { CellModel, TableModel, TagModel } from "../view/components.ts";
import { tag } from "../view/tag.ts";
import type { CostsPage } from "./costs-page.ts";

type Column = { readonly label: string; readonly standing: CostStanding };

/** Every figure of the newest report, of all the work and of each part of it. */
export function figuresTable(page: CostsPage): TableModel | null {
  const { language } = page;
  const { t } = language;
  const columns = columnsOf(page);
  if (columns.length === 0) return null;
  return {
    caption: t("costs:figures.title"),
    columns: [{ label: t("costs:figures.figure") }, ...columns.map(({ label }) => ({ label, num: true }))],
    rows: rowsOf(page, columns).map(({ name, cells }) => ({
      cells: [
        { content: t(`costs:figure.${name}`), header: true, sub: t(`costs:means.${name}`) },
        ...cells.map((content): CellModel => ({ content, num: true })),
      ],
    })),
  };
}

/** All of it, then its parts where there is more than one. */
function columnsOf({ technology, language: { t } }: CostsPage): readonly Column[] {
  const plan = costPlanOf(technology);
  if (plan === null) return [];
  const reports = reportsOn(technology, plan);
  const column = (label: string, standing: CostStanding | null): readonly Column[] =>
    standing === null ? [] : [{ label, standing }];
  const parts = workParts.flatMap((part) => column(t(`costs:part.${part}`), standingBy(plan, reports, part)));
  return [...column(t("costs:figures.all"), standingBy(plan, reports)), ...(parts.length > 1 ? parts : [])];
}

function rowsOf(page: CostsPage, columns: readonly Column[]) {
  const { language } = page;
  const { format } = language;
  const sum = (name: string, of: (value: EarnedValue) => number) =>
    row(name, (standing) => money(language, of(standing)));
  const figure = (name: string, of: (value: EarnedValue) => Figure) =>
    row(name, (standing) => costFigure(language, of(standing), (value) => money(language, value)));
  const index = (name: string, of: (value: EarnedValue) => Figure) =>
    row(name, (standing) => costFigure(language, of(standing), (value) => format.number(value, 2)));
  return [
    sum("BAC", ({ budget }) => budget),
    sum("PV", ({ planned }) => planned),
    sum("EV", ({ earned }) => earned),
    sum("AC", ({ spent }) => spent),
    sum("CV", ({ costVariance }) => costVariance),
    sum("SV", ({ scheduleVariance }) => scheduleVariance),
    index("CPI", ({ costIndex }) => costIndex),
    index("SPI", ({ scheduleIndex }) => scheduleIndex),
    row("late", ({ daysLate }) => latenessText(language, daysLate)),
    ...estimateRules.map((rule) => figure(`EAC-${rule}`, ({ estimates }) => estimates[rule])),
    figure("ETC", ({ toComplete }) => toComplete),
    figure("VAC", ({ varianceAtEnd }) => varianceAtEnd),
    index("TCPI", ({ indexToBudget }) => indexToBudget),
    index("TCPI-EAC", ({ indexToEstimate }) => indexToEstimate),
  ];

  function row(name: string, say: (standing: CostStanding) => string) {
    return { name, cells: columns.map(({ standing }) => say(standing)) };
  }
}

/** What of the newest report warns, with the limit of the policy. */
export function warningModels({ language: { t, format }, policy }: CostsPage, standing: CostStanding) {
  const { costIndexWarns, scheduleIndexWarns } = policy.safeguards.costs;
  const limits = { cost: costIndexWarns, schedule: scheduleIndexWarns };
  return costWarnings(standing, policy).map((which): { readonly tag: TagModel; readonly text: string } => ({
    tag: tag(t, "unmet", t(`costs:warns.${which}Word`)),
    text: t(`costs:warns.${which}`, { limit: format.number(limits[which], 2) }),
  }));
}
