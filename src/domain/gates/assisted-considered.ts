import { groupsSampled } from "./assisted-groups.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const own = findings("assisted-considered", "planner");

/**
 * The milder question of the two: groups that may need help are in the sample, or the locked plan says why none is asked,
 * which everybody who decides has read in it.
 */
export const assistedConsidered: Condition = (dossier) => {
  const plan = dossier.technology.plan?.plan;
  const isReasoned = plan !== undefined && plan.assisted.length === 0 && plan.assistedWhy !== null;
  return isReasoned ? own.met("met-reasoned") : groupsSampled(dossier, own);
};
