import type { Consultation } from "../../domain/technology/state/consultations.ts";
import { wilsonInterval } from "../../domain/statistics/proportions.ts";
import type { TableModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

type Paragraphs = (digest: string | null) => readonly Content[];

/** Under so many answers the page says that they say little. */
const fewAnswers = 30;

/** How many chose an option: figures as they are shown, the range in percent. */
interface Share {
  readonly option: Content;
  readonly count: string;
  readonly share: string;
  readonly range: string;
}

interface PollShown {
  readonly lines: readonly string[];
  /** None where nobody chose anything. */
  readonly shares: readonly Share[];
  readonly table: TableModel | null;
  readonly digest: string;
}

/** How people chose, with how sure that is and what it does not show; null before it was counted. */
export function pollResult(
  language: Language,
  words: Paragraphs,
  { poll, polled }: Pick<Consultation, "poll" | "polled">,
): PollShown | null {
  if (poll === null || polled === null) return null;
  const { t } = language;
  const { counts, given, leftOut, digest } = polled;
  const all = counts.reduce((sum, count) => sum + count, 0);
  const options = poll.options.map(({ option }) => words(option)[0] ?? "");
  const shares = all === 0 ? [] : sharesOf(language, counts, options, all);
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
    shares,
    table: all === 0 ? null : resultTable(language, shares),
    digest: t("taking-part:result.digest", { digest }),
  };
}

const sharesOf = (
  { format }: Language,
  counts: readonly number[],
  options: readonly Content[],
  all: number,
): readonly Share[] =>
  options.map((option, at) => {
    const count = counts[at] ?? 0;
    const { lower, upper } = wilsonInterval(count, all, 0.95);
    return {
      option,
      count: format.number(count),
      share: format.percent(count / all),
      range: format.percentRange(lower, upper),
    };
  });

const resultTable = ({ t }: Language, shares: readonly Share[]): TableModel => ({
  caption: t("taking-part:result.caption"),
  columns: [
    { label: t("taking-part:result.option") },
    { label: t("taking-part:result.count"), num: true },
    { label: t("taking-part:result.share"), num: true, sub: t("taking-part:result.interval") },
  ],
  rows: shares.map(({ option, count, share, range }) => ({
    cells: [
      { content: option, header: true },
      { content: count, num: true },
      // On a telephone there is no room for a column more.
      { content: share, num: true, sub: range },
    ],
  })),
});
