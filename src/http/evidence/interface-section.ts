import type { InterfaceStatistics } from "../../domain/evidence/statistics.ts";
import type { Piece } from "../../domain/technology/state/evidence.ts";
import { judged } from "../../domain/interfaces/judged.ts";
import type { RuleSeverity } from "../../domain/standards/rule-set.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import { drawnPieces } from "./page.ts";
import type { EvidencePage } from "./page.ts";
import type { EvidenceSection } from "./section.ts";
import { titleOf } from "./title.ts";

type Described = Piece & { readonly statistics: InterfaceStatistics };

/** Every description of an interface in force: what it offers, and how often the house's rules are not kept. */
export function interfaceSection(page: EvidencePage): EvidenceSection | null {
  const { t } = page.language;
  const { pieces, expired } = drawnPieces(page, "interface");
  const described = pieces.filter((piece): piece is Described => piece.statistics.kind === "interface");
  if (described.length === 0) return null;
  const errors = described.reduce((sum, { statistics }) => sum + placesOf(statistics, "error"), 0);
  const title = errors > 0 ? t("evidence:interface.errors", { count: errors }) : t("evidence:interface.noErrors");
  const operations = described.reduce((sum, { statistics }) => sum + statistics.operations, 0);
  return {
    id: "interfaces",
    title,
    aside: t("evidence:interface.operations", { count: operations }),
    table: tableOf(page, title, described),
    notes: [t("evidence:interface.note"), ...(expired ? [t("evidence:expiredFigures")] : [])],
  };
}

/** Places where a rule of the house is not kept. */
export const placesOf = (statistics: InterfaceStatistics, severity: RuleSeverity): number =>
  judged(statistics, null).reduce((sum, rule) => sum + (rule.severity === severity ? rule.count : 0), 0);

function tableOf(page: EvidencePage, caption: string, described: readonly Described[]): TableModel {
  const { t, format } = page.language;
  const num = (value: number) => ({ content: format.number(value), num: true });
  return {
    caption,
    columns: [
      { label: t("evidence:files.piece") },
      { label: t("evidence:fact.operations"), num: true },
      { label: t("evidence:fact.interfaceErrors"), num: true },
      { label: t("evidence:fact.interfaceWarnings"), num: true },
      { label: t("evidence:interface.where") },
    ],
    rows: described.map((piece) => ({
      cells: [
        { content: titleOf(page, piece), header: true, sub: piece.evidence },
        num(piece.statistics.operations),
        num(placesOf(piece.statistics, "error")),
        num(placesOf(piece.statistics, "warning")),
        {
          content: html`<a href="${page.at(`evidence/${piece.evidence}/findings`)}"
            >${t("evidence:interface.link", { evidence: piece.evidence })}</a
          >`,
        },
      ],
    })),
  };
}
