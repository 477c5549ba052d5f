import type { Request, Response } from "express";
import { needsFor } from "../../application/reader.ts";
import { lookConfidence } from "../../domain/statistics/looks.ts";
import { stages } from "../../domain/technology/state/stage.ts";
import type { PortfolioQuery, PortfolioSort } from "../../projections/portfolio/types.ts";
import { stateLegend } from "../charts/interval-list.ts";
import type { Deps } from "../deps.ts";
import { render } from "../page.ts";
import { queryValue } from "../request-values.ts";
import { languageOf, personOf } from "../visitor.ts";
import { emptyOrNoMatch } from "./empty.ts";
import { filterModel } from "./filter.ts";
import { lateModel, leadOf, pipelineModel } from "./overview.ts";
import { pagerModel } from "./pager.ts";
import { tableModel } from "./table.ts";
import { confidenceText } from "../say/chance.ts";

const pageSize = 50;
const sorts: readonly PortfolioSort[] = ["date", "name", "stage", "updated"];

/** The portfolio: where everything is, what is late, and the list with its filters. */
export function portfolioPages({ services }: Deps) {
  return {
    async show(req: Request, res: Response): Promise<void> {
      const { portfolio, departments } = services.views;
      const language = languageOf(res);
      const person = personOf(res);
      const query = { ...queryOf(req), needs: needsFor(services, person) };
      const [page, pipeline, named] = [portfolio.page(query), portfolio.pipeline(), departments.all()];
      const policy = services.views.policies.current();
      const today = services.today();
      const mayPropose = person.roles.includes("planner");
      await render(
        res,
        "pages/portfolio/portfolio",
        {
          title: language.t("portfolio:title"),
          section: "portfolio",
          lead: leadOf(language, pipeline),
          revalidated: true,
        },
        {
          ...pipelineModel(language, pipeline),
          late: lateModel(language, portfolio.late(5), named, today, pipeline.late),
          propose: mayPropose,
          filter: filterModel(language, query, named, person.department),
          ...emptyOrNoMatch(language, query, page, pipeline.total, mayPropose),
          table: tableModel(language, page.rows, named, policy, today),
          legend: stateLegend(
            language.t,
            confidenceText(language, lookConfidence({ confidence: policy.confidence, looks: policy.looks.default })),
          ),
          pager: pagerModel(language, query, page, pageSize),
        },
      );
    },
  };
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
    sort: sorts.find((known) => known === queryValue(req, "sort")) ?? "date",
    ...(after !== undefined && { after }),
    ...(before !== undefined && after === undefined && { before }),
    limit: pageSize,
  };
}
