import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("amendments-explained", "planner");

/** No amendment is accepted without its reason; an erased one can no longer stand in front of the approvers. */
export const amendmentsExplained: Condition = ({ technology: { plan, erased } }) => {
  if (plan === null) return unknown("itself", "no-plan");
  const { amendments } = plan;
  const unexplained = amendments.flatMap(({ reason }, i) =>
    erased.includes(reason) ? [{ kind: "text", id: `amendment ${i + 1}`, of: plan.number } as const] : [],
  );
  if (unexplained.length > 0) return unknown(unexplained, "erased");
  if (amendments.length === 0) return met("none");
  return met("met", { count: amendments.length, afterData: amendments.filter(({ afterData }) => afterData).length });
};
