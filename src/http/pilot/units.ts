import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/indicator.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import { leastSample } from "../../domain/scoring/needed.ts";
import { yardstickOf } from "../../domain/measures/yardstick.ts";
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import type { Language } from "../view/languages.ts";

/** What the rules for an indicator follow from, whether locked or still being typed. */
export type PlanRules = Pick<
  PilotPlan,
  "services" | "latencyMs" | "restoreSeconds" | "indicators" | "fairness" | "looks" | "days"
>;

const shares: readonly Measure[] = ["availability", "failed-share", "within-share", "task-success", "fairness"];

export const isShare = ({ measure }: Indicator): boolean => shares.includes(measure);

/** Shares are typed and shown as percent; the plan holds 0–1. */
export const toTyped = (indicator: Indicator, value: number): string =>
  String(isShare(indicator) ? exact(value * 100) : value);
export const fromTyped = (indicator: Indicator, value: number): number =>
  isShare(indicator) ? exact(value / 100) : value;

/** Ten times a tenth is one: without the tail that binary fractions leave. */
const exact = (value: number): number => Number(value.toPrecision(12));

/** "at least 99 %", "at most 1 %", "at least 1.2 ×". */
export function floorText({ t, format }: Language, indicator: Indicator, floor: number): string {
  const figure = isShare(indicator)
    ? format.percent(floor, decimals(exact(floor * 100)))
    : indicator.measure === "headroom" || indicator.measure === "volume"
      ? format.times(floor, decimals(floor))
      : indicator.measure === "rubric"
        ? t("policy:anchor", { value: format.number(floor) })
        : format.number(floor);
  return indicator.better === "higher" ? format.atLeast(figure) : format.atMost(figure);
}

const decimals = (value: number): number => Math.min(4, (String(value).split(".")[1] ?? "").length);

export const sampleText = ({ t }: Language, { measure }: Indicator, count: number): string =>
  t(`policy:sample.${measure}`, { count });

/** A load level is judged by the shares of its requests: it takes what they take, whatever its own minimum sample. */
function leastOf(policy: Policy, plan: PlanRules, indicator: Indicator): number {
  const judging = policy.criteria
    .flatMap(({ indicators }) => indicators)
    .filter(({ measure }) => measure === "failed-share" || measure === "within-share");
  const all = indicator.measure === "headroom" ? [indicator, ...judging] : [indicator];
  const each = all.map((one) => leastSample(one.measure, yardstickOf(one, { policy, plan }), { plan, policy }));
  return Math.ceil(Math.max(...each));
}

/** The least evidence that can clear the floor, if nothing at all goes wrong: said before anybody collects it. */
export function needText(language: Language, policy: Policy, plan: PlanRules, indicator: Indicator): string {
  const { t, format } = language;
  const least = leastOf(policy, plan, indicator);
  switch (indicator.measure) {
    case "failed-share":
    case "within-share":
      return t("pilot:need.slices", { count: least, time: format.duration(least * 10) });
    case "headroom":
      return t("pilot:need.levels", { count: least, time: format.duration(least * 10) });
    case "availability":
      return t(least > plan.days * 24 ? "pilot:need.tooLong" : "pilot:need.hours", {
        count: least,
        days: format.days(Math.ceil(least / 24)),
      });
    case "volume":
    case "sus":
    case "umux-lite":
    case "seq":
    case "task-success":
    case "satisfaction":
    case "accessibility":
    case "fairness":
    case "rubric":
      return t(`pilot:need.${indicator.measure}`, { count: least });
  }
}
