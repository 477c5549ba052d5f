import type { Request, Response } from "express";
import { stages } from "../../domain/technology/state/stage.ts";
import type { Stage } from "../../domain/technology/state/stage.ts";
import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import type { Deps } from "../deps.ts";
import { filesOf } from "../lists/files.ts";
import { queryValue } from "../request-values.ts";
import { portfolioAddress, selectionAddress, wholeOf } from "../selection/address.ts";
import { portfolioViews } from "../selection/portfolio-views.ts";
import type { Language } from "../view/languages.ts";
import { rowModel } from "./row.ts";
import { renderLook } from "./view-page.ts";

/** On a column at a time; a stage alone has room for more. */
const [cards, cardsAlone] = [8, 40];

const line: readonly Stage[] = ["proposed", "piloting", "evaluating", "rolling-out", "adopted"];
const ended: readonly Stage[] = stages.filter((stage) => !line.includes(stage));

/** `/portfolio/pipeline`: a column a stage, each paged by itself. */
export function pipelineViewPages(deps: Deps) {
  const { views } = deps.services;
  return {
    show: (req: Request, res: Response): Promise<void> =>
      renderLook(deps, req, res, (language, { query }) => {
        const whole = wholeOf(query);
        const columnStages = query.stage === undefined ? line : [query.stage];
        const alone = columnStages.length === 1;
        const places = columnStages.map((stage) => placeOf(req, stage));
        return {
          view: "pipeline",
          lead: language.t("portfolio:pipelineView.lead"),
          by: JSON.stringify(places),
          shown: () => ({
            page: null,
            model: {
              columns: columnStages.map((stage, at) =>
                columnOf(deps, language, { ...whole, stage }, places[at] ?? {}, alone),
              ),
              alone,
              ended: query.stage === undefined ? endedLinks(views.portfolio, language, whole) : [],
              files: filesOf(portfolioAddress(whole)),
            },
          }),
        };
      }),
  };
}

/** From where on, or up to where, a column shows its technologies. */
type Place = Pick<PortfolioQuery, "after" | "before">;

function placeOf(req: Request, stage: Stage): Place {
  const [after, before] = [queryValue(req, `${stage}-after`), queryValue(req, `${stage}-before`)];
  return after === undefined ? (before === undefined ? {} : { before }) : { after };
}

/** @param alone the only column of the page */
function columnOf(
  deps: Deps,
  language: Language,
  query: PortfolioQuery & { stage: Stage },
  place: Place,
  alone: boolean,
) {
  const { t } = language;
  const { views } = deps.services;
  const { stage, ...ofAll } = query;
  const limit = alone ? cardsAlone : cards;
  const page = views.portfolio.list({ ...query, ...place, limit });
  const at = (side: "after" | "before", cursor: string | null) =>
    cursor === null
      ? null
      : `${selectionAddress(portfolioViews.pipeline, alone ? query : ofAll, { [`${stage}-${side}`]: cursor })}#${stage}`;
  return {
    id: stage,
    title: t(`words:stage.${stage}`),
    count: page.more ? t("portfolio:pipelineView.more", { count: page.count }) : String(page.count),
    href: portfolioAddress(query),
    cards: page.entries.map(({ key }) => cardOf(deps, language, key)),
    previous: at("before", page.previous),
    next: at("after", page.next),
  };
}

function cardOf({ services }: Deps, language: Language, key: number) {
  const { views } = services;
  const [marked, risk] = [views.warnings.marks([key]).get(key) ?? 0, views.risks.marks([key]).get(key) ?? null];
  const about = { today: services.today(), marked, risk, comparing: false };
  return rowModel(language, views.portfolio.row(key), views.departments.all(), about);
}

/** Those that have come to an end stand in the table: they wait for nothing. */
const endedLinks = (portfolio: Deps["services"]["views"]["portfolio"], { t }: Language, query: PortfolioQuery) =>
  ended.flatMap((stage) => {
    const { count, more } = portfolio.list({ ...query, stage, limit: 1 });
    if (count === 0) return [];
    const amount = more ? t("portfolio:pipelineView.more", { count }) : String(count);
    return [
      {
        text: t("portfolio:pipelineView.ended", { stage: t(`words:stage.${stage}`), amount }),
        href: portfolioAddress({ ...query, stage }),
      },
    ];
  });
