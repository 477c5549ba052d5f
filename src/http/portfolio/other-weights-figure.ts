import type { Compared, Comparison } from "../../application/sensitivity/other-weights.ts";
import { withDownloads } from "../charts/downloads.ts";
import { shareList } from "../charts/share-list.ts";
import { markText, scoreText } from "../say/score-text.ts";
import { spaceText } from "../say/weight.ts";
import type { FigureModel, TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";

/** Technologies under one version of the policy, those that reach the mark most often first. */
export function comparisonFigure(language: Language, { technologies, policy }: Comparison): FigureModel {
  const { t } = language;
  const sorted = technologies.toSorted(
    (a, b) => b.weights.reaches - a.weights.reaches || a.weights.meanRank - b.weights.meanRank,
  );
  return withDownloads(`other-weights-policy-${policy.version}`, {
    sub: t("portfolio:weights.sub", { mark: markText(language, policy.passMark) }),
    chart: shareList(language, {
      headings: { value: t("portfolio:weights.reaches"), beside: t("portfolio:weights.first") },
      rows: sorted.map((row) => ({
        name: html`<a href="/technologies/${row.row.slug}">${row.row.name}</a>`,
        sub: basisOf(language, row),
        share: row.weights.reaches,
        value: spaceText(language, row.weights.reaches),
        beside: spaceText(language, row.weights.first),
        label: t("portfolio:weights.label", {
          name: row.row.name,
          share: spaceText(language, row.weights.reaches),
          first: spaceText(language, row.weights.first),
        }),
      })),
    }),
    notes: [t("portfolio:weights.note")],
    table: tableOf(language, sorted, policy.passMark),
  });
}

/** What the figures come from, and what they cannot show: a floor that bars a pass whatever the weights. */
function basisOf({ t, format }: Language, { row, lookedAt, open }: Compared): string {
  const from =
    lookedAt === null ? t("portfolio:weights.today") : t("portfolio:weights.look", { day: format.date(lookedAt) });
  const basis = row.held ? `${t("common:state.held")} · ${from}` : from;
  return open === 0 ? basis : `${basis} · ${t("portfolio:weights.open", { count: open })}`;
}

function tableOf(language: Language, rows: readonly Compared[], mark: number): TableModel {
  const { t, format } = language;
  const figure = (label: string) => ({ label: t(`portfolio:weights.${label}`), num: true });
  return {
    caption: t("portfolio:weights.caption"),
    columns: [
      { label: t("portfolio:table.technology") },
      { label: t("portfolio:weights.basis") },
      figure("score"),
      figure("reaches"),
      figure("first"),
      figure("amongThree"),
      figure("meanRank"),
      figure("openColumn"),
    ],
    rows: rows.map((row) => ({
      cells: [
        { content: row.row.name, header: true },
        {
          content:
            row.lookedAt === null
              ? t("portfolio:weights.today")
              : t("portfolio:weights.look", { day: format.date(row.lookedAt) }),
        },
        { content: scoreText(language, row.score, { mark, least: 1 }), num: true },
        { content: spaceText(language, row.weights.reaches), num: true },
        { content: spaceText(language, row.weights.first), num: true },
        { content: spaceText(language, row.weights.amongThree), num: true },
        { content: format.number(row.weights.meanRank, 1), num: true },
        { content: format.number(row.open), num: true },
      ],
    })),
  };
}
