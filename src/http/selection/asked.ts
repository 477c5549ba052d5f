import type { Request, Response } from "express";
import { needsFor } from "../../application/reader.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { PortfolioQuery } from "../../projections/portfolio/types.ts";
import { departmentsFound } from "../choices/departments.ts";
import type { Deps } from "../deps.ts";
import { queryValue } from "../request-values.ts";
import type { NamedDepartment } from "../say/department.ts";
import type { Language } from "../view/languages.ts";
import { languageOf, personOf } from "../visitor.ts";
import { answersTo } from "./answers.ts";
import type { Look } from "./department-field.ts";
import { costs, decisions, outcomes } from "./decision-filter.ts";
import { sorts } from "./sorts.ts";
import { stateAsked } from "./states.ts";

/** Technologies on a page of the list. */
export const pageSize = 50;

/** What a page of the portfolio shows for its address, a slip of a letter put right. */
export function selectionOf(deps: Deps, req: Request, res: Response): Selection {
  const { look, wanted } = askedOf(deps, req, res);
  const { query, respelt } = answersTo(deps.services.views, languageOf(res), wanted, []);
  return { look, query, respelt };
}

export type Selection = {
  readonly look: Look;
  readonly query: PortfolioQuery;
  /** What the search was taken to mean, where it was written otherwise. */
  readonly respelt: string | null;
};

/** What the address asks for, and the same for who asks: a search looks into the needs that they may read. */
export function askedOf({ services }: Deps, req: Request, res: Response) {
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
  const after = queryValue(req, "after");
  const before = queryValue(req, "before");
  return {
    ...(stage !== undefined && { stage }),
    ...(department !== undefined && { department }),
    ...(search !== undefined && search !== "" && { search }),
    ...stateAsked(queryValue(req, "state")),
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
