import type { Request, Response } from "express";
import { entriesMeant } from "../../application/entries-meant.ts";
import { needsFor } from "../../application/reader.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { PortfolioQuery, PortfolioSort } from "../../projections/portfolio/types.ts";
import { departmentsFound } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { draftsModel, ownDrafts } from "../forms/draft-list.ts";
import type { ListFile } from "../lists/list-file.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import type { Look } from "./department-field.ts";
import { costs, decisions, outcomes } from "./decision-filter.ts";
import { answersTo } from "./answers.ts";
import { pageSize } from "./pager.ts";
import { peopleFound } from "./people-found.ts";
import { portfolioPieces } from "./pieces.ts";
import { portfolioFile } from "./portfolio-file.ts";

const sorts: readonly PortfolioSort[] = ["date", "name", "stage", "updated"];

/** The portfolio: where everything is, what is late, and the list with its filters. */
export function portfolioPages(deps: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const language = languageOf(res);
      const person = personOf(res);
      const { look, asked, wanted } = askedOf(deps, req, res);
      const audience = { mayPropose: person.roles.includes("planner"), department: person.department, look };
      const pieces = portfolioPieces(deps, language);
      const entries = asked.search === undefined ? [] : await entriesMeant(deps.services.ledger, asked.search);
      const { query, respelt, links } = answersTo(deps.services.views, language, wanted, entries);
      const people = asked.search === undefined ? [] : await peopleFound(deps, language, person, asked.search);
      const drafts = draftsModel(await ownDrafts(deps, language, person), "/technologies");
      await render(
        res,
        "pages/portfolio/portfolio",
        {
          title: language.t("portfolio:title"),
          section: "portfolio",
          lead: pieces.lead(),
          revalidated: drafts === null,
        },
        { body: pieces.body(query, audience), drafts, respelt, links: [...links, ...people] },
      );
    },

    /** What the page lists for the same address, all of it. */
    list(req: Request, res: Response): ListFile {
      const language = languageOf(res);
      const { query } = answersTo(deps.services.views, language, askedOf(deps, req, res).wanted, []);
      return portfolioFile(deps, language, query);
    },
  };
}

/** What the address asks for, and the same for who asks: a search looks into the needs that they may read. */
function askedOf({ services }: Deps, req: Request, res: Response) {
  const look = { text: queryValue(req, "departmentFind")?.slice(0, 120) ?? "", finding: "find" in req.query };
  const asked = withDepartmentFound(queryOf(req), look, services.views.departments.all(), languageOf(res));
  const wanted = asked.search === undefined ? asked : { ...asked, needs: needsFor(services, personOf(res)) };
  return { look, asked, wanted };
}

/** Sent without a choice, by a browser without script: where the text finds one department, that is meant. */
function withDepartmentFound(
  query: PortfolioQuery,
  { text, finding }: Look,
  departments: readonly NamedDepartment[],
  language: Language,
): PortfolioQuery {
  if (query.department !== undefined || text === "" || finding) return query;
  const [first, second] = departmentsFound(departments, language, text);
  return first !== undefined && second === undefined ? { ...query, department: first.value } : query;
}

/** Unknown values of the query are left out rather than refused: an old link still opens the portfolio. */
function queryOf(req: Request): PortfolioQuery {
  const stage = stages.find((known) => known === queryValue(req, "stage"));
  const department = queryValue(req, "department");
  const search = queryValue(req, "q")?.trim().slice(0, 200);
  const state = queryValue(req, "state");
  const after = queryValue(req, "after");
  const before = queryValue(req, "before");
  return {
    ...(stage !== undefined && { stage }),
    ...(department !== undefined && { department }),
    ...(search !== undefined && search !== "" && { search }),
    ...(state === "late" && { late: true }),
    ...(state === "held" && { held: true }),
    ...(state === "warned" && { warned: true }),
    ...(state === "risk" && { risky: true }),
    ...(state === "asserted" && { asserted: true }),
    ...decisionOf(req),
    sort: sorts.find((known) => known === queryValue(req, "sort")) ?? "date",
    ...(after !== undefined && { after }),
    ...(before !== undefined && after === undefined && { before }),
    limit: pageSize,
  };
}

/** What a leader chooses by among what waits for a decision. */
function decisionOf(req: Request): Pick<PortfolioQuery, "decision" | "outcome" | "tier" | "annualUpTo"> {
  const decision = decisions.find((known) => known === queryValue(req, "decision"));
  const outcome = outcomes.find((known) => known === queryValue(req, "verdict"));
  const tier = tiers.find((known) => known === queryValue(req, "tier"));
  const cost = costs.find((known) => String(known) === queryValue(req, "cost"));
  const chosen = {
    ...(outcome !== undefined && { outcome }),
    ...(tier !== undefined && { tier }),
    ...(cost !== undefined && { annualUpTo: cost }),
  };
  const any = Object.keys(chosen).length > 0;
  return decision === undefined ? { ...(any && { decision: "waits" }), ...chosen } : { decision, ...chosen };
}
