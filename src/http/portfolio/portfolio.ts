import type { Request, Response } from "express";
import { entriesMeant } from "../../application/entries-meant.ts";
import type { Deps } from "../deps.ts";
import { draftsModel, ownDrafts } from "../forms/draft-list.ts";
import type { ListFile } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { answersTo } from "../selection/answers.ts";
import { askedOf, selectionOf } from "../selection/asked.ts";
import { savedFiltersModel } from "../selection/saved-filters.ts";
import { viewSwitch } from "../selection/view-switch.ts";
import { peopleAnswers } from "../selection/people-found.ts";
import { isComparing, portfolioPieces } from "./pieces.ts";
import { portfolioFile } from "./portfolio-file.ts";

/** The portfolio: where everything is, what is late, and the list with its filters. */
export function portfolioPages(deps: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const person = personOf(res);
      const { look, asked, wanted } = askedOf(deps, req, res);
      const audience = {
        mayPropose: person.roles.includes("planner"),
        department: person.department,
        look,
        comparing: isComparing(queryValue(req, "compare")),
      };
      const pieces = portfolioPieces(deps, language);
      const entries = asked.search === undefined ? [] : await entriesMeant(deps.services.ledger, asked.search);
      const { query, respelt, links } = answersTo(deps.services.views, language, wanted, entries);
      const people = asked.search === undefined ? [] : await peopleAnswers(deps, language, person, asked.search);
      const saved = await savedFiltersModel(deps, res);
      const drafts = draftsModel(await ownDrafts(deps, language, person), "/technologies");
      await render(
        res,
        "pages/portfolio/portfolio",
        {
          title: language.t("portfolio:title"),
          section: "portfolio",
          lead: pieces.lead(),
          // What somebody typed is kept by no browser: names of filters are.
          revalidated: drafts === null && saved.own.length === 0,
        },
        {
          views: viewSwitch(language, "table", query, saved),
          body: pieces.body(query, audience),
          drafts,
          respelt,
          links: [...links, ...people],
        },
      );
    },

    /** What the page lists for the same address, all of it. */
    list(req: Request, res: Response): ListFile {
      return portfolioFile(deps, languageOf(res), selectionOf(deps, req, res).query);
    },
  };
}
