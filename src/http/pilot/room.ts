import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import { fieldNames } from "../say/event-words.ts";
import type { Deps } from "../deps.ts";
import { requireRole, anyRole } from "../middleware/access.ts";
import { amendPages } from "./amend.ts";
import { copyPages } from "./copy.ts";
import { lockPages } from "./lock.ts";
import { openSchema, planPages } from "./plan.ts";
import { amendmentSchema, planSchema } from "./schema.ts";
import { stopPages, stopSchema } from "./stop.ts";
import type { Routes } from "../routes.ts";

/** The pilot plan and its amendments, opening and stopping. */
export const pilotRoom = {
  name: "pilot",
  page: "plan",
  routes,
  kind: "pilot",
  events: {
    PilotPlanLocked: {
      tell: ({ format }, { policyVersion, plan }) => ({
        values: {
          policy: policyVersion,
          days: plan.days,
          sites: plan.siteCount,
          count: plan.siteCount,
          looks: format.list(plan.looks.map((day) => format.date(day))),
        },
      }),
    },
    PilotPlanAmended: {
      tell: (language, { changed }) => ({ values: { fields: fieldNames(language, changed) } }),
      mark: ({ afterData }) => (afterData ? { glyph: "late", word: "afterData" } : null),
    },
    PilotOpened: { tell: ({ format }, { on }) => ({ values: { day: format.date(on) } }) },
    LookTaken: {
      tell: ({ t }, { look, of, verdict }) => ({
        values: { look, of, outcome: t(`events:outcome.${verdict.outcome}`) },
      }),
    },
    PilotStopped: { mark: () => ({ glyph: "unmet", word: "stopped" }) },
  },
  finals: { PilotPlanLocked: {}, PilotOpened: {}, PilotStopped: {} },
  acts: {
    LockPilotPlan: { at: "plan/new", from: ["technology", "pilot"] },
    AmendPilotPlan: { at: "plan/amendments/new", from: ["technology", "pilot"] },
    OpenPilot: { at: "plan", from: ["technology"] },
    StopPilot: { at: "pilot/stop", from: ["technology", "pilot"] },
  },
  conditions: {
    "pilot-length-run": { see: "plan" },
    "amendments-explained": { see: "plan" },
    "assisted-groups": { see: "evidence" },
    "assisted-considered": { see: "plan" },
    "rollback-planned": { see: "plan", act: { command: "AmendPilotPlan", at: "plan/amendments/new" } },
  },
  work: {
    "plan-pilot": { group: "own", href: (item) => underTechnology(item, "plan/new") },
    "open-pilot": { group: "own", href: (item) => underTechnology(item, "plan") },
  },
  warnings: { "pilot-start-overdue": { href: (warning) => underTechnology(warning, "plan") } },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const planner = requireRole("planner");
  const base = "/technologies/:slug";
  const plan = planPages(deps);
  get(`${base}/plan`, anyRole, plan.show);
  post(`${base}/pilot`, planner, openSchema, plan.submit, { on: `${base}/plan` });
  const lock = lockPages(deps);
  get(`${base}/plan/new`, planner, lock.show);
  post(`${base}/plan`, planner, planSchema, lock.submit, { form: `${base}/plan/new` });
  get(`${base}/plan/copies`, planner, copyPages(deps).show);
  const amend = amendPages(deps);
  get(`${base}/plan/amendments/new`, planner, amend.show);
  post(`${base}/plan/amendments`, planner, amendmentSchema, amend.submit, { form: `${base}/plan/amendments/new` });
  const stop = stopPages(deps);
  get(`${base}/pilot/stop`, requireRole("planner", "approver"), stop.show);
  post(`${base}/pilot/stop`, requireRole("planner", "approver"), stopSchema, stop.submit);
}
