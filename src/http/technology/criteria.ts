import { lastLook } from "../../domain/gates/dossier-of.ts";
import type { CriterionKey } from "../../domain/policy/policy.ts";
import type { CriterionScore } from "../../projections/portfolio/types.ts";
import { intervalList, intervalTable, type IntervalRow } from "../charts/interval-list.ts";
import { withDownloads } from "../charts/downloads.ts";
import { stateHelp } from "../say/help-states.ts";
import { markShort, scoreRange, scoreText } from "../say/score-text.ts";
import { sinceLook } from "../say/since-look.ts";
import { term } from "../say/term.ts";
import type { FigureModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import type { TechnologyPage } from "../technology-page.ts";

const keys: readonly CriterionKey[] = ["stability", "capacity", "usability"];

export type CriteriaModel = {
  readonly title: string;
  readonly note: string;
  /** What came after the look that the figure shows. */
  readonly newer: { readonly title: string; readonly items: readonly Content[]; readonly more: number } | null;
  readonly figure: FigureModel;
};

/** The newest of what came after the look; a rollout gathers a piece a week. */
const mostNewer = 4;

/** The three criteria with their bounds, and a title that states the finding. */
export function criteriaFigure(page: TechnologyPage): CriteriaModel {
  const { row, language } = page;
  const { t } = language;
  const model = {
    headings: {
      value: term(language, "bound", t("technology:criteria.score")),
      floor: term(language, "floor", t("technology:criteria.floor")),
    },
    rows: keys.map((key) => rowOf(page, key)),
  };
  return {
    title: title(page),
    note:
      row.scoresFrom === "interim"
        ? t("technology:criteria.interim")
        : row.scoresFrom === "look"
          ? t("technology:criteria.look")
          : "",
    newer: newerOf(page),
    figure: withDownloads(`${row.slug}-criteria`, {
      chart: intervalList(model),
      table: intervalTable(t, t("technology:criteria.caption"), model),
      links: [
        {
          text: t("technology:criteria.evidence", { count: page.technology.evidence.length }),
          href: `/technologies/${row.slug}/evidence`,
        },
        { text: t("help:marks"), href: stateHelp("indicatorState", "cleared") },
      ],
    }),
  };
}

function newerOf({ row, technology, language }: TechnologyPage): CriteriaModel["newer"] {
  const look = row.scoresFrom === "look" ? lastLook(technology) : null;
  const items = look === null ? [] : sinceLook(language, row.slug, technology, look);
  if (look === null || items.length === 0) return null;
  return {
    title: language.t("gate:since.title", { day: language.format.date(look.at), count: items.length }),
    items: items.slice(-mostNewer),
    more: Math.max(0, items.length - mostNewer),
  };
}

function title({ row, language }: TechnologyPage): string {
  const { t } = language;
  const scores = keys.map((key) => row.criteria[key]);
  if (scores.every((score) => score === null)) return t("technology:criteria.none");
  const below = keys.filter((key) => row.criteria[key]?.state === "beyond").length;
  if (below > 0) return t("technology:criteria.below", { count: below });
  const cleared = scores.filter((score) => score?.state === "cleared").length;
  if (cleared === 0) return t("technology:criteria.unsettled");
  return cleared === keys.length ? t("technology:criteria.clear") : t("technology:criteria.some", { count: cleared });
}

const state: { readonly [S in CriterionScore["state"]]: IntervalRow["mark"]["state"] } = {
  cleared: "met",
  measured: "met",
  straddles: "unknown",
  unknown: "unknown",
  beyond: "unmet",
  "not-applicable": "not-applicable",
};

function rowOf({ row, language }: TechnologyPage, key: CriterionKey): IntervalRow {
  const { t } = language;
  const score = row.criteria[key];
  const name = t(`words:criterion.${key}`);
  if (score === null)
    return { name, level: "criterion", mark: { state: "none" }, value: t("portfolio:table.noEvidence") };
  const beside = { mark: score.floor };
  const range = scoreRange(language, [score.lower, score.upper], beside);
  // The mean counts what is unknown 0: it is nobody's estimate.
  const known = score.state !== "unknown";
  return {
    name,
    level: "criterion",
    mark: {
      state: state[score.state],
      lower: score.lower,
      ...(known && { estimate: score.mean }),
      upper: score.upper,
      floor: score.floor ?? undefined,
      min: 30,
      max: 100,
    },
    ...(known ? { value: scoreText(language, score.mean, beside), bounds: range } : { value: range }),
    floor: score.floor === null ? "" : markShort(language, score.floor),
  };
}
