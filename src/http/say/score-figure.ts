import { namedTerm } from "./term.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import { density } from "../charts/density.ts";
import { intervalList, intervalsOf, intervalTable } from "../charts/interval-list.ts";
import type { FigureModel, VerdictModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";
import { openScore, whyOpen } from "./score.ts";
import type { OpenScore } from "./score.ts";
import { chanceLimit, chanceText } from "./chance.ts";
import { shareText } from "./figure.ts";
import { markShort, markText, scoreRange, scoreText } from "./score-text.ts";

/** The worse of the two correlations, as the rule reads it; the range of the score as long as something is unknown. */
export function chanceOf(language: Language, verdict: Verdict): NonNullable<VerdictModel["chance"]> {
  const { t } = language;
  const open = openScore(verdict);
  const { passMark, lookConfidence, score } = verdict;
  const mark = markText(language, passMark);
  const beside = { mark: passMark, least: 1 };
  const terms = [namedTerm(language, "passMark"), namedTerm(language, "confidence")];
  if (open !== null)
    return {
      figure: scoreRange(language, [open.low, open.high], { mark: passMark }),
      text: t("verdict:open.text", { why: whyOpen(language, open) }),
      needed: t("verdict:open.needed", { mark }),
      terms,
    };
  const { independent, correlated } = verdict.reachesPassMark.lower;
  return {
    figure: chanceText(language, Math.min(independent, correlated), lookConfidence),
    text: t("verdict:chance.text", { mark }),
    needed: t("verdict:chance.needed", {
      limit: chanceLimit(language, lookConfidence),
      score: scoreText(language, score.mean, beside),
      low: scoreText(language, score.p05, beside),
      high: scoreText(language, score.p95, beside),
    }),
    terms,
  };
}

/** No curve stands for what nobody knows: the whole range that is left open. */
function openFigure(language: Language, verdict: Verdict, open: OpenScore): FigureModel {
  const { t } = language;
  const model = {
    rows: [
      {
        name: t("verdict:open.row"),
        level: "plain" as const,
        mark: {
          state: "unknown" as const,
          lower: open.low,
          upper: open.high,
          floor: verdict.passMark,
          min: 0,
          max: 100,
        },
        value: scoreRange(language, [open.low, open.high], { mark: verdict.passMark }),
        floor: markShort(language, verdict.passMark),
      },
    ],
    headings: { value: t("verdict:chart.scores"), floor: t("verdict:open.mark") },
  };
  return {
    chart: intervalList(model),
    table: intervalTable(t, t("verdict:open.caption"), model),
    intervals: intervalsOf(model),
  };
}

export function scoreFigure(language: Language, verdict: Verdict, height: number): FigureModel {
  const open = openScore(verdict);
  if (open !== null) return openFigure(language, verdict, open);
  const { t, format } = language;
  const { from, to, shares } = verdict.score.histogram;
  const width = (to - from) / shares.length;
  const above = Math.min(verdict.reachesPassMark.lower.independent, verdict.reachesPassMark.lower.correlated);
  const chance = chanceText(language, above, verdict.lookConfidence);
  const words = {
    mark: t("verdict:chart.mark", { mark: markText(language, verdict.passMark) }),
    above: t("verdict:chart.above", { share: chance }),
    below: chanceText(language, 1 - above, 1 - verdict.lookConfidence),
  };
  return {
    chart: density({
      curve: shares.map((share, at) => [from + (at + 0.5) * width, share] as const),
      passMark: verdict.passMark,
      min: Math.min(40, Math.floor(verdict.score.p05 / 10) * 10),
      max: 100,
      height,
      label: t("verdict:chart.label", { mark: markText(language, verdict.passMark), share: chance }),
      words,
    }),
    notes: [t("verdict:chart.note", { draws: format.number(verdict.draws) })],
    table: {
      caption: t("verdict:chart.caption"),
      columns: [{ label: t("verdict:chart.scores") }, { label: t("verdict:chart.share"), num: true }],
      rows: shares.flatMap((share, at) =>
        share === 0
          ? []
          : [
              {
                cells: [
                  { content: format.range(from + at * width, from + (at + 1) * width, 1), header: true },
                  { content: shareText(language, share), num: true },
                ],
              },
            ],
      ),
    },
  };
}
