import type { Deps } from "../deps.ts";
import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { departmentSearch } from "../selection/department-field.ts";
import { savedFilters } from "../selection/saved-filters.ts";
import { portfolioViews } from "../selection/portfolio-views.ts";
import { comparisonPages } from "./comparison.ts";
import { heatViewPages } from "./heat-view.ts";
import { otherWeightsPages } from "./other-weights.ts";
import { pipelineViewPages } from "./pipeline-view.ts";
import { portfolioPages } from "./portfolio.ts";
import { removeSchema, renameSchema, savedFilterPages, saveSchema } from "./saved.ts";
import { timelineViewPages } from "./timeline-view.ts";
import { workbookFiles } from "./workbook.ts";

/** All technologies, and what other weights would make of them. */
export const portfolioRoom = { name: "portfolio", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const portfolio = portfolioPages(deps);
  get("/technologies", anyRole, portfolio.show);
  listRoutes(all, "/technologies", anyRole, portfolio.list);
  get(portfolioViews.pipeline, anyRole, pipelineViewPages(deps).show);
  const [heat, timeline, comparison] = [heatViewPages(deps), timelineViewPages(deps), comparisonPages(deps)];
  get(portfolioViews.heatMap, anyRole, heat.show);
  listRoutes(all, portfolioViews.heatMap, anyRole, heat.list);
  get(portfolioViews.timeline, anyRole, timeline.show);
  listRoutes(all, portfolioViews.timeline, anyRole, timeline.list);
  get("/portfolio/workbook.xlsx", anyRole, workbookFiles(deps).file, { costs: "export" });
  get("/portfolio/comparison", anyRole, comparison.show);
  listRoutes(all, "/portfolio/comparison", anyRole, comparison.list);
  const saved = savedFilterPages(deps);
  get(savedFilters, anyRole, saved.show);
  get(`${savedFilters}/new`, anyRole, saved.naming);
  post(`${savedFilters}/new`, anyRole, saveSchema, saved.save);
  get(`${savedFilters}/:filter`, anyRole, saved.renaming);
  post(`${savedFilters}/:filter`, anyRole, renameSchema, saved.rename);
  post(`${savedFilters}/:filter/removal`, anyRole, removeSchema, saved.remove);
  const departments = deps.services.views.departments;
  get(
    departmentSearch,
    anyRole,
    foundBy(deps, (_deps, language) => departmentChoices(departments.all(), language, departmentSearch)),
  );
  get("/technologies/compare/weights", anyRole, otherWeightsPages(deps).show, { costs: "weights" });
}
