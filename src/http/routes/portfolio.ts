import type { Deps } from "../deps.ts";
import { signedIn } from "../middleware/access.ts";
import { otherWeightsPages } from "../portfolio/other-weights.ts";
import { portfolioPages } from "../portfolio/portfolio.ts";
import type { Routes } from "../route.ts";
import { historyPages } from "../technology/history.ts";
import { lessonsStatement } from "../technology/lessons.ts";
import { technologyPages } from "../technology/technology.ts";
import { workPages } from "../work/work.ts";
import { acts } from "./acts.ts";

/** The portfolio, one technology, a person's work. */
export function portfolioRoutes(all: Routes, deps: Deps): void {
  const { get } = all;
  const work = workPages(deps);
  get("/", signedIn, (_req, res) => res.redirect(303, "/work"));
  get("/work", signedIn, work.show);
  const portfolio = portfolioPages(deps);
  get("/technologies", signedIn, portfolio.show);
  get("/technologies/compare/weights", signedIn, otherWeightsPages(deps).show);
  const technology = technologyPages(deps);
  get("/technologies/:slug", signedIn, technology.show);
  const history = historyPages(deps);
  get("/technologies/:slug/history", signedIn, history.show);
  acts(all, deps, lessonsStatement);
}
