import type { Deps } from "../deps.ts";
import { anyRole, signedIn } from "../middleware/access.ts";
import { otherWeightsPages } from "../portfolio/other-weights.ts";
import { portfolioPages } from "../portfolio/portfolio.ts";
import type { Routes } from "../route.ts";
import { personOf } from "../visitor.ts";
import { historyPages } from "../technology/history.ts";
import { lessonsStatement } from "../technology/lessons.ts";
import { technologyPages } from "../technology/technology.ts";
import { workPages } from "../work/work.ts";
import { acts } from "./acts.ts";

/** The portfolio, one technology, a person's work. */
export function portfolioRoutes(all: Routes, deps: Deps): void {
  const { get } = all;
  const work = workPages(deps);
  get("/", signedIn, (_req, res) => res.redirect(303, personOf(res).roles.length === 0 ? "/account" : "/work"));
  get("/work", anyRole, work.show);
  const portfolio = portfolioPages(deps);
  get("/technologies", anyRole, portfolio.show);
  get("/technologies/compare/weights", anyRole, otherWeightsPages(deps).show, { costs: "weights" });
  const technology = technologyPages(deps);
  get("/technologies/:slug", anyRole, technology.show);
  const history = historyPages(deps);
  get("/technologies/:slug/history", anyRole, history.show);
  acts(all, deps, lessonsStatement);
}
