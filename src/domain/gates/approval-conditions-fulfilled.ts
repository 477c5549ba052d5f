import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet } = findings("approval-conditions-fulfilled", "planner");

export const approvalConditionsFulfilled: Condition = ({ technology }) => {
  const open = technology.conditions.filter(({ fulfilledAt }) => fulfilledAt === null);
  if (open.length === 0)
    return technology.conditions.length === 0 ? met("none") : met("met", { count: technology.conditions.length });
  const due = open.map(({ dueOn }) => dueOn).sort()[0] ?? null;
  const names = open.map(({ condition, decision }) => ({ kind: "approval", id: condition, of: decision }) as const);
  return unmet(names, "unmet", { conditions: open.map(({ condition }) => condition), due }, due);
};
