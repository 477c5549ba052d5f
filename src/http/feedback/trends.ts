import { mondayOf, trendsOf, trendWeeks } from "../../domain/feedback/trend.ts";
import type { Trend } from "../../domain/feedback/trend.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { addDays } from "../../domain/words/days.ts";
import type { FeedbackWeek } from "../../projections/feedback/types.ts";
import { barLegend, stackedBars } from "../charts/stacked-bars.ts";
import type { FigureModel, TableModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { tag } from "../view/tag.ts";

/** Weeks that are drawn, the one that runs among them. */
const drawn = 13;

export type TrendModel = {
  readonly figure: FigureModel;
  readonly rule: string;
  readonly table: TableModel;
  readonly turned: readonly { readonly tag: ReturnType<typeof tag>; readonly text: string }[];
};

/** How much is written week by week, and where it has clearly become more; null before anybody wrote. */
export function trendModel(
  language: Language,
  weeks: readonly FeedbackWeek[],
  { safeguards: { feedback: rules } }: Policy,
  today: string,
): TrendModel | null {
  if (weeks.length === 0) return null;
  const { t, format } = language;
  const trends = trendsOf(weeks, rules, today);
  return {
    figure: figureOf(language, weeks, today),
    rule: t("feedback:trend.rule", {
      weeks: trendWeeks,
      least: rules.trendLeast,
      confidence: format.percent(rules.trendConfidence),
    }),
    turned: trends
      .filter(({ verdict }) => verdict === "more")
      .map((trend) => ({
        tag: tag(t, "drifted", t("feedback:trend.verdict.more")),
        text: t("feedback:trend.turned", {
          where: whereOf(language, trend),
          before: trend.before,
          recent: trend.recent,
        }),
      })),
    table: trendTable(language, weeks, trends),
  };
}

export const whereOf = ({ t }: Pick<Language, "t">, { place, group }: Pick<Trend, "place" | "group">): string =>
  place !== null
    ? t("feedback:trend.place", { place })
    : group !== null
      ? t("feedback:trend.group", { group })
      : t("feedback:trend.everywhere");

function figureOf(language: Language, weeks: readonly FeedbackWeek[], today: string): FigureModel {
  const { t, format } = language;
  const first = addDays(mondayOf(today), -7 * (drawn - 1));
  const mondays = Array.from({ length: drawn }, (_, i) => addDays(first, 7 * i));
  const rows = mondays.map((monday) => {
    const of = weeks.filter(({ week }) => week === monday);
    const count = of.reduce((sum, week) => sum + week.count, 0);
    const severe = of.reduce((sum, week) => sum + week.severe, 0);
    return { day: format.date(monday), count, severe };
  });
  return {
    title: t("feedback:trend.title"),
    chart: stackedBars(
      rows.map(({ day, count, severe }) => ({
        name: day,
        parts: [
          { style: "badly", amount: severe },
          { style: "plain", amount: count - severe },
        ],
        value: format.number(count),
        label: t("feedback:trend.week", { day, count, severe }),
      })),
    ),
    legend: barLegend([
      ["badly", t("words:feedbackSeverity.severe")],
      ["plain", t("feedback:trend.others")],
    ]),
    table: {
      caption: t("feedback:trend.title"),
      columns: [
        { label: t("feedback:trend.column.week") },
        { label: t("feedback:trend.column.count"), num: true },
        { label: t("feedback:trend.column.severe"), num: true },
      ],
      rows: rows.map(({ day, count, severe }) => ({
        cells: [
          { content: day, header: true },
          { content: format.number(count), num: true },
          { content: format.number(severe), num: true },
        ],
      })),
    },
  };
}

/** Of the half year: all, by place, by group, with the share of severe ones. */
function trendTable(language: Language, weeks: readonly FeedbackWeek[], trends: readonly Trend[]): TableModel {
  const { t, format } = language;
  return {
    caption: t("feedback:trend.table"),
    columns: ["where", "before", "recent", "severe", "verdict"].map((name, i) => ({
      label: t(`feedback:trend.column.${name}`),
      num: i > 0 && i < 4,
    })),
    rows: trends.map((trend) => {
      const of = weeks.filter(
        ({ place, group }) =>
          (trend.place === null || place === trend.place) && (trend.group === null || group === trend.group),
      );
      const count = of.reduce((sum, week) => sum + week.count, 0);
      const severe = of.reduce((sum, week) => sum + week.severe, 0);
      return {
        cells: [
          { content: whereOf(language, trend), header: true },
          { content: format.number(trend.before), num: true },
          { content: format.number(trend.recent), num: true },
          { content: t("feedback:trend.of", { severe, count }), num: true },
          { content: t(`feedback:trend.verdict.${trend.verdict}`) },
        ],
      };
    }),
  };
}
