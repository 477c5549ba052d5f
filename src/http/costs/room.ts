import type { ListedWarning } from "../../projections/warnings/types.ts";
import { budgetOf } from "../../domain/costs/work-package.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { money } from "../say/cost.ts";
import { costsPages } from "./costs.ts";
import { costPlanPages, costPlanSchema } from "./plan.ts";
import { costReportPages, costReportSchema } from "./report.ts";

/** What pilot and rollout cost and how long they take, against their plan. */
export const costsRoom = {
  name: "costs",
  page: "costs",
  routes,
  kind: "costs",
  events: {
    CostPlanLocked: {
      tell: (language, { currency, plan }) => ({
        values: { money: money(language, budgetOf(plan.packages)), currency, count: plan.packages.length },
      }),
    },
    CostPlanAmended: {
      tell: (language, { number, currency, plan, changed }) => ({
        values: { number, money: money(language, budgetOf(plan.packages)), currency, count: changed.length },
        // Nothing but how the cost at the end is estimated.
        ...(changed.length === 0 && { variant: "CostPlanAmended_rule" }),
      }),
    },
    CostReported: { tell: ({ format }, { asOf }) => ({ values: { day: format.date(asOf) } }) },
  },
  acts: {
    LockCostPlan: { at: "costs/plan", from: ["technology", "pilot"] },
    AmendCostPlan: { at: "costs/plan" },
    ReportCosts: { at: "costs/report", from: ["technology", "pilot"] },
  },
  conditions: {
    "costs-reported": { see: "costs" },
  },
  warnings: {
    "cost-over": { href: toCosts, values: ({ format }, { params }) => ({ day: format.date(String(params["asOf"])) }) },
    "schedule-behind": {
      href: toCosts,
      values: ({ format }, { params }) => ({ day: format.date(String(params["asOf"])) }),
    },
    "cost-report-late": { href: (warning) => underTechnology(warning, "costs/report") },
  },
  work: {
    "plan-costs": { group: "own", href: (item) => underTechnology(item, "costs/plan") },
    "report-costs": { group: "own", href: (item) => underTechnology(item, "costs/report") },
  },
} satisfies Room;

function toCosts(warning: ListedWarning): string {
  return underTechnology(warning, "costs");
}

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const costs = costsPages(deps);
  get("/technologies/:slug/costs", anyRole, costs.show);
  listRoutes(all, "/technologies/:slug/costs", anyRole, costs.list);
  const plan = costPlanPages(deps);
  get("/technologies/:slug/costs/plan", requireRole("planner"), plan.show);
  post("/technologies/:slug/costs/plan", requireRole("planner"), costPlanSchema, plan.submit);
  const report = costReportPages(deps);
  get("/technologies/:slug/costs/report", requireRole("planner"), report.show);
  post("/technologies/:slug/costs/report", requireRole("planner"), costReportSchema, report.submit);
}
