import { isKnown } from "../costs/figure.ts";
import type { Figure, Unsaid } from "../costs/figure.ts";
import { firstDay } from "../costs/work-package.ts";
import { costPlanOf, costReportDue, costStanding, costWarnings, reportsOn } from "../technology/state/cost-standing.ts";
import type { CostStanding } from "../technology/state/cost-standing.ts";
import type { LockedCostPlan } from "../technology/state/costs.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Thing } from "../technology/state/thing.ts";
import type { Condition, ConditionFinding, Dossier } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("costs-reported", "planner");

/**
 * What pilot and rollout cost is planned, and reported as of a day that is near enough. An index under its limit warns
 * whoever decides and refuses nothing: a dear technology may be worth it, one whose cost nobody knows cannot be weighed.
 */
export const costsReported: Condition = (dossier) => {
  const { technology: t } = dossier;
  const plan = costPlanOf(t);
  if (plan === null) return unknown("itself", "none");
  if (!plan.plan.packages.some(({ part }) => part === "rollout")) return unmet("itself", "pilotOnly");
  const standing = costStanding(t);
  return standing === null ? unreported(dossier, plan) : reported(dossier, plan, standing);
};

function unreported({ technology: t, policy, today }: Dossier, plan: LockedCostPlan): ConditionFinding {
  const first = firstDay(plan.plan.packages);
  if (today < first) return met("ahead");
  return unknown(reportOf(t, plan), plan.number === 1 ? "unreported" : "unreportedAnew", {}, costReportDue(t, policy));
}

function reported({ technology: t, policy, today }: Dossier, plan: LockedCostPlan, standing: CostStanding) {
  const { asOf, costIndex, scheduleIndex } = standing;
  const due = costReportDue(t, policy);
  if (due !== null && due < today) return unmet(reportOf(t, plan), "overdue", { until: asOf }, due);
  const warns = costWarnings(standing, policy);
  const variant = warns.length === 2 ? "warnsBoth" : warns[0] === undefined ? "met" : warnings[warns[0]];
  return met(variant, { until: asOf, cpi: valueOf(costIndex), spi: valueOf(scheduleIndex) });
}

const warnings = { cost: "warnsCost", schedule: "warnsSchedule" } as const;

/** The report that is missing: another one than the next that will be. */
const reportOf = (t: Technology, plan: LockedCostPlan): readonly Thing[] => [
  { kind: "costs", id: String(reportsOn(t, plan).length + 1), of: plan.number },
];

type IndexSaid = number | Unsaid;

/** To two decimals, as it is said; else why it is unknown. */
const valueOf = (figure: Figure): IndexSaid =>
  isKnown(figure) ? Math.round(figure.value * 100) / 100 : figure.unknown;
