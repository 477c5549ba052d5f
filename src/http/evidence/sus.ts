import { meanObserved } from "../../domain/measures/observed.ts";
import { poolSummaries } from "../../domain/statistics/means.ts";
import type { Summary } from "../../domain/statistics/means.ts";
import { withDownloads } from "../charts/downloads.ts";
import { susByGroup } from "../charts/sus.ts";
import type { SusGroup } from "../charts/sus.ts";
import { unknownText } from "../say/indicator.ts";
import { boundsText, figureText } from "../say/figure.ts";
import type { TableModel } from "../view/components.ts";
import { floorNote, moreGroups, pooledGroups, stateAgainst } from "./groups.ts";
import type { PooledGroup } from "./groups.ts";
import { drawnPieces, indicatorOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

/** The mean SUS of all and of each group; a group under the minimum stands with its n alone. */
export function susSection(page: EvidencePage): EvidenceSection | null {
  const { language, policy, row } = page;
  const { t } = language;
  const { pieces, expired } = drawnPieces(page, "sus");
  const parts = pieces.flatMap(({ statistics: s }) => (s.kind === "sus" ? [s] : []));
  if (parts.length === 0) return null;
  const indicator = indicatorOf(page, "sus");
  const pooled = pooledGroups(page, pieces, (s) => (s.kind === "sus" ? s.groups : []));
  const all = barOf(page, t("evidence:all"), parts.flatMap(summaryOf));
  const drawn = pooled.first.map((group) => ({ group, bar: barOf(page, group.name, group.parts.flatMap(summaryOf)) }));
  const groups = drawn.flatMap(({ bar }) => bar ?? []);
  const small = drawn.flatMap(({ group, bar }) => (bar === null ? [group] : []));
  const bars = all === null ? groups : [all, ...groups];
  const title = titleOf(page, all, groups);
  return {
    id: "sus",
    title,
    aside: t("evidence:sus.answers", { count: parts.reduce((sum, { n }) => sum + n, 0) }),
    figure: withDownloads(`${row.slug}-sus`, {
      chart: susByGroup(language, { groups: bars, floor: indicator?.floor }),
      table: tableOf(page, title, bars, small),
      notes: [
        ...(indicator !== undefined && indicator.measured === undefined ? [unknownText(language, indicator)] : []),
        ...floorNote(page, "sus"),
        ...small.map(({ name, people }) =>
          t("evidence:sus.small", { group: name, n: people, minimum: policy.minimumGroup }),
        ),
        ...moreGroups(language, pooled),
        ...(expired ? [t("evidence:expiredFigures")] : []),
      ],
    }),
  };
}

const summaryOf = ({ n, mean, sd }: { readonly n: number; readonly mean?: number; readonly sd?: number }): Summary[] =>
  mean === undefined ? [] : [{ n, mean, ...(sd !== undefined && { sd }) }];

function barOf(page: EvidencePage, name: string, parts: readonly Summary[]): SusGroup | null {
  const { confidence, policy } = page;
  const pooled = poolSummaries(parts);
  if (pooled === undefined || pooled.n < Math.max(2, policy.minimumGroup)) return null;
  const observed = meanObserved(pooled, "respondents", { range: [0, 100] });
  const [lower, upper] = [observed.lower(confidence) ?? 0, observed.upper(confidence) ?? 100];
  const state = stateAgainst({ lower, upper }, indicatorOf(page, "sus")?.floor);
  return { name, n: pooled.n, mean: pooled.mean, lower, upper, state };
}

function titleOf(page: EvidencePage, all: SusGroup | null, groups: readonly SusGroup[]): string {
  const { language } = page;
  const { t, format } = language;
  const floor = indicatorOf(page, "sus")?.floor;
  if (all === null) return t("evidence:sus.title");
  const mean = figureText(language, "sus", all.mean, { beside: floor });
  const below = groups.filter(({ state }) => state === "unmet");
  const unsure = groups.filter(({ state }) => state === "unknown");
  const names = (list: readonly SusGroup[]): string => format.list(list.map(({ name }) => name));
  if (below.length > 0) return t("evidence:sus.below", { mean, groups: names(below) });
  if (unsure.length > 0) return t("evidence:sus.unsure", { mean, groups: names(unsure) });
  return t(groups.length > 0 ? "evidence:sus.good" : "evidence:sus.mean", { mean });
}

function tableOf(
  page: EvidencePage,
  caption: string,
  bars: readonly SusGroup[],
  small: readonly PooledGroup<unknown>[],
): TableModel {
  const { language } = page;
  const { t, format } = language;
  const beside = { beside: indicatorOf(page, "sus")?.floor };
  const num = (content: string) => ({ content, num: true });
  return {
    caption,
    columns: [
      { label: t("evidence:group") },
      { label: "n", num: true },
      { label: t("evidence:mean"), num: true },
      { label: t("charts:interval.bounds"), num: true },
      { label: t("charts:interval.state") },
    ],
    rows: [
      ...bars.map(({ name, n, mean, lower, upper, state }) => ({
        cells: [
          { content: name, header: true },
          num(format.number(n)),
          num(figureText(language, "sus", mean, beside)),
          num(boundsText(language, "sus", [lower, upper], beside)),
          { content: t(`charts:state.${state}`) },
        ],
      })),
      ...small.map(({ name, people }) => ({
        cells: [
          { content: name, header: true },
          num(format.number(people)),
          num("–"),
          num("–"),
          { content: t("evidence:tooSmall") },
        ],
      })),
    ],
  };
}
