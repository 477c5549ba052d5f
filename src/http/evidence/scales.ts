import type { EvidenceKind } from "../../domain/evidence/kinds.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import type { ScaleGroupStatistics, Statistics } from "../../domain/evidence/statistics.ts";
import { ofScale } from "../../domain/measures/satisfaction.ts";
import { meanObserved } from "../../domain/measures/observed.ts";
import { poolSummaries } from "../../domain/statistics/means.ts";
import type { Summary } from "../../domain/statistics/means.ts";
import { withDownloads } from "../charts/downloads.ts";
import { intervalList, intervalTable } from "../charts/interval-list.ts";
import type { IntervalRow } from "../charts/interval-list.ts";
import { unknownText } from "../say/indicator.ts";
import { boundsText, figureText } from "../say/figure.ts";
import { floorNote, moreGroups, pooledGroups, stateAgainst } from "./groups.ts";
import { drawnPieces, indicatorOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

type ScaleKind = Extract<EvidenceKind & Measure, "umux-lite" | "seq" | "satisfaction">;
interface Part {
  readonly n: number;
  readonly mean?: number;
  readonly sd?: number;
  readonly groups: readonly ScaleGroupStatistics[];
}

/** The ends of each scale and where its axis is marked. */
const scales: {
  readonly [K in ScaleKind]: { readonly ends: readonly [number, number]; readonly ticks: readonly number[] };
} = {
  "umux-lite": { ends: [0, 100], ticks: [0, 25, 50, 75, 100] },
  seq: { ends: [1, 7], ticks: [1, 2, 3, 4, 5, 6, 7] },
  satisfaction: { ends: [0, 100], ticks: [0, 25, 50, 75, 100] },
};

export const umuxLiteSection = (page: EvidencePage): EvidenceSection | null => scaleSection(page, "umux-lite");
export const seqSection = (page: EvidencePage): EvidenceSection | null => scaleSection(page, "seq");
export const satisfactionSection = (page: EvidencePage): EvidenceSection | null => scaleSection(page, "satisfaction");

/** The mean of all and of each group on one scale; a group under the minimum stands with its n alone. */
function scaleSection(page: EvidencePage, kind: ScaleKind): EvidenceSection | null {
  const { language, policy, row } = page;
  const { t } = language;
  const { pieces, expired } = drawnPieces(page, kind);
  const parts = pieces.flatMap(({ statistics }) => partOf(statistics, kind));
  if (parts.length === 0) return null;
  const indicator = indicatorOf(page, kind);
  const groups = pooledGroups(page, pieces, (statistics) => partOf(statistics, kind).flatMap((part) => part.groups));
  const people = parts.reduce((sum, { n }) => sum + n, 0);
  const rows = [
    rowOf(page, kind, t("evidence:all"), parts.flatMap(summaryOf), people),
    ...groups.first.map((group) => rowOf(page, kind, group.name, group.parts.flatMap(summaryOf), group.people)),
  ];
  const name = t(`words:kind.${kind}`);
  const title =
    indicator?.measured === undefined
      ? t("evidence:scale.unknown", {
          name,
          reason: indicator === undefined ? t("evidence:tasks.notAsked") : unknownText(language, indicator),
        })
      : t("evidence:scale.found", {
          name,
          mean: figureText(language, kind, indicator.measured.estimate, { beside: indicator.floor }),
        });
  const [min, max] = scales[kind].ends;
  const axis = { ticks: scales[kind].ticks.map((at) => ({ at, text: String(at) })), min, max };
  return {
    id: kind,
    title,
    aside: t("evidence:scale.answers", { count: people }),
    figure: withDownloads(`${row.slug}-${kind}`, {
      chart: intervalList({ rows, axis }),
      table: intervalTable(t, title, { rows, axis }),
      notes: [
        t(`evidence:scale.about.${kind}`),
        ...floorNote(page, kind),
        ...moreGroups(language, groups),
        ...(groups.first.length === 0 ? [] : [t("evidence:tasks.small", { minimum: policy.minimumGroup })]),
        ...(expired ? [t("evidence:expiredFigures")] : []),
      ],
    }),
  };
}

/** Ratings on whatever scale they were given, 0–100 of it; questionnaires in their own unit. */
function partOf(statistics: Statistics, kind: ScaleKind): Part[] {
  if (statistics.kind !== kind) return [];
  if (statistics.kind !== "satisfaction") return [statistics];
  const { responses, mean, sd, groups } = statistics;
  return [
    {
      ...ofScale(statistics, { n: responses, mean, ...(sd === undefined ? {} : { sd }) }),
      groups: groups.map((group) => ({
        ...(group.mean === undefined ? { n: group.n } : ofScale(statistics, { ...group, mean: group.mean })),
        group: group.group,
      })),
    },
  ];
}

const summaryOf = ({ n, mean, sd }: Omit<Part, "groups">): Summary[] =>
  mean === undefined ? [] : [{ n, mean, ...(sd !== undefined && { sd }) }];

function rowOf(
  page: EvidencePage,
  kind: ScaleKind,
  name: string,
  parts: readonly Summary[],
  people: number,
): IntervalRow {
  const { language, confidence } = page;
  const { t, format } = language;
  const sub = t("charts:sus.n", { n: format.number(people) });
  const pooled = poolSummaries(parts);
  if (pooled === undefined)
    return { name, sub, level: "plain", mark: { state: "none" }, value: t("evidence:tooSmall") };
  const value = figureText(language, kind, pooled.mean, { beside: indicatorOf(page, kind)?.floor });
  // A mean without its spread is a point that nothing bounds.
  if (pooled.n < 2 || pooled.sd === undefined)
    return { name, sub, level: "plain", mark: { state: "none" }, value: t("evidence:scale.point", { mean: value }) };
  const [min, max] = scales[kind].ends;
  const observed = meanObserved(pooled, "respondents", { range: [min, max] });
  const [lower, upper] = [observed.lower(confidence) ?? min, observed.upper(confidence) ?? max];
  const floor = indicatorOf(page, kind)?.floor;
  const state = stateAgainst({ lower, upper }, floor);
  return {
    name,
    sub,
    level: "plain",
    mark: { state, lower, estimate: pooled.mean, upper, floor, min, max },
    value,
    bounds: boundsText(language, kind, [lower, upper], { beside: floor }),
  };
}
