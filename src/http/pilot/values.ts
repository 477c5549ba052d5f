import { measureOf } from "../../domain/measures/measures.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { TextResult } from "../../application/texts.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { Tier } from "../../domain/words/tier.ts";
import { addDays } from "../../domain/words/days.ts";
import type { PilotPlan } from "../../domain/technology/state/pilot.ts";
import type { PlannedFairness } from "../../domain/measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../domain/measures/planned-indicator.ts";
import type { Day } from "../../domain/words/text.ts";
import type { FormState } from "../forms/form.ts";
import type { Typed } from "../forms/typed.ts";
import type { PlanValues } from "./schema.ts";
import { assistedKnown } from "./assisted-fields.ts";
import { fromTyped, toTyped } from "./units.ts";
import type { PlanRules } from "./units.ts";
import { plainWords } from "../private-words.ts";
import { numberOrNull } from "../forms/number.ts";

/** What was typed, as the command takes it; an indicator nobody touched stands as the policy has it. */
export function planOf(values: PlanValues, policy: Policy): Raw<PilotPlan> {
  const {
    sites,
    siteCount,
    startsOn,
    days,
    latencyMs,
    restoreMinutes,
    looks,
    indicators,
    fairness,
    assisted,
    exit,
    rollback,
  } = values;
  return {
    sites: { text: sites },
    siteCount,
    startsOn,
    days,
    services: linesOf(values.services),
    latencyMs,
    restoreSeconds: restoreMinutes === null ? null : Math.round(restoreMinutes * 60),
    looks: looks.filter((day) => day !== null),
    indicators: Object.fromEntries(
      Object.entries(indicators).flatMap(([key, typed]) => {
        const planned = plannedOf(
          typed,
          indicatorsOf(policy).find((indicator) => indicator.key === key),
        );
        return planned === null ? [] : [[key, planned]];
      }),
    ),
    fairness: fairnessOf(fairness),
    assisted: [...assisted.known, ...linesOf(assisted.others)],
    assistedWhy: assisted.why === "" ? null : { text: assisted.why },
    exit: { text: exit },
    rollback: { text: rollback },
  };
}

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

type TypedIndicator = PlanValues["indicators"][string];

/** Null where nobody touched it. */
function plannedOf(typed: TypedIndicator, indicator: Indicator | undefined): Raw<PlannedIndicator> | null {
  const { excluded, chosen, reason, floor, minimumSample, margin, anytime } = typed;
  const optional = indicator?.optional === true;
  const applicable = optional ? chosen : !excluded;
  const touched = floor !== null || minimumSample !== null;
  const chosenMore = margin !== null || anytime;
  if (optional ? !chosen && !chosenMore : applicable && !touched && !chosenMore) return null;
  const inUnit = (figure: number | null): number | null =>
    figure === null || indicator === undefined ? figure : fromTyped(indicator, figure);
  return {
    applicable,
    reason: excluded && reason !== "" ? { text: reason } : null,
    floor: inUnit(floor),
    minimumSample,
    margin: inUnit(margin),
    anytime,
  };
}

function fairnessOf({ measure, favourable, reference, groups }: PlanValues["fairness"]): PlannedFairness | null {
  if (measure === "" || favourable === "") return null;
  return { measure, favourable, reference, groups: linesOf(groups) };
}

