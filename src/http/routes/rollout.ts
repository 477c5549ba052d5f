import type { Deps } from "../deps.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { drillPages, drillSchema } from "../rollout/drill.ts";
import { planSchema, rolloutPlanPages } from "../rollout/plan.ts";
import { rolloutPages, stepSchema } from "../rollout/rollout.ts";
import { holdStatement, resumeStatement, retireStatement, rollBackStatement } from "../rollout/statements.ts";
import type { Routes } from "../route.ts";
import { acts } from "./acts.ts";

/** Waves, guards, holds, the end. */
export function rolloutRoutes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const rollout = rolloutPages(deps);
  get("/technologies/:slug/rollout", anyRole, rollout.show);
  post("/technologies/:slug/rollout/waves/:wave/opening", planner, stepSchema, rollout.openWave);
  post("/technologies/:slug/rollout/waves/:wave/completion", planner, stepSchema, rollout.completeWave);
  const plan = rolloutPlanPages(deps);
  get("/technologies/:slug/rollout/plan", planner, plan.show);
  post("/technologies/:slug/rollout/plan", planner, planSchema, plan.submit);
  const drill = drillPages(deps);
  get("/technologies/:slug/rollout/drills/new", planner, drill.show);
  post("/technologies/:slug/rollout/drills", planner, drillSchema, drill.submit);
  acts(all, deps, holdStatement, resumeStatement, rollBackStatement, retireStatement);
}
