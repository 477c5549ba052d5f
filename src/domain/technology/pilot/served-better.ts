import type { Reason } from "../../words/decision.ts";
import type { Policy } from "../../policy/policy.ts";
import { measureIndicators } from "../../scoring/measure-indicators.ts";
import type { IndicatorResult } from "../../scoring/verdict-types.ts";
import type { PilotPlan } from "../state/pilot.ts";
import { measureContext } from "../looks/look-context.ts";
import type { Technology } from "../state/technology.ts";
import type { Day } from "../../words/text.ts";

/**
 * Indicators that come out better under the next plan on the evidence that is there. A stricter floor asks for more of its
 * own indicator and may still serve another: the service level decides which load level headroom is read from. So what
 * an amendment does to data already seen is looked at, not only what kind of change it is.
 */
export function servedBetter(
  t: Technology,
  next: PilotPlan,
  policy: Policy,
  today: Day,
  since: Day,
): readonly Reason[] {
  const context = measureContext(t, policy, today);
  if (context === null) return [];
  const before = new Map(measureIndicators(context).map((indicator) => [indicator.id, indicator]));
  const better = measureIndicators({ ...context, plan: next }).filter((indicator) =>
    isBetter(indicator, before.get(indicator.id)),
  );
  return [...new Set(better.map(({ indicator }) => indicator))].map((indicator) => ({
    code: "BetterAfterData",
    field: `indicators.${indicator}`,
    params: { indicator, since },
  }));
}

/** Score points by which two computations of the same bound may differ. */
const noise = 1e-6;

function isBetter(after: IndicatorResult, before: IndicatorResult | undefined): boolean {
  const cleared = after.state === "cleared" && before?.state !== "cleared";
  const points = (indicator: IndicatorResult | undefined, end: "estimate" | "lower"): number =>
    indicator?.scored?.[end] ?? 0;
  return cleared || (["estimate", "lower"] as const).some((end) => points(after, end) > points(before, end) + noise);
}
