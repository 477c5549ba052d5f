import type { Indicator, Measure } from "../measures/measures.ts";
import { piecewiseLinearValue } from "../statistics/value.ts";
import { clears, failBound, gateBound } from "../measures/finding.ts";
import type { MeasureFinding } from "../measures/finding.ts";
import type { MeasureContext, MeasuringRules, ScoringPiece } from "../measures/context.ts";
import type { Yardstick } from "../measures/yardstick.ts";
import { againstBaseline } from "./against-baseline.ts";
import { measureOf } from "../measures/measures.ts";
import { needed } from "./needed.ts";
import { rounded } from "../words/rounded.ts";
import type { IndicatorResult, IndicatorState } from "./verdict-types.ts";
import type { Bounds } from "../measures/finding-parts.ts";
import { isApplicable, marginOf, yardstickOf } from "../measures/yardstick.ts";

/**
 * Every indicator of the policy, in its order, and after each the groups that must clear its floor by themselves and its
 * comparison with a baseline: estimate, one-sided bounds at c′, state against the floor, value 0–100, and what more would
 * settle it. An optional indicator that the plan did not choose is not there at all. Plain JSON.
 */
export function measureIndicators(context: MeasureContext<Measure>): IndicatorResult[] {
  return context.policy.criteria.flatMap((criterion) =>
    criterion.indicators
      .filter((indicator) => indicator.optional !== true || isApplicable(indicator, context))
      .flatMap((indicator) => [
        result(criterion, indicator, context),
        ...(indicator.groups ?? []).map((group) => result(criterion, indicator, context, group)),
        ...compared(criterion, indicator, context),
      ]),
  );
}

type JudgedCriterion = MeasuringRules<Measure>["criteria"][number];

function result(
  criterion: JudgedCriterion,
  indicator: Indicator,
  context: MeasureContext<Measure>,
  group?: string,
): IndicatorResult {
  const yardstick = yardstickOf(indicator, context, group !== undefined);
  const head = {
    id: group === undefined ? indicator.key : `${indicator.key}@${group}`,
    indicator: indicator.key,
    criterion: criterion.key,
    measure: indicator.measure,
    unit: measureOf(indicator.measure).unit,
    better: indicator.better,
    ...(group === undefined ? {} : { group }),
    weight: group === undefined ? indicator.weight : 0,
    value: indicator.value,
    ...(yardstick.floor === undefined ? {} : { floor: yardstick.floor }),
    minimum: yardstick.minimum,
  };
  if (!isApplicable(indicator, context)) return rounded({ ...head, state: "not-applicable", marks: [], evidence: [] });
  const finding = measureOf(indicator.measure).measure(context, yardstick, { key: indicator.key, group });
  const state = stateOf(finding, yardstick);
  const more = needed(indicator.measure, finding, state, yardstick, context);
  return rounded({
    ...head,
    state,
    ...figures(finding, yardstick, indicator.value),
    ...(more === undefined ? {} : { needed: more }),
    ...provenance(finding.evidence),
  });
}

/** A floor of its own and no weight: that the pilot is better than what there was scores nothing twice. */
function compared(
  criterion: JudgedCriterion,
  indicator: Indicator,
  context: MeasureContext<Measure>,
): IndicatorResult[] {
  const margin = marginOf(indicator, context);
  if (margin === null) return [];
  const { finding, comparison, yardstick } = againstBaseline(
    indicator,
    context,
    yardstickOf(indicator, context),
    margin,
  );
  const state = stateOf(finding, yardstick);
  const more = needed(indicator.measure, finding, state, yardstick, context);
  const { scored, distribution, ...figure } = figures(finding, yardstick, indicator.value);
  return [
    rounded({
      id: `${indicator.key}~baseline`,
      indicator: indicator.key,
      criterion: criterion.key,
      measure: indicator.measure,
      unit: measureOf(indicator.measure).unit,
      better: yardstick.better,
      weight: 0,
      value: indicator.value,
      floor: -margin,
      minimum: yardstick.minimum,
      state,
      comparison,
      ...figure,
      ...(more === undefined ? {} : { needed: more }),
      ...provenance(finding.evidence),
    }),
  ];
}

/** Cleared by the bound a gate reads; beyond where even the other bound, at (1−c′)/m, misses. An optimistic bound clears nothing. */
export function stateOf(finding: MeasureFinding, yardstick: Yardstick): IndicatorState {
  if (finding.kind === "unknown") return "unknown";
  const { floor, better } = yardstick;
  if (floor === undefined) return "measured";
  const best = failBound(finding.observed, yardstick);
  if (best !== undefined && !clears(best, floor, better)) return "beyond";
  const worst = gateBound(finding.observed, yardstick);
  const cleared =
    worst !== undefined && clears(worst, floor, better) && !finding.observed.marks.includes("bound-optimistic");
  return cleared ? "cleared" : "straddles";
}

type Figures = Pick<IndicatorResult, "marks"> & Partial<IndicatorResult>;

function figures(finding: MeasureFinding, yardstick: Yardstick, value: Indicator["value"]): Figures {
  if (finding.kind === "unknown") return { unknown: finding.reason, marks: [] };
  const { observed } = finding;
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
    ...(finding.decidedBy === undefined ? {} : { decidedBy: finding.decidedBy }),
    ...(finding.service === undefined ? {} : { service: finding.service }),
    ...(finding.restore === undefined ? {} : { restore: finding.restore }),
    ...(finding.beyondLevels === undefined ? {} : { beyondLevels: finding.beyondLevels }),
    ...(finding.throughput === undefined ? {} : { throughput: finding.throughput }),
    ...(finding.eValue === undefined ? {} : { eValue: finding.eValue }),
    ...(finding.fairness === undefined ? {} : { fairness: finding.fairness }),
  };
}

export function bounds(estimate: number, lower: number | undefined, upper: number | undefined): Bounds {
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
