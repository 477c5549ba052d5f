import { correctionPages, correctionSchema } from "../correction/correction.ts";
import type { Deps } from "../deps.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { amendPages } from "../pilot/amend.ts";
import { closingStatement } from "../incidents/closing.ts";
import { incidentPages, incidentSchema, reporters } from "../incidents/incidents.ts";
import { lockPages } from "../pilot/lock.ts";
import { openSchema, planPages } from "../pilot/plan.ts";
import { amendmentSchema, planSchema } from "../pilot/schema.ts";
import { stopPages, stopSchema } from "../pilot/stop.ts";
import type { Routes } from "../route.ts";
import { acts } from "./acts.ts";

/** The pilot plan and its amendments, opening and stopping, incidents, corrections of earlier entries. */
export function pilotRoutes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const base = "/technologies/:slug";
  const plan = planPages(deps);
  get(`${base}/plan`, anyRole, plan.show);
  post(`${base}/pilot`, planner, openSchema, plan.open);
  const lock = lockPages(deps);
  get(`${base}/plan/new`, planner, lock.show);
  post(`${base}/plan`, planner, planSchema, lock.submit);
  const amend = amendPages(deps);
  get(`${base}/plan/amendments/new`, planner, amend.show);
  post(`${base}/plan/amendments`, planner, amendmentSchema, amend.submit);
  const stop = stopPages(deps);
  get(`${base}/pilot/stop`, requireRole("planner", "approver"), stop.show);
  post(`${base}/pilot/stop`, requireRole("planner", "approver"), stopSchema, stop.submit);
  const incidents = incidentPages(deps);
  get(`${base}/incidents`, anyRole, incidents.show);
  post(`${base}/incidents`, requireRole(...reporters), incidentSchema, incidents.submit);
  acts(all, deps, closingStatement);
  const correction = correctionPages(deps);
  get(`${base}/corrections/new`, requireRole(...reporters), correction.show);
  post(`${base}/corrections`, requireRole(...reporters), correctionSchema, correction.submit);
}
