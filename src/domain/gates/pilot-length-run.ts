import { addDays, isBefore } from "../words/days.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("pilot-length-run", "planner");

/** As long as the plan says, and never shorter than the tier asks. */
export const pilotLengthRun: Condition = ({ technology, policy, today }) => {
  const { plan, tier } = technology;
  const openedOn = plan?.openedOn ?? null;
  if (plan === null || openedOn === null) return unknown("itself", "not-opened");
  const days = Math.max(plan.plan.days, policy.tiers[tier].minimumPilotDays);
  const until = addDays(openedOn, days);
  return isBefore(today, until)
    ? unmet([{ kind: "pilot", id: "days", of: plan.number, at: days }], "unmet", { days, until }, until)
    : met("met", { days });
};
