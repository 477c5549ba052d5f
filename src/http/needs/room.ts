import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { judgeNeedPages, judgementSchema } from "./judge-need.ts";
import { needsPages } from "./needs.ts";
import { needsSchema, stateNeedsPages } from "./state-needs.ts";

/** What people need a technology for, and whether the pilot showed that it gives them that. */
export const needsRoom = {
  name: "needs",
  page: "needs",
  routes,
  kind: "needs",
  events: {
    NeedsStated: { tell: (_, { needs }) => ({ values: { count: needs.length } }) },
    NeedJudged: {
      tell: ({ t }, { need, coverage }) => ({ values: { need, coverage: t(`needs:coverage.${coverage}`) } }),
    },
  },
  acts: {
    StateNeeds: { at: "needs/list", from: ["technology", "pilot"] },
    JudgeNeed: { at: "needs", from: ["technology"] },
  },
  conditions: {
    "needs-covered": { see: "needs" },
  },
  work: {
    "state-needs": { group: "own", href: (item) => underTechnology(item, "needs/list") },
    "judge-needs": { group: "own", href: (item) => underTechnology(item, "needs") },
  },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const needs = needsPages(deps);
  get("/technologies/:slug/needs", anyRole, needs.show);
  listRoutes(all, "/technologies/:slug/needs", anyRole, needs.list);
  const list = stateNeedsPages(deps);
  get("/technologies/:slug/needs/list", requireRole("planner"), list.show);
  post("/technologies/:slug/needs/list", requireRole("planner"), needsSchema, list.submit);
  const judge = judgeNeedPages(deps);
  get("/technologies/:slug/needs/:need/judgement", requireRole("evaluator"), judge.show);
  post("/technologies/:slug/needs/:need/judgement", requireRole("evaluator"), judgementSchema, judge.submit);
}
