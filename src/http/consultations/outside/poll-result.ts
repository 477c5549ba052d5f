import type { Consultation } from "../../../domain/technology/state/consultations.ts";
import { wilsonInterval } from "../../../domain/statistics/proportions.ts";
import type { TableModel } from "../../view/components.ts";
import type { Content } from "../../view/html.ts";
import type { Language } from "../../view/languages.ts";
import type { Paragraphs } from "./find.ts";

/** Under so many answers the page says that they say little. */
const fewAnswers = 30;

/** How people chose, with how sure that is and what it does not show; null before it was counted. */
export function pollResult(
  language: Language,
  words: Paragraphs,
  { poll, polled }: Pick<Consultation, "poll" | "polled">,
): { readonly lines: readonly string[]; readonly table: TableModel | null; readonly digest: string } | null {
  if (poll === null || polled === null) return null;
  const { t } = language;
  const { counts, given, leftOut, digest } = polled;
  const all = counts.reduce((sum, count) => sum + count, 0);
  return {
    lines: [
      all === 0 ? t("taking-part:result.none") : t("taking-part:result.total", { count: all }),
      ...(given === null ? [] : [t("taking-part:result.given", { count: given })]),
      ...(leftOut === 0 ? [] : [t("taking-part:result.leftOut", { count: leftOut })]),
      ...(all < fewAnswers ? [t("taking-part:result.few", { least: fewAnswers })] : []),
      t("taking-part:result.chosen"),
      ...(all === 0 ? [] : [t("taking-part:result.interval95")]),
      t("taking-part:result.decides"),
    ],
    table:
      all === 0
        ? null
        : resultTable(
            language,
            counts,
            poll.options.map(({ option }) => words(option)),
            all,
          ),
    digest: t("taking-part:result.digest", { digest }),
  };
}

function resultTable(
  { t, format }: Language,
  counts: readonly number[],
  options: readonly (readonly Content[])[],
  all: number,
): TableModel {
  return {
    caption: t("taking-part:result.caption"),
    columns: [
      { label: t("taking-part:result.option") },
      { label: t("taking-part:result.count"), num: true },
      { label: t("taking-part:result.share"), num: true, sub: t("taking-part:result.interval") },
    ],
    rows: options.map((option, at) => {
      const count = counts[at] ?? 0;
      const { lower, upper } = wilsonInterval(count, all, 0.95);
      return {
        cells: [
          { content: option[0] ?? "", header: true },
          { content: format.number(count), num: true },
          // On a telephone there is no room for a column more.
          { content: format.percent(count / all), num: true, sub: format.percentRange(lower, upper) },
        ],
      };
    }),
  };
}
