import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("rollback-planned", "planner");

export const rollbackPlanned: Condition = ({ technology: { plan, erased } }) => {
  if (plan === null) return unknown("itself", "no-plan");
  return erased.includes(plan.plan.rollback)
    ? unknown([{ kind: "text", id: "rollback", of: plan.number }], "erased")
    : met();
};
