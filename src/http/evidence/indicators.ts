import { term } from "../say/term.ts";
import { isJudged } from "../../domain/measures/measures.ts";
import { intervalLegend, intervalList, intervalTable } from "../charts/interval-list.ts";
import type { IntervalRow } from "../charts/interval-list.ts";
import { withDownloads } from "../charts/downloads.ts";
import { isWhole } from "../../domain/scoring/is-whole.ts";
import { indicatorRow } from "../say/indicator.ts";
import { markNotes, piecesByDigest } from "../say/marks.ts";
import { methodLine } from "../say/method-link.ts";
import { confidenceText } from "../say/chance.ts";
import type { EvidenceFigures } from "./page.ts";
import type { EvidenceSection } from "./section.ts";

/** Every indicator that files measure, by criterion, with its floor: the whole at one glance. */
export function indicatorSection(page: EvidenceFigures): EvidenceSection | null {
  const { language, policy, indicators, confidence, technology, row } = page;
  const { t } = language;
  const measured = indicators.filter(({ measure }) => !isJudged(measure));
  if (technology.evidence.length === 0 || measured.length === 0) return null;
  const rows = policy.criteria.flatMap(({ key }): IntervalRow[] =>
    measured
      .filter(({ criterion }) => criterion === key)
      .map((indicator) => ({ ...indicatorRow(language, policy, indicator), level: "plain" as const })),
  );
  const model = {
    rows,
    headings: {
      value: term(language, "bound", t("charts:interval.value")),
      floor: term(language, "floor", t("charts:interval.floor")),
    },
  };
  const main = measured.filter((result) => isWhole(result) && result.state !== "not-applicable");
  const known = main.filter(({ state }) => state !== "unknown").length;
  const title = t("evidence:indicators.title", { known, count: main.length });
  return {
    id: "indicators",
    title,
    aside: t("evidence:notForDecision"),
    figure: withDownloads(`${row.slug}-indicators`, {
      chart: intervalList(model),
      legend: intervalLegend(t, confidenceText(language, confidence)),
      notes: markNotes(language, policy, measured, { pieces: piecesByDigest(technology.evidence) }),
      table: intervalTable(t, title, model),
      methods: methodLine(language, main),
    }),
  };
}
