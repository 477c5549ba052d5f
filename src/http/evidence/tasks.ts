import type { Clustered } from "../../domain/evidence/statistics.ts";
import { attemptsObserved } from "../../domain/measures/observed.ts";
import { poolClusters } from "../../domain/statistics/clustered.ts";
import { withDownloads } from "../charts/downloads.ts";
import { intervalList, intervalTable } from "../charts/interval-list.ts";
import type { IntervalRow } from "../charts/interval-list.ts";
import { unknownText } from "../say/indicator.ts";
import { boundsText, figureText } from "../say/figure.ts";
import { floorNote, moreGroups, pooledGroups, stateAgainst } from "./groups.ts";
import { drawnPieces, indicatorOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

/** Attempts that ended in success, of all and of each group; the participants are the clusters. */
export function tasksSection(page: EvidencePage): EvidenceSection | null {
  const { language, policy, row } = page;
  const { t } = language;
  const { pieces, expired } = drawnPieces(page, "tasks");
  const parts = pieces.flatMap(({ statistics: s }) => (s.kind === "tasks" ? [s] : []));
  if (parts.length === 0) return null;
  const indicator = indicatorOf(page, "task-success");
  const groups = pooledGroups(page, pieces, (s) => (s.kind === "tasks" ? s.groups : []));
  const all = rowOf(
    page,
    t("evidence:all"),
    parts.map(({ succeeded }) => succeeded),
  );
  const rows = groups.first.map(({ name, people, parts: own }) =>
    rowOf(
      page,
      name,
      own.flatMap(({ succeeded }) => succeeded ?? []),
      people,
    ),
  );
  const total = poolClusters(parts.map(({ succeeded }) => succeeded));
  const title =
    indicator === undefined || indicator.measured === undefined
      ? t("evidence:tasks.unknown", {
          reason: indicator === undefined ? t("evidence:tasks.notAsked") : unknownText(language, indicator),
        })
      : t("evidence:tasks.found", {
          figure: figureText(language, "task-success", indicator.measured.estimate, {
            beside: indicator.floor,
            least: 0,
          }),
        });
  const model = { rows: [all, ...rows], axis: { ticks, min: 0, max: 1 } };
  return {
    id: "tasks",
    title,
    aside: t("evidence:tasks.attempts", { count: total.trials, participants: total.clusters }),
    figure: withDownloads(`${row.slug}-tasks`, {
      chart: intervalList(model),
      table: intervalTable(t, title, model),
      notes: [
        ...floorNote(page, "task-success"),
        t("evidence:tasks.sample"),
        ...moreGroups(language, groups),
        ...(rows.length === 0 ? [] : [t("evidence:tasks.small", { minimum: policy.minimumGroup })]),
        ...(expired ? [t("evidence:expiredFigures")] : []),
      ],
    }),
  };
}

const ticks = [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, text: String(at * 100) }));

function rowOf(page: EvidencePage, name: string, parts: readonly Clustered[], people = 0): IntervalRow {
  const { language, confidence } = page;
  const { t, format } = language;
  const pooled = poolClusters(parts);
  const sub = t("charts:sus.n", { n: format.number(Math.max(pooled.clusters, people)) });
  if (pooled.clusters < 2) return { name, sub, level: "plain", mark: { state: "none" }, value: t("evidence:tooSmall") };
  const observed = attemptsObserved(pooled);
  const [lower, upper] = [observed.lower(confidence) ?? 0, observed.upper(confidence) ?? 1];
  const floor = indicatorOf(page, "task-success")?.floor;
  return {
    name,
    sub,
    level: "plain",
    mark: {
      state: stateAgainst({ lower, upper }, floor),
      lower,
      estimate: observed.estimate,
      upper,
      floor,
      min: 0,
      max: 1,
    },
    value: figureText(language, "task-success", observed.estimate, { beside: floor, least: 0 }),
    bounds: boundsText(language, "task-success", [lower, upper], { beside: floor, least: 0 }),
  };
}
