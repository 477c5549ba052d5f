import type { AccessibilityStatistics } from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { unknownText } from "../say/indicator.ts";
import type { TableModel } from "../view/components.ts";
import { formatTitle } from "../say/format-title.ts";
import { drawnPieces, indicatorOf } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";
import { titleOf } from "./title.ts";

type Audit = Piece & { readonly statistics: AccessibilityStatistics };

/** Findings by impact of every audit in force, and what is still to be looked at by hand. */
export function accessibilitySection(page: EvidencePage): EvidenceSection | null {
  const { language } = page;
  const { t } = language;
  const { pieces, expired } = drawnPieces(page, "accessibility");
  const audits = pieces.filter((piece): piece is Audit => piece.statistics.kind === "accessibility");
  if (audits.length === 0) return null;
  const indicator = indicatorOf(page, "accessibility");
  const grave = audits.reduce((most, { statistics: s }) => Math.max(most, s.critical + s.serious), 0);
  const review = audits.reduce((sum, { statistics: s }) => sum + s.needsReview, 0);
  const title =
    grave > 0
      ? t("evidence:accessibility.found", { count: grave })
      : indicator?.unknown === undefined
        ? t("evidence:accessibility.none")
        : t("evidence:accessibility.unknown", { reason: unknownText(language, indicator) });
  return {
    id: "accessibility",
    title,
    aside: t("evidence:accessibility.pages", { count: audits.reduce((sum, { statistics: s }) => sum + s.pages, 0) }),
    table: tableOf(page, title, audits),
    notes: [
      ...(review > 0 ? [t("evidence:accessibility.review", { count: review })] : []),
      t("evidence:accessibility.about"),
      ...(expired ? [t("evidence:expiredFigures")] : []),
    ],
  };
}

const impacts = ["critical", "serious", "moderate", "minor"] as const;

function tableOf(page: EvidencePage, caption: string, audits: readonly Audit[]): TableModel {
  const { t, format } = page.language;
  const num = (value: number) => ({ content: format.number(value), num: true });
  return {
    caption,
    columns: [
      { label: t("evidence:files.piece") },
      ...impacts.map((impact) => ({ label: t(`evidence:accessibility.impact.${impact}`), num: true })),
      { label: t("evidence:accessibility.toReview"), num: true },
    ],
    rows: audits.map((piece) => ({
      cells: [
        {
          content: titleOf(page, piece),
          header: true,
          sub: piece.evidence + t("common:comma") + formatTitle(page.language, piece.format),
        },
        ...impacts.map((impact) => num(piece.statistics[impact])),
        num(piece.statistics.needsReview),
      ],
    })),
  };
}
