import type { Deps } from "../deps.ts";
import { foundBy } from "../choices/choices.ts";
import { departmentChoices } from "../choices/departments.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { departmentSearch } from "../selection/department-field.ts";
import { otherWeightsPages } from "./other-weights.ts";
import { portfolioPages } from "./portfolio.ts";

/** All technologies, and what other weights would make of them. */
export const portfolioRoom = { name: "portfolio", routes } satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get } = all;
  const portfolio = portfolioPages(deps);
  get("/technologies", anyRole, portfolio.show);
  listRoutes(all, "/technologies", anyRole, portfolio.list);
  const departments = deps.services.views.departments;
  get(
    departmentSearch,
    anyRole,
    foundBy(deps, (_deps, language) => departmentChoices(departments.all(), language, departmentSearch)),
  );
  get("/technologies/compare/weights", anyRole, otherWeightsPages(deps).show, { costs: "weights" });
}
