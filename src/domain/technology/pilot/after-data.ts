import { indicatorsOf } from "../../measures/indicator.ts";
import type { Reason } from "../../words/decision.ts";
import type { Json } from "../../words/json.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Indicator } from "../../measures/measures.ts";
import { measureOf } from "../../measures/measures.ts";
import { dayIn } from "../../words/calendar-day.ts";
import type { PilotPlan, LockedPlan } from "../state/pilot.ts";
import type { PlannedIndicator } from "../../measures/planned-indicator.ts";
import type { Technology } from "../state/technology.ts";
import type { Day } from "../../words/text.ts";

/**
 * How far a field of a locked plan may still change once somebody has seen data under it. "free": nothing that is judged
 * follows from it. "up": only a larger figure, which asks for more. "stricter": only a floor further on the good side.
 * "fixed": not at all, because either direction can be picked to suit the data.
 */
export type Freedom = "free" | "up" | "stricter" | "fixed";

/** What a plan says of single indicators has a table of its own. */
export type PlanField = Exclude<keyof PilotPlan, "indicators">;

/** Every field of the plan has its rule here; a field without one does not compile. */
const ofPlan = {
  sites: "free",
  siteCount: "up",
  startsOn: "fixed",
  days: "up",
  // The worst service decides with its whole spread: one that was watched for a short time hides what another shows.
  services: "fixed",
  // What was measured at one level says nothing about another: it would be left out, and with it what was seen.
  latencyMs: "fixed",
  // The promise bounds the availability where nothing failed: a shorter one raises it.
  restoreSeconds: "up",
  // Confidence is shared among the looks, and a moved one is one more.
  looks: "fixed",
  fairness: "fixed",
  // Whoever is dropped may have been missing; whoever is added may be there by chance.
  assisted: "fixed",
  // A reason that is found once somebody has seen who came is none.
  assistedWhy: "fixed",
  exit: "free",
  rollback: "free",
} as const satisfies { readonly [F in PlanField]-?: Freedom };

/** The same for what a plan says of one indicator. */
const ofIndicator = {
  // Dropping one drops what it showed; adding one adds its score.
  applicable: "fixed",
  reason: "free",
  floor: "stricter",
  minimumSample: "up",
  margin: "fixed",
  anytime: "fixed",
} as const satisfies { readonly [F in keyof PlannedIndicator]-?: Freedom };

export const freedomOf = (field: PlanField): Freedom => ofPlan[field];

export const freedomOfIndicator = (field: keyof PlannedIndicator, { measure }: Pick<Indicator, "measure">): Freedom =>
  field === "minimumSample" && measureOf(measure).worstPiece === true ? "fixed" : ofIndicator[field];

/**
 * The day on which the first evidence was attached under the plan in force, whatever became of it: withdrawn or expired,
 * it was seen. Null: no data yet.
 */
export function dataSince(t: Technology): Day | null {
  const first = t.evidence.find(({ plan }) => t.plan !== null && plan === t.plan.number);
  return first === undefined ? null : dayIn(first.attachedAt, first.timeZone);
}

/** Every field that the next plan changes further than data allow, from what to what. */
export function afterDataReasons({ plan }: LockedPlan, next: PilotPlan, policy: Policy, since: Day): readonly Reason[] {
  const fields = Object.keys(ofPlan) as readonly PlanField[];
  const indicators = indicatorsOf(policy);
  return [
    ...fields.flatMap((field) =>
      goesFurther(ofPlan[field], asJson(plan[field]), asJson(next[field]), "higher")
        ? [fixed(field, field, asJson(plan[field]), asJson(next[field]), since)]
        : [],
    ),
    ...indicators.flatMap((indicator) => indicatorReasons(indicator, plan, next, since)),
  ];
}

function indicatorReasons(indicator: Indicator, plan: PilotPlan, next: PilotPlan, since: Day): readonly Reason[] {
  const [before, after] = [standing(plan, indicator), standing(next, indicator)];
  const fields = Object.keys(ofIndicator) as readonly (keyof PlannedIndicator)[];
  return fields.flatMap((field) =>
    goesFurther(freedomOfIndicator(field, indicator), before[field], after[field], indicator.better)
      ? [fixed(`indicators.${indicator.key}.${field}`, field, before[field], after[field], since)]
      : [],
  );
}

/** What counts for an indicator, named in the plan or not. */
function standing(plan: PilotPlan, { key, optional, floor, minimumSample }: Indicator): PlannedIndicator {
  const planned = plan.indicators[key];
  return {
    applicable: planned?.applicable ?? optional !== true,
    reason: planned?.reason ?? null,
    floor: planned?.floor ?? floor ?? null,
    minimumSample: Math.max(minimumSample, planned?.minimumSample ?? 0),
    margin: planned?.margin ?? null,
    anytime: planned?.anytime ?? false,
  };
}

function goesFurther(freedom: Freedom, before: Json, after: Json, better: Indicator["better"]): boolean {
  switch (freedom) {
    case "free":
      return false;
    case "fixed":
      return JSON.stringify(before) !== JSON.stringify(after);
    // Nothing promised and something promised have no order.
    case "up":
      return before !== after && !(isFigure(before) && isFigure(after) && after > before);
    case "stricter":
      return before !== after && !isStricter(before, after, better);
    default:
      return freedom satisfies never;
  }
}

const isFigure = (value: Json): value is number => typeof value === "number";

/** Any floor is stricter than none. */
const isStricter = (before: Json, after: Json, better: Indicator["better"]): boolean =>
  isFigure(after) && (!isFigure(before) || (better === "higher" ? after > before : after < before));

const fixed = (field: string, what: string, from: Json, to: Json, since: Day): Reason => ({
  code: "FixedSinceData",
  field,
  params: { what, from, to, since },
});

/** In one order of keys, so that the same choice reads the same. */
function asJson(value: PilotPlan[PlanField]): Json {
  if (typeof value !== "object" || value === null) return value;
  if (!("measure" in value)) return value;
  const { measure, favourable, reference, groups } = value;
  return { measure, favourable, reference, groups: [...groups] };
}
