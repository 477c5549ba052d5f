import type { Criterion, Indicator, Measure } from "../policy/policy.ts";
import { piecewiseLinearValue } from "../statistics/value.ts";
import { clears, failBound, gateBound } from "./found.ts";
import type { Found, Known, MeasureContext, ScoringPiece, Yardstick } from "./found.ts";
import { availability } from "./measure-availability.ts";
import { failedShare, headroom, withinShare } from "./measure-load.ts";
import { rubric, sus, taskSuccess } from "./measure-people.ts";
import { volume } from "./measure-volume.ts";
import { needed } from "./needed.ts";
import { rounded } from "./rounded.ts";
import type { Bounds, IndicatorResult, IndicatorState, IndicatorUnit } from "./verdict-types.ts";
import { isApplicable, yardstickOf } from "./yardstick.ts";

/**
 * Every indicator of the policy, in its order, and after each the groups that must clear its floor by themselves:
 * estimate, one-sided bounds at c′, state against the floor, value 0–100, and what more would settle it. Plain JSON.
 */
export function measureIndicators(context: MeasureContext): IndicatorResult[] {
  return context.policy.criteria.flatMap((criterion) =>
    criterion.indicators.flatMap((indicator) => [
      result(criterion, indicator, context),
      ...(indicator.groups ?? []).map((group) => result(criterion, indicator, context, group)),
    ]),
  );
}

function result(criterion: Criterion, indicator: Indicator, context: MeasureContext, group?: string): IndicatorResult {
  const yardstick = yardstickOf(indicator, context, group !== undefined);
  const head = {
    id: group === undefined ? indicator.key : `${indicator.key}@${group}`,
    indicator: indicator.key,
    criterion: criterion.key,
    measure: indicator.measure,
    unit: units[indicator.measure],
    better: indicator.better,
    ...(group === undefined ? {} : { group }),
    weight: group === undefined ? indicator.weight : 0,
    value: indicator.value,
    ...(yardstick.floor === undefined ? {} : { floor: yardstick.floor }),
    minimum: yardstick.minimum,
  };
  if (!isApplicable(indicator, context)) return rounded({ ...head, state: "not-applicable", marks: [], evidence: [] });
  const found = measure(indicator, context, yardstick, group);
  const state = stateOf(found, yardstick);
  const more = needed(indicator.measure, found, state, yardstick, context);
  return rounded({
    ...head,
    state,
    ...(found.kind === "unknown" ? { unknown: found.reason, marks: [] } : figures(found, yardstick, indicator.value)),
    ...(more === undefined ? {} : { needed: more }),
    ...provenance(found.evidence),
  });
}

const units: { readonly [M in Measure]: IndicatorUnit } = {
  availability: "share",
  "failed-share": "share",
  "within-share": "share",
  headroom: "ratio",
  volume: "ratio",
  sus: "points",
  "task-success": "share",
  rubric: "anchor",
};

/** One indicator, or one group of it, by its measure. */
function measure(indicator: Indicator, context: MeasureContext, yardstick: Yardstick, group?: string): Found {
  switch (indicator.measure) {
    case "availability":
      return availability(context, yardstick);
    case "failed-share":
      return failedShare(context, yardstick);
    case "within-share":
      return withinShare(context, yardstick);
    case "headroom":
      return headroom(context, yardstick);
    case "volume":
      return volume(context, yardstick);
    case "sus":
      return sus(context, yardstick, group);
    case "task-success":
      return taskSuccess(context, yardstick, group);
    case "rubric":
      return rubric(context, yardstick, indicator.key);
    default:
      return indicator.measure satisfies never;
  }
}

/** Cleared by the bound a gate reads; beyond where even the other bound, at (1−c′)/m, misses. An optimistic bound clears nothing. */
function stateOf(found: Found, yardstick: Yardstick): IndicatorState {
  if (found.kind === "unknown") return "unknown";
  const { floor, better } = yardstick;
  if (floor === undefined) return "measured";
  const best = failBound(found.observed, yardstick);
  if (best !== undefined && !clears(best, floor, better)) return "beyond";
  const worst = gateBound(found.observed, yardstick);
  const cleared =
    worst !== undefined && clears(worst, floor, better) && !found.observed.marks.includes("bound-optimistic");
  return cleared ? "cleared" : "straddles";
}

function figures(found: Known, yardstick: Yardstick, value: Indicator["value"]) {
  const { observed } = found;
  const { estimate, n, unit, marks, distribution } = observed;
  const [lower, upper] = [observed.lower(yardstick.confidence), observed.upper(yardstick.confidence)];
  const fails = failBound(observed, yardstick);
  const [worse, best] = yardstick.better === "higher" ? [lower, upper] : [upper, lower];
  const at = (x: number | undefined, none: number): number => (x === undefined ? none : piecewiseLinearValue(value, x));
  return {
    measured: bounds(estimate, lower, upper),
    ...(fails === undefined ? {} : { failBound: fails }),
    scored: { estimate: piecewiseLinearValue(value, estimate), lower: at(worse, 0), upper: at(best, 100) },
    distribution,
    n,
    nUnit: unit,
    marks,
    ...(found.decidedBy === undefined ? {} : { decidedBy: found.decidedBy }),
    ...(found.service === undefined ? {} : { service: found.service }),
    ...(found.throughput === undefined ? {} : { throughput: found.throughput }),
  };
}

function bounds(estimate: number, lower: number | undefined, upper: number | undefined): Bounds {
  return { estimate, ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

function provenance(evidence: readonly ScoringPiece[]) {
  const first = (texts: readonly string[]): string | undefined => texts.toSorted()[0];
  const oldest = first(evidence.map((piece) => piece.to));
  const expires = first(evidence.map((piece) => piece.expiresOn));
  return {
    evidence: [...new Set(evidence.map((piece) => piece.digest))].sort(),
    ...(oldest === undefined ? {} : { oldest }),
    ...(expires === undefined ? {} : { expires }),
  };
}
