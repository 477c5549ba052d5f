import { measureIndicators } from "../scoring/measure-indicators.ts";
import { measureContext } from "../technology/look-context.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("plan-evidence-complete", "planner");

/** Every measured indicator that applies has evidence in force of at least its minimum sample. Rubrics come later. */
export const planEvidenceComplete: Condition = ({ technology, policy, today }) => {
  const context = measureContext(technology, policy, today);
  if (context === null) return unknown("no-plan");
  const measured = measureIndicators(context).filter(
    ({ measure, group, state }) => measure !== "rubric" && group === undefined && state !== "not-applicable",
  );
  const open = measured.filter(({ state }) => state === "unknown");
  const indicators = open.map(({ indicator }) => indicator);
  if (measured.length === 0) return unknown("nothing-measured");
  if (open.length === 0) return met("met", { count: measured.length });
  return open.every(({ unknown: why }) => why?.code === "below-minimum")
    ? unmet("below-minimum", { indicators })
    : unknown("unknown", { indicators });
};
