import { indicatorsOf } from "../../measures/indicator.ts";
import type { Reason } from "../../words/decision.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { measureOf } from "../../measures/measures.ts";
import type { Tier } from "../../words/tier.ts";
import { isApplicable } from "../looks/is-applicable.ts";
import { compareDays, isBefore, isDay } from "../../words/days.ts";
import type { PilotPlan } from "../state/pilot.ts";
import type { PlannedIndicator } from "../../measures/planned-indicator.ts";
import { assistedReasons, choiceReasons, fairnessReasons } from "./plan-choices.ts";
import { titleLength } from "../state/title-length.ts";
import { when } from "../../words/reasons.ts";
import { required } from "../../words/required.ts";

/** Everything that keeps a plan from being locked under a policy; what depends on today stands with lock and amend. */
export function planReasons(plan: PilotPlan, policy: Policy, tier: Tier): readonly Reason[] {
  const shortest = policy.tiers[tier].minimumPilotDays;
  return [
    ...required(plan.sites, "sites"),
    ...when(!isCount(plan.siteCount), "NotPositive", "siteCount"),
    ...when(!isDay(plan.startsOn), "DayMalformed", "startsOn"),
    ...when(!isCount(plan.days), "NotPositive", "days"),
    ...when(isCount(plan.days) && plan.days < shortest, "PilotTooShort", "days", { shortest, tier }),
    ...serviceReasons(plan, policy),
    ...when(!isPositive(plan.latencyMs), "NotPositive", "latencyMs"),
    ...when(plan.restoreSeconds !== null && !isPositive(plan.restoreSeconds), "NotPositive", "restoreSeconds"),
    ...lookReasons(plan, policy),
    ...indicatorReasons(plan, policy),
    ...fairnessReasons(plan, policy),
    ...assistedReasons(plan),
    ...required(plan.exit, "exit"),
    ...required(plan.rollback, "rollback"),
  ];
}

const isPositive = (figure: number): boolean => Number.isFinite(figure) && figure > 0;
const isCount = (figure: number): boolean => Number.isSafeInteger(figure) && figure > 0;

function serviceReasons(plan: PilotPlan, policy: Policy): readonly Reason[] {
  const indicators = indicatorsOf(policy);
  const needed = indicators.some((indicator) => indicator.measure === "availability" && isApplicable(plan, indicator));
  return [
    ...when(needed && plan.services.length === 0, "ServiceMissing", "services"),
    ...when(
      plan.services.some((name) => name.trim() === "" || !name.isWellFormed() || name.length > titleLength),
      "ServiceMalformed",
      "services",
    ),
    ...when(new Set(plan.services).size < plan.services.length, "ServiceRepeated", "services"),
  ];
}

function lookReasons({ looks, startsOn }: PilotPlan, policy: Policy): readonly Reason[] {
  const most = policy.looks.most;
  if (looks.length === 0) return when(true, "LookMissing", "looks");
  if (!looks.every(isDay)) return when(true, "DayMalformed", "looks");
  const ascending = looks.every((day, i) => i === 0 || compareDays(looks[i - 1] ?? day, day) < 0);
  return [
    ...when(looks.length > most, "TooManyLooks", "looks", { most }),
    ...when(!ascending, "LooksNotAscending", "looks"),
    ...when(isBefore(looks[0] ?? startsOn, startsOn), "LookBeforeStart", "looks", { startsOn }),
  ];
}

function indicatorReasons(plan: PilotPlan, policy: Policy): readonly Reason[] {
  const known = new Map(indicatorsOf(policy).map((indicator) => [indicator.key, indicator]));
  const each = Object.entries(plan.indicators).flatMap(([key, planned]) => {
    const indicator = known.get(key);
    if (indicator === undefined) return when(true, "IndicatorUnknown", `indicators.${key}`, { indicator: key });
    return plannedReasons(indicator, planned);
  });
  const emptied = policy.criteria.filter(
    (criterion) => !criterion.indicators.some((indicator) => isApplicable(plan, indicator)),
  );
  return [
    ...each,
    ...emptied.flatMap(({ key }) => when(true, "CriterionEmptied", `criteria.${key}`, { criterion: key })),
  ];
}

function plannedReasons(indicator: Indicator, planned: PlannedIndicator): readonly Reason[] {
  const at = `indicators.${indicator.key}`;
  const { floor, minimumSample } = planned;
  const [least, most] = measureOf(indicator.measure).range;
  return [
    ...(planned.applicable || indicator.optional === true ? [] : required(planned.reason, `${at}.reason`)),
    ...when(floor !== null && !(floor >= least && floor <= most), "FloorOutOfRange", `${at}.floor`),
    ...when(floor !== null && isLooser(indicator, floor), "FloorLooser", `${at}.floor`, {
      floor: indicator.floor ?? null,
    }),
    ...when(minimumSample !== null && !isCount(minimumSample), "NotPositive", `${at}.minimumSample`),
    ...when(minimumSample !== null && minimumSample < indicator.minimumSample, "SampleSmaller", `${at}.minimumSample`, {
      least: indicator.minimumSample,
    }),
    ...choiceReasons(indicator, planned, at),
  ];
}

function isLooser(indicator: Indicator, floor: number): boolean {
  if (indicator.floor === undefined) return false;
  return indicator.better === "higher" ? floor < indicator.floor : floor > indicator.floor;
}
