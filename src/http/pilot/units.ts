import type { Policy } from "../../domain/policy/policy.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import { leastSample } from "../../domain/scoring/needed.ts";
import { yardstickOf } from "../../domain/measures/yardstick.ts";
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import { rounded } from "../../domain/words/rounded.ts";
import { isPercent } from "../say/figure-style.ts";
import type { Language } from "../view/languages.ts";

/** What the rules for an indicator follow from, whether locked or still being typed. */
export type PlanRules = Pick<
  PilotPlan,
  "services" | "latencyMs" | "restoreSeconds" | "indicators" | "fairness" | "looks" | "days"
>;

/** Shares are typed and shown as percent; the plan holds 0–1. */
export const toTyped = (indicator: Indicator, value: number): string =>
  String(isPercent(indicator.measure) ? rounded(value * 100) : value);
export const fromTyped = (indicator: Indicator, value: number): number =>
  isPercent(indicator.measure) ? rounded(value / 100) : value;

export const sampleText = ({ t }: Language, { measure }: Indicator, count: number): string =>
  t(`policy:sample.${measure}`, { count });

/** Evidence that is judged by other indicators' floors takes what they take, whatever its own minimum sample. */
function leastOf(policy: Policy, plan: PlanRules, indicator: Indicator): number {
  const { judgedBy = [] } = measureOf(indicator.measure);
  const judging = indicatorsOf(policy).filter(({ measure }) => judgedBy.includes(measure));
  const each = [indicator, ...judging].map((counted) =>
    leastSample(counted.measure, yardstickOf(counted, { policy, plan }), { plan, policy }),
  );
  return Math.ceil(Math.max(...each));
}

/**
 * The least evidence that can clear the floor, if nothing at all goes wrong: said before anybody collects it. In the measure's
 * own words, or in those of what its sample is counted in.
 */
export function needText(language: Language, policy: Policy, plan: PlanRules, indicator: Indicator): string {
  const { t, format } = language;
  const { name, sample } = measureOf(indicator.measure);
  const least = leastOf(policy, plan, indicator);
  const tooLong = sample === "hours" && least > plan.days * 24;
  const own = t.has(`pilot:need.${name}`) ? name : sample;
  return t(`pilot:need.${tooLong ? "tooLong" : own}`, {
    count: least,
    time: sample === "slices" ? format.duration(least * 10) : "",
    days: sample === "hours" ? format.days(Math.ceil(least / 24)) : "",
  });
}
