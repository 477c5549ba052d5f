import { daysLate } from "../../costs/days-late.ts";
import { earnedValue } from "../../costs/earned-value.ts";
import type { EarnedValue } from "../../costs/earned-value.ts";
import { isKnown } from "../../costs/figure.ts";
import { budgetOf, plannedBy } from "../../costs/work-package.ts";
import type { Policy } from "../../policy/policy.ts";
import { addDays, earliestDay } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { Tier } from "../../words/tier.ts";
import type { CostReport, CostsSlice, LockedCostPlan, WorkPackage, WorkPart } from "./costs.ts";

/** The plan in force; null where there is none yet. */
export const costPlanOf = ({ costPlans }: CostsSlice): LockedCostPlan | null => costPlans.at(-1) ?? null;

/** Reports on one plan that count, by day: of two as of one day the later. */
export const reportsOn = ({ costReports }: CostsSlice, { number }: LockedCostPlan): readonly CostReport[] =>
  costReports
    .filter(({ plan }) => plan === number)
    .filter((report, i, all) => !all.slice(i + 1).some(({ asOf }) => asOf === report.asOf));

/** How cost and schedule stand by a report. */
export interface CostStanding extends EarnedValue {
  readonly asOf: Day;
  /** Negative where the work is ahead of its plan. */
  readonly daysLate: number;
  readonly done: boolean;
}

/**
 * By the last of the reports given.
 *
 * @param reports on this plan, oldest first
 * @param part of the work only; absent, all of it
 * @returns null without a report, or where no money is planned for the part
 */
export function standingBy(
  { plan }: LockedCostPlan,
  reports: readonly CostReport[],
  part?: WorkPart,
): CostStanding | null {
  const packages = plan.packages.filter((task) => part === undefined || task.part === part);
  const newest = reports.at(-1);
  const budget = budgetOf(packages);
  if (newest === undefined || budget === 0) return null;
  const progress = reports.map((report) => ({ asOf: report.asOf, earned: earnedIn(packages, report) }));
  const sums = {
    budget,
    planned: plannedBy(packages, newest.asOf),
    earned: earnedIn(packages, newest),
    spent: spentIn(packages, newest),
  };
  return {
    ...earnedValue(sums, plan.estimate),
    asOf: newest.asOf,
    daysLate: daysLate(packages, progress),
    done: packages.every((task) => doneOf(newest, task) === 1),
  };
}

/** By the newest report on the plan in force. */
export function costStanding(t: CostsSlice): CostStanding | null {
  const plan = costPlanOf(t);
  return plan === null ? null : standingBy(plan, reportsOn(t, plan));
}

export const doneOf = ({ lines }: Pick<CostReport, "lines">, { package: id }: Pick<WorkPackage, "package">): number =>
  lines.find((line) => line.package === id)?.done ?? 0;

export const earnedIn = (packages: readonly WorkPackage[], report: Pick<CostReport, "lines">): number =>
  packages.reduce((total, task) => total + task.budget * doneOf(report, task), 0);

export const spentIn = (packages: readonly WorkPackage[], { lines }: Pick<CostReport, "lines">): number =>
  packages.reduce((total, task) => total + (lines.find((line) => line.package === task.package)?.spent ?? 0), 0);

/** The indices that lie under what the policy warns at. */
export function costWarnings(
  { costIndex, scheduleIndex }: EarnedValue,
  { safeguards: { costs } }: Pick<Policy, "safeguards">,
): readonly ("cost" | "schedule")[] {
  return [
    ...(isKnown(costIndex) && costIndex.value < costs.costIndexWarns ? (["cost"] as const) : []),
    ...(isKnown(scheduleIndex) && scheduleIndex.value < costs.scheduleIndexWarns ? (["schedule"] as const) : []),
  ];
}

interface OfTier extends CostsSlice {
  readonly tier: Tier;
}

/**
 * The last day for the next report; null where none is due: no plan, all work done, or a tier of which the policy asks none.
 * Counted from the last report, or from the day on which there is something to report.
 */
export function costReportDue(t: OfTier, { safeguards: { costs } }: Pick<Policy, "safeguards">): Day | null {
  const [plan, days] = [costPlanOf(t), costs.reportDays[t.tier]];
  if (plan === null || days === null) return null;
  const newest = reportsOn(t, plan).at(-1);
  const open = plan.plan.packages.filter((task) => newest === undefined || doneOf(newest, task) < 1);
  const first = earliestDay(open.map(({ startsOn }) => startsOn));
  if (first === null) return null;
  const since = newest?.asOf ?? plan.on;
  return addDays(since > first ? since : first, days);
}
