import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("amendments-explained", "planner");

/** No amendment is accepted without its reason; an erased one can no longer stand in front of the approvers. */
export const amendmentsExplained: Condition = ({ technology: { plan, erased } }) => {
  if (plan === null) return unknown("no-plan");
  const { amendments } = plan;
  if (amendments.some(({ reason }) => erased.includes(reason))) return unknown("erased");
  if (amendments.length === 0) return met("none");
  return met("met", { count: amendments.length, afterData: amendments.filter(({ afterData }) => afterData).length });
};
