import { addDays } from "../../words/days.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { toAuthors } from "../manifest/offered.ts";
import { withAuthors } from "../state/authors.ts";
import { costPlanOf } from "../state/cost-standing.ts";
import type { CostsCommand, CostsEvent } from "../state/costs.ts";
import { pinnedPolicy } from "../state/policy-of.ts";
import { costsPayloads } from "./payloads.ts";
import { amendCostPlan, lockCostPlan } from "./plan-costs.ts";
import { reportCosts } from "./report-costs.ts";
import { scheduleWarnings } from "./warnings.ts";
import { ahead, asksForCosts, toDo } from "./work.ts";

/** What pilot and rollout are planned to cost and when, and what they came to. */
export const costs = {
  acts: {
    LockCostPlan: {
      roles: ["planner"],
      stages: ["proposed", "piloting", "evaluating", "rolling-out"],
      rewriting: true,
      program: "plan",
      // Where no gate asks for it, nobody is bothered with it.
      offered: (t, f) => costPlanOf(t) === null && asksForCosts(t, pinnedPolicy(t, f)) && toAuthors(t, f),
      decide: lockCostPlan,
    },
    AmendCostPlan: {
      roles: ["planner"],
      stages: ["proposed", "piloting", "evaluating", "rolling-out"],
      rewriting: true,
      offered: (t, f) => costPlanOf(t) !== null && toAuthors(t, f),
      decide: amendCostPlan,
    },
    ReportCosts: {
      roles: ["planner"],
      stages: ["piloting", "evaluating", "rolling-out", "adopted"],
      program: "cost",
      offered: (t, f) => costPlanOf(t) !== null && toAuthors(t, f),
      decide: reportCosts,
    },
  },
  facts: {
    CostPlanLocked: {
      schema: 1,
      payload: costsPayloads.CostPlanLocked,
      enteredBy: ["LockCostPlan"],
      // Whoever says what it is to cost has written a part of the proposal: they judge nothing of it.
      apply: (t, locked, { actor, time }) => ({
        ...t,
        authors: withAuthors(t.authors, actor),
        costPlans: [...t.costPlans, { ...locked, at: time, by: actor, changed: [], reason: null }],
      }),
    },
    CostPlanAmended: {
      schema: 1,
      payload: costsPayloads.CostPlanAmended,
      enteredBy: ["AmendCostPlan"],
      apply: (t, amended, { actor, time }) => ({
        ...t,
        authors: withAuthors(t.authors, actor),
        costPlans: [...t.costPlans, { ...amended, at: time, by: actor }],
      }),
    },
    CostReported: {
      schema: 1,
      payload: costsPayloads.CostReported,
      enteredBy: ["ReportCosts"],
      apply: (t, report, { actor, time, position }) => ({
        ...t,
        authors: withAuthors(t.authors, actor),
        costReports: [...t.costReports, { ...report, at: time, by: actor, position }],
      }),
    },
  },
  texts: {
    // Figures are for everyone; without the names of the work nobody could read them.
    forEverybody: (t) => t.costPlans.flatMap(({ plan }) => plan.packages.map(({ name }) => name)),
    ofPerson: (t, person) => [
      ...t.costPlans.filter(({ by }) => by === person).map(({ reason }) => reason),
      ...t.costReports.filter(({ by }) => by === person).map(({ text }) => text),
    ],
  },
  work: [{ at: 27, items: toDo }],
  dates: {
    ahead: [{ at: 27, days: ahead }],
    // The condition turns on the day after the last for a report.
    shown: (t, policy) => ahead(t, { policy }).map(({ on }) => addDays(on, 1)),
  },
  warnings: [{ at: 28, items: scheduleWarnings }],
  conditions: ["costs-reported"],
} satisfies Chapter<CostsCommand, CostsEvent>;
