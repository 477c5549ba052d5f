import { addDays } from "../../words/days.ts";
import type { EarlyWarning, WarningGround } from "../manifest/warnings.ts";
import { costPlanOf, costReportDue, costStanding, costWarnings, reportsOn } from "../state/cost-standing.ts";
import type { LockedCostPlan } from "../state/costs.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";
import { withWork } from "./work.ts";

type Warning = EarlyWarning<"cost-over" | "schedule-behind" | "cost-report-late">;

/** An index of the newest report under its limit while work is left, and a report that is over its day. */
export function scheduleWarnings(t: Technology, ground: WarningGround): readonly Warning[] {
  const plan = costPlanOf(t);
  return plan === null ? [] : [...indexWarnings(t, plan, ground), ...lateReport(t, ground)];
}

function indexWarnings(t: Technology, plan: LockedCostPlan, { policy, dayOf }: WarningGround): readonly Warning[] {
  const [standing, newest] = [costStanding(t), reportsOn(t, plan).at(-1)];
  // What is done can be neither cheaper nor earlier: the figures say so, and nobody is asked to act.
  if (standing === null || newest === undefined || standing.done) return [];
  return costWarnings(standing, policy).map((which) => ({
    kind: which === "cost" ? "cost-over" : "schedule-behind",
    from: dayOf(newest.at),
    due: null,
    weight: "notice",
    person: proposerOf(t),
    params: { asOf: newest.asOf },
  }));
}

function lateReport(t: Technology, { policy }: WarningGround): readonly Warning[] {
  const due = costReportDue(t, policy);
  if (due === null || !withWork.includes(t.stage)) return [];
  const person = proposerOf(t);
  return [{ kind: "cost-report-late", from: addDays(due, 1), due, weight: "serious", person, params: {} }];
}
