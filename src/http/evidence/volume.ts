import { term } from "../say/term.ts";
import type { VolumeStatistics } from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { withDownloads } from "../charts/downloads.ts";
import { intervalList } from "../charts/interval-list.ts";
import { indicatorRow, unknownText } from "../say/indicator.ts";
import { figureText, shareText } from "../say/figure.ts";
import type { TableModel } from "../view/components.ts";
import { titleOf } from "./title.ts";
import { drawnPieces, howSeveral, indicatorOf, periodText } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

type VolumePiece = Piece & { readonly statistics: VolumeStatistics };

/** Records an hour against the stated demand. */
export function volumeSection(page: EvidencePage): EvidenceSection | null {
  const { language, policy, row } = page;
  const { t } = language;
  const { pieces, expired } = drawnPieces(page, "volume");
  const runs = pieces.filter((piece): piece is VolumePiece => piece.statistics.kind === "volume");
  const indicator = indicatorOf(page, "volume");
  if (runs.length === 0 || indicator === undefined) return null;
  const title =
    indicator.measured === undefined
      ? t("evidence:volume.unknown", { reason: unknownText(language, indicator) })
      : t("evidence:volume.found", {
          times: figureText(language, "volume", indicator.measured.estimate, { beside: indicator.floor }),
        });
  return {
    id: "volume",
    title,
    aside: t("evidence:volume.runs", { count: runs.reduce((sum, { statistics }) => sum + statistics.runs, 0) }),
    figure: withDownloads(`${row.slug}-volume`, {
      chart: intervalList({
        rows: [{ ...indicatorRow(language, policy, indicator), level: "plain" }],
        headings: {
          value: term(language, "bound", t("charts:interval.value")),
          floor: term(language, "floor", t("charts:interval.floor")),
        },
      }),
      table: tableOf(page, title, runs),
      notes: [
        ...(runs.length > 1 ? [t(`evidence:volume.${howSeveral(indicator)}`, { count: runs.length })] : []),
        ...(expired ? [t("evidence:expiredFigures")] : []),
      ],
    }),
  };
}

function tableOf(page: EvidencePage, caption: string, runs: readonly VolumePiece[]): TableModel {
  const { language } = page;
  const { t, format } = language;
  return {
    caption,
    columns: [
      { label: t("evidence:files.piece") },
      { label: t("evidence:files.effective") },
      { label: t("evidence:volume.runsHead"), num: true },
      { label: t("evidence:volume.perHour"), num: true },
      { label: t("evidence:volume.failed"), num: true },
    ],
    rows: runs.map((piece) => {
      const { records, failed, runs: count } = piece.statistics;
      return {
        cells: [
          { content: titleOf(page, piece), header: true, sub: piece.evidence },
          { content: periodText(language, piece) },
          { content: format.number(count), num: true },
          { content: format.number(Math.round(records.mean * 3600)), num: true },
          { content: shareText(language, failed.trials === 0 ? 0 : failed.events / failed.trials), num: true },
        ],
      };
    }),
  };
}
