import { join } from "node:path";
import { linkPages, linkSchema } from "./auth/link.ts";
import { resume } from "./auth/resume.ts";
import { signInPages, signInSchema } from "./auth/sign-in.ts";
import { signOut, signOutSchema } from "./auth/sign-out.ts";
import type { Deps } from "./deps.ts";
import { ledgerPages, verifySchema } from "./ledger/ledger.ts";
import { portfolioPages } from "./portfolio/portfolio.ts";
import { drillPages, drillSchema } from "./rollout/drill.ts";
import { planSchema as rolloutPlanSchema, rolloutPlanPages } from "./rollout/plan.ts";
import { rolloutPages, stepSchema } from "./rollout/rollout.ts";
import { holdStatement, resumeStatement, retireStatement, rollBackStatement } from "./rollout/statements.ts";
import { statementPages, statementSchema } from "./statement.ts";
import { historyPages } from "./technology/history.ts";
import { lessonsStatement } from "./technology/lessons.ts";
import { technologyPages } from "./technology/technology.ts";
import { workPages } from "./work/work.ts";
import { anyone, requireRole, signedIn } from "./middleware/access.ts";
import { switchLanguage } from "./middleware/language.ts";
import { brake } from "./middleware/limits.ts";
import { createRoutes } from "./route.ts";
import type { Routes } from "./route.ts";

/** Every address of the product, grouped: who may use it, what it takes, who answers. */
export function routes(deps: Deps): Routes {
  const all = createRoutes(join(deps.config.dataDir, "uploads"));
  const { get, post, router } = all;

  // signing in, and what leads there
  router.use(["/sign-in", "/set-up", "/link"], brake(120));
  const signInPage = signInPages(deps);
  get("/sign-in", anyone, signInPage.show);
  post("/sign-in", anyone, signInSchema, signInPage.submit);
  post("/sign-out", anyone, signOutSchema, signOut(deps));
  const link = linkPages(deps);
  get("/link/:token", anyone, link.show);
  post("/link/:token", anyone, linkSchema, link.submit);
  get("/resume/:token", signedIn, resume(deps, router));
  get("/language", anyone, switchLanguage(deps.config));

  // the portfolio, a technology, a person's work
  const portfolio = portfolioPages(deps);
  const technology = technologyPages(deps);
  const history = historyPages(deps);
  const lessons = statementPages(deps.services, lessonsStatement);
  const work = workPages(deps);
  get("/", signedIn, (_req, res) => res.redirect(303, "/work"));
  get("/work", signedIn, work.show);
  get("/technologies", signedIn, portfolio.show);
  get("/technologies/:slug", signedIn, technology.show);
  get("/technologies/:slug/history", signedIn, history.show);
  get("/technologies/:slug/lessons", requireRole("planner", "evaluator", "approver"), lessons.show);
  post("/technologies/:slug/lessons", requireRole("planner", "evaluator", "approver"), statementSchema, lessons.submit);

  // rollout
  const rollout = rolloutPages(deps);
  const rolloutPlan = rolloutPlanPages(deps);
  const drill = drillPages(deps);
  get("/technologies/:slug/rollout", signedIn, rollout.show);
  get("/technologies/:slug/rollout/plan", requireRole("planner"), rolloutPlan.show);
  post("/technologies/:slug/rollout/plan", requireRole("planner"), rolloutPlanSchema, rolloutPlan.submit);
  get("/technologies/:slug/rollout/drills/new", requireRole("planner"), drill.show);
  post("/technologies/:slug/rollout/drills", requireRole("planner"), drillSchema, drill.submit);
  post("/technologies/:slug/rollout/waves/:wave/opening", requireRole("planner"), stepSchema, rollout.openWave);
  post("/technologies/:slug/rollout/waves/:wave/completion", requireRole("planner"), stepSchema, rollout.completeWave);
  for (const statement of [holdStatement, resumeStatement, rollBackStatement, retireStatement]) {
    const pages = statementPages(deps.services, statement);
    const path = `/technologies/:slug/${statement.path}`;
    get(path, requireRole(...statement.roles), pages.show);
    post(path, requireRole(...statement.roles), statementSchema, pages.submit);
  }

  // the ledger
  const ledger = ledgerPages(deps);
  get("/ledger", signedIn, ledger.list);
  get("/ledger/goto", signedIn, ledger.goto);
  get("/ledger/checkpoint", signedIn, ledger.checkpoint);
  get("/ledger/export.jsonl", requireRole("auditor", "administrator"), ledger.exported);
  post("/ledger/verification", signedIn, verifySchema, ledger.verify);
  get("/ledger/:position", signedIn, ledger.entry);
  get("/ledger/:position/proof", signedIn, ledger.proof);

  return all;
}
