import type { Request, Response } from "express";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { selectionAddress } from "../selection/address.ts";
import { selectionOf } from "../selection/asked.ts";
import type { Selection } from "../selection/asked.ts";
import { filterModel } from "../selection/filter.ts";
import type { FilterPlace } from "../selection/filter.ts";
import { savedFiltersModel } from "../selection/saved-filters.ts";
import { portfolioViews } from "../selection/portfolio-views.ts";
import { viewSwitch } from "../selection/view-switch.ts";
import type { PortfolioView } from "../selection/portfolio-views.ts";
import type { PagerModel } from "../view/components.ts";
import type { Html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { emptyOrNoMatch } from "./empty.ts";
import { listsEdition } from "../selection/lists-edition.ts";
import { pagerModel } from "./pager.ts";
import type { PortfolioList } from "../../projections/portfolio/types.ts";

/** One way of looking at the portfolio: its own part of the page beside what all of them have. */
export interface PortfolioLook {
  readonly view: PortfolioView;
  /** Beside the selection. */
  readonly place?: Omit<FilterPlace, "action">;
  readonly lead: string;
  /** What else of the address it depends on, beside the selection and its place. */
  readonly by?: string;
  /** Asked for only where the lists have moved since it was last drawn. */
  readonly shown: () => {
    readonly model: object;
    /** The page of technologies that it shows, where it is one. */
    readonly page: PortfolioList | null;
  };
}

/** A page of the portfolio with the switch between its ways, the selection and what it looks at. */
export async function renderLook(
  deps: Deps,
  req: Request,
  res: Response,
  lookAt: (language: Language, selection: Selection) => PortfolioLook,
): Promise<void> {
  const language = languageOf(res);
  const { t, locale } = language;
  const selection = selectionOf(deps, req, res);
  const { view, place = {}, lead, by = "", shown } = lookAt(language, selection);
  const { query, look, respelt } = selection;
  const { department, roles } = personOf(res);
  const audience = { mayPropose: roles.includes("planner"), department, look };
  const { views } = deps.services;

  /** Where a search looks into needs of one's own, the query names who asks. */
  function body(): Html {
    const key = JSON.stringify([query, audience, place.more, by]);
    return deps.fragments.of(`portfolio ${view} ${listsEdition(deps.services, language)} ${key}`, () => {
      const { model, page } = shown();
      const action = portfolioViews[view];
      const filter = filterModel(
        language,
        query,
        views.departments.all(),
        { own: department, look },
        { ...place, action },
      );
      const total = views.portfolio.pipeline().total;
      const listed = page ?? views.portfolio.list({ ...query, limit: 1 });
      return deps.templates.part(`pages/portfolio/${view}`, locale, {
        filter: deps.templates.part("pages/portfolio/filter", locale, filter),
        ...emptyOrNoMatch(language, query, listed, total, audience.mayPropose),
        ...model,
        pager: page === null ? null : pagerOf(language, selection, page, action, place.more ?? {}),
      });
    });
  }

  await render(
    res,
    "pages/portfolio/look",
    {
      title: t(`portfolio:view.${view}`),
      section: "portfolio",
      crumbs: [{ text: t("portfolio:title"), href: "/technologies" }],
      lead,
    },
    {
      views: viewSwitch(language, view, query, await savedFiltersModel(deps, res)),
      respelt,
      body: body(),
    },
  );
}

function pagerOf(
  language: Language,
  { query }: Selection,
  page: PortfolioList,
  action: string,
  more: Readonly<Record<string, string>>,
): PagerModel {
  return pagerModel(language, query, page, (part) => selectionAddress(action, part, more));
}