/** A plan on record as the form shows it. */
export function typedOf(plan: PilotPlan, policy: Policy, words: ReadonlyMap<string, TextResult>): Typed {
  const text = (digest: string | null): string => plainWords(words, digest);
  const typed: { [name: string]: string } = {
    sites: text(plan.sites),
    siteCount: String(plan.siteCount),
    startsOn: plan.startsOn,
    days: String(plan.days),
    services: plan.services.join("\n"),
    latencyMs: String(plan.latencyMs),
    restoreMinutes: plan.restoreSeconds === null ? "" : String(Number((plan.restoreSeconds / 60).toFixed(4))),
    exit: text(plan.exit),
    rollback: text(plan.rollback),
  };
  plan.looks.forEach((day, at) => (typed[`looks.${at}`] = day));
  for (const indicator of indicatorsOf(policy)) {
    const planned = plan.indicators[indicator.key];
    if (planned === undefined) continue;
    const at = `indicators.${indicator.key}`;
    if (indicator.optional === true) typed[`${at}.chosen`] = planned.applicable ? "yes" : "";
    else if (!planned.applicable) typed[`${at}.excluded`] = "yes";
    typed[`${at}.reason`] = text(planned.reason);
    typed[`${at}.floor`] = planned.floor === null ? "" : toTyped(indicator, planned.floor);
    typed[`${at}.minimumSample`] = planned.minimumSample === null ? "" : String(planned.minimumSample);
    typed[`${at}.margin`] = planned.margin === null ? "" : toTyped(indicator, planned.margin);
    if (planned.anytime) typed[`${at}.anytime`] = "yes";
  }
  if (plan.fairness !== null) {
    const { groups, ...named } = plan.fairness;
    for (const [name, value] of Object.entries(named)) typed[`fairness.${name}`] = value;
    typed["fairness.groups"] = groups.join("\n");
  }
  const known: readonly string[] = assistedKnown;
  return {
    ...typed,
    "assisted.known": plan.assisted.filter((group) => known.includes(group)),
    "assisted.others": plan.assisted.filter((group) => !known.includes(group)).join("\n"),
    "assisted.why": text(plan.assistedWhy),
  };
}

/** As long as the tier asks from tomorrow, looked at when scores are due. */
export function planDefaults(policy: Policy, tier: Tier, today: Day): Typed {
  const startsOn = addDays(today, 1);
  const days = policy.tiers[tier].minimumPilotDays;
  return { siteCount: "1", startsOn, days: String(days), restoreMinutes: "30", ...looksFor(policy, startsOn, days) };
}

/**
 * A single look when a decision and scoring could be through after the pilot, because the verdict needs the scores; of
 * several the first the day after the pilot's last, each further one as long after.
 */
export function looksFor({ looks, deadlines }: Policy, startsOn: Day, days: number): Typed {
  const apart = deadlines.gateDays + deadlines.scoringDays;
  const first = looks.default === 1 ? days + apart : days;
  return Object.fromEntries(
    Array.from({ length: looks.default }, (_, at) => [`looks.${at}`, addDays(startsOn, first + at * apart)]),
  );
}

function figureIn(typed: Typed, name: string): number | null {
  const text = typed[name];
  const value = typeof text === "string" ? numberOrNull(text) : null;
  return value !== null && value > 0 ? value : null;
}

/** The rules that a half-typed plan would mean, as far as it can be read: what is unreadable counts as left open. */
export function rulesIn({ typed }: FormState, policy: Policy): PlanRules {
  const minutes = figureIn(typed, "restoreMinutes");
  const looks = Object.entries(typed).flatMap(([name, day]) =>
    /^looks\.\d+$/.test(name) && typeof day === "string" && day !== "" ? [day] : [],
  );
  const indicators = indicatorsOf(policy).map((indicator) => {
    const at = `indicators.${indicator.key}`;
    const inUnit = (figure: number | null): number | null => (figure === null ? null : fromTyped(indicator, figure));
    const planned: PlannedIndicator = {
      applicable: true,
      reason: null,
      floor: inUnit(figureIn(typed, `${at}.floor`)),
      minimumSample: figureIn(typed, `${at}.minimumSample`),
      margin: inUnit(figureIn(typed, `${at}.margin`)),
      anytime: measureOf(indicator.measure).anytime === true && (typed[`${at}.anytime`] ?? "") !== "",
    };
    return [indicator.key, planned] as const;
  });
  return {
    services: [],
    latencyMs: 0,
    days: figureIn(typed, "days") ?? 0,
    restoreSeconds: minutes === null ? null : minutes * 60,
    looks,
    fairness: null,
    indicators: Object.fromEntries(indicators),
  };
}
