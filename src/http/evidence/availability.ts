import type { ServiceStatistics } from "../../domain/evidence/statistics.ts";
import { availabilityObserved } from "../../domain/measures/observed.ts";
import { restoreTime } from "../../domain/measures/restore-time.ts";
import type { Renewal } from "../../domain/statistics/availability.ts";
import { poolOutages } from "../../domain/measures/pool-outages.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { Day } from "../../domain/words/text.ts";
import { withDownloads } from "../charts/downloads.ts";
import { strips, stripLegend, stripTable } from "../charts/strip.ts";
import type { StripRow } from "../charts/strip.ts";
import { unknownText } from "../say/indicator.ts";
import { figureText } from "../say/figure.ts";
import { daysBetween, stripDays } from "./days.ts";
import { drawnPieces, indicatorOf } from "./page.ts";
import type { Language } from "../view/languages.ts";
import type { EvidenceFigures } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

/** A strip for each service the plan names, all over the same days, pieces pooled. */
export function availabilitySection(page: EvidenceFigures): EvidenceSection | null {
  const { language, timeZone, technology, row } = page;
  const { t, format } = language;
  const { pieces, expired } = drawnPieces(page, "availability");
  const statistics = pieces.flatMap(({ statistics: s }) => (s.kind === "availability" ? [s] : []));
  const parts = statistics.flatMap(({ services }) => services);
  const days = daysBetween(parts, timeZone);
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const rows = (technology.plan?.plan.services ?? []).map((name) =>
    rowOf(
      page,
      name,
      parts.filter(({ service }) => service === name),
      days,
    ),
  );
  const title = titleOf(page, indicatorOf(page, "availability"), days.length);
  const others = Math.max(0, ...statistics.map(({ otherServices }) => otherServices));
  return {
    id: "availability",
    title,
    aside: `${format.date(first)} – ${format.date(last)}`,
    figure: withDownloads(`${row.slug}-availability`, {
      chart: strips(rows, endsOf(days, format.dateShort)),
      legend: stripLegend(language),
      table: stripTable(language, title, rows),
      notes: [
        ...(others > 0 ? [t("evidence:availability.others", { count: others })] : []),
        ...(expired ? [t("evidence:expiredFigures")] : []),
      ],
    }),
  };
}

const endsOf = (days: readonly Day[], show: (day: Day) => string): string[] =>
  [...new Set([days[0], days[Math.floor(days.length / 2)], days.at(-1)])].flatMap((day) =>
    day === undefined ? [] : [show(day)],
  );

function titleOf({ language }: EvidenceFigures, indicator: IndicatorResult | undefined, days: number): string {
  const { t } = language;
  if (indicator === undefined) return t("evidence:availability.title");
  if (indicator.measured === undefined)
    return t("evidence:availability.unknown", { reason: unknownText(language, indicator) });
  const figure = figureText(language, "availability", indicator.measured.estimate, { beside: indicator.floor });
  return indicator.service === undefined
    ? t("evidence:availability.found", { figure, count: days })
    : t("evidence:availability.worst", { figure, service: indicator.service, count: days });
}

function lowerOf({ context, confidence }: EvidenceFigures, observed: Renewal, repairs: readonly number[]) {
  if (context === null) return undefined;
  const { seconds } = restoreTime(context.plan.restoreSeconds, context.drills, repairs, context.policy.restore);
  return availabilityObserved(observed, seconds).lower(confidence);
}

function rowOf(
  page: EvidenceFigures,
  name: string,
  parts: readonly ServiceStatistics[],
  days: readonly Day[],
): StripRow {
  const { language, timeZone } = page;
  const { t, format } = language;
  const bounded = parts.filter(({ outages }) => outages !== null);
  const floor = indicatorOf(page, "availability")?.floor;
  const blank = days.map((day) => ({ day, kind: "unknown" as const }));
  if (parts.length === 0)
    return {
      name,
      label: t("evidence:availability.none", { name }),
      days: blank,
      value: t("evidence:availability.noData"),
    };
  if (bounded.length === 0) {
    const value = figureText(language, "availability", totalShare(parts), { beside: floor });
    return {
      name,
      label: [name, value].join(t("common:comma")),
      days: blank,
      value,
      sub: t("indicators:unknown.totals-only"),
    };
  }
  const { outages, downSeconds: down, upSeconds: up, repairs } = poolOutages(bounded);
  const lower = lowerOf(page, { outages, down, up }, repairs);
  const value = upText(language, up + down === 0 ? 0 : up / (up + down), floor);
  const sub =
    outages === 0
      ? t("evidence:availability.noOutage")
      : t("evidence:availability.outages", { count: outages, minutes: format.number(Math.ceil(down / 60)) });
  return {
    name,
    label: [name, value, sub].join(t("common:comma")),
    days: stripDays(bounded, days, timeZone),
    value,
    ...(lower !== undefined && {
      bound: format.atLeast(figureText(language, "availability", lower, { beside: floor })),
    }),
    sub,
  };
}

/** So many digits that a service with an outage is never said to have been up all the time. */
function upText(language: Language, share: number, floor: number | undefined): string {
  const least = [2, 3, 4].find((count) => share === 1 || Number((share * 100).toFixed(count)) < 100) ?? 5;
  return figureText(language, "availability", share, { beside: floor, least });
}

/** A point without a bound, where the tool reports totals only. */
function totalShare(parts: readonly ServiceStatistics[]): number {
  const observed = parts.reduce((sum, { observedSeconds }) => sum + observedSeconds, 0);
  return observed === 0 ? 0 : 1 - parts.reduce((sum, { downSeconds }) => sum + downSeconds, 0) / observed;
}
