import { isJudged } from "../measures/measures.ts";
import { measureIndicators } from "../scoring/measure-indicators.ts";
import type { IndicatorResult } from "../scoring/verdict-types.ts";
import { measureContext } from "../technology/looks/look-context.ts";
import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";
import type { Thing } from "../technology/state/thing.ts";

const { met, unmet, unknown } = findings("plan-evidence-complete", "planner");

/** Every measured indicator that applies has evidence in force of at least its minimum sample. Rubrics come later. */
export const planEvidenceComplete: Condition = ({ technology, policy, today }) => {
  const context = measureContext(technology, policy, today);
  if (context === null) return unknown("itself", "no-plan");
  const measured = measureIndicators(context).filter(
    ({ measure, group, state }) => !isJudged(measure) && group === undefined && state !== "not-applicable",
  );
  const open = measured.filter(({ state }) => state === "unknown");
  const names = open.map((indicator) => named(indicator, technology.plan?.number ?? 0));
  const indicators = open.map(({ indicator }) => indicator);
  if (measured.length === 0) return unknown("itself", "nothing-measured");
  if (open.length === 0) return met("met", { count: measured.length });
  return open.every(({ unknown: why }) => why?.code === "below-minimum")
    ? unmet(names, "below-minimum", { indicators })
    : unknown(names, "unknown", { indicators });
};

const named = ({ id, unknown: why }: IndicatorResult, plan: number): Thing => ({
  kind: "indicator",
  id,
  of: plan,
  at: why?.code === "below-minimum" && why.minimum > 0 ? 1 - why.n / why.minimum : 1,
});
