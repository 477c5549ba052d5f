import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { Technology } from "./technology.ts";

/** The day after the last one that the plan asks for; null while no pilot is open. */
export const pilotEnd = ({ plan }: Pick<Technology, "plan">): Day | null =>
  plan === null || plan.openedOn === null ? null : addDays(plan.openedOn, plan.plan.days);
