import type { Policy } from "../../domain/policy/policy.ts";
import { scoringVersion } from "../../domain/scoring/method-version.ts";
import type { IndicatorResult, IndicatorState } from "../../domain/scoring/verdict-types.ts";
import type { Bounds, EvidenceUnit, UnknownReason } from "../../domain/measures/finding-parts.ts";
import type { IntervalRow } from "../charts/interval-list.ts";
import type { Language } from "../view/languages.ts";
import { indicatorName } from "./condition.ts";
import { hasLevels, levelBounds } from "./headroom.ts";
import { boundsText, differenceRange, differenceText, figureText, loadTime } from "./figure.ts";
import { floorShort } from "./limit.ts";

/** How a state is drawn; "not enough" is never a blank. */
export const markOf: { readonly [S in IndicatorState]: IntervalRow["mark"]["state"] } = {
  cleared: "met",
  measured: "met",
  straddles: "unknown",
  unknown: "none",
  beyond: "unmet",
  "not-applicable": "not-applicable",
};

/** One indicator as a row of the verdict's figure: value, bounds and floor in its own unit. @param method that measured it */
export function indicatorRow(
  language: Language,
  policy: Policy,
  indicator: IndicatorResult,
  method: string = scoringVersion,
): IntervalRow {
  const name = fullName(language, policy, indicator);
  const floor = indicator.floor === undefined ? "" : floorShort(language, indicator, indicator.floor);
  const { measured } = indicator;
  if (measured === undefined) {
    return {
      name,
      level: "indicator",
      mark: { state: markOf[indicator.state] },
      value: unknownText(language, indicator),
      floor,
    };
  }
  const [lower, upper] = endsOf(indicator, measured, method);
  const [min, max] = scaleOf(indicator, lower, upper);
  return {
    name,
    ...(indicator.n !== undefined &&
      indicator.nUnit !== undefined && { sub: nText(language, indicator.n, indicator.nUnit) }),
    level: "indicator",
    mark: {
      state: markOf[indicator.state],
      lower,
      estimate: measured.estimate,
      upper,
      floor: indicator.floor,
      direction: indicator.better === "higher" ? "atLeast" : "atMost",
      min,
      max,
    },
    value: figureOf(language, indicator, measured.estimate),
    ...boundsOf(language, indicator, lower, upper, method),
    floor,
  };
}

const nText = (language: Language, n: number, unit: EvidenceUnit): string =>
  language.t(`indicators:n.${unit}`, { count: Math.floor(n), time: loadTime(language, unit === "slices" ? n : 0) });

/** Noise of one level's rate is no bound of what the whole can carry. */
function endsOf(
  indicator: IndicatorResult,
  { estimate, lower, upper }: Bounds,
  method: string,
): readonly [lower: number, upper: number] {
  if (indicator.measure === "headroom" && !hasLevels(indicator, method)) return [estimate, estimate];
  return [lower ?? estimate, upper ?? estimate];
}

function boundsOf(
  language: Language,
  indicator: IndicatorResult,
  lower: number,
  upper: number,
  method: string,
): { readonly bounds?: string } {
  if (hasLevels(indicator, method)) return { bounds: levelBounds(language, indicator) };
  if (indicator.measure === "headroom") return {};
  return {
    bounds:
      indicator.comparison === undefined
        ? boundsText(language, indicator.measure, [lower, upper], { beside: indicator.floor })
        : differenceRange(language, indicator.measure, [lower, upper], { beside: indicator.floor }),
  };
}

/**
 * A figure beside the indicator's floor. A difference from the baseline carries its sign; shares then differ in percentage
 * points.
 */
export function figureOf(language: Language, indicator: NamedIndicator, value: number): string {
  const say = indicator.comparison === undefined ? figureText : differenceText;
  return say(language, indicator.measure, value, { beside: indicator.floor });
}

type NamedIndicator = Pick<IndicatorResult, "comparison" | "measure" | "floor">;

export function fullName(
  language: Language,
  policy: Policy,
  { indicator, group, comparison }: Pick<IndicatorResult, "indicator" | "group" | "comparison">,
): string {
  const name = indicatorName(language, policy, indicator);
  if (comparison !== undefined) return language.t("indicators:againstBaseline", { name });
  if (group === undefined) return name;
  const key = `words:group.${group}`;
  return language.t("indicators:ofGroup", { name, group: language.t.has(key) ? language.t(key) : group });
}

/** Why there is no number: said, never left out. */
export function unknownText(language: Language, { state, unknown, needed }: IndicatorResult): string {
  if (state === "not-applicable") return language.t("words:indicatorState.not-applicable");
  return unknown === undefined
    ? language.t("words:indicatorState.unknown")
    : whyUnknown(language, enough(unknown, needed));
}

/** A minimum sample that cannot clear the floor even without a fault is not said to be enough: what is needed is. */
function enough(unknown: UnknownReason, needed: IndicatorResult["needed"]): UnknownReason {
  if (unknown.code !== "below-minimum" || needed?.kind !== "more" || needed.unit !== unknown.unit) return unknown;
  return { ...unknown, minimum: Math.max(unknown.minimum, Math.floor(unknown.n + needed.amount)) };
}

function whyUnknown(language: Language, unknown: UnknownReason): string {
  const { t, format } = language;
  switch (unknown.code) {
    case "expired":
      return t("indicators:unknown.expired", { day: format.date(unknown.expiredAt) });
    case "below-minimum":
      return t("indicators:unknown.below-minimum", {
        n: Math.floor(unknown.n),
        minimum: unknown.minimum,
        unit: t(`indicators:unit.${unknown.unit}`),
      });
    case "rejected-rows":
      return t("indicators:unknown.rejected-rows", { rejected: unknown.rejected, rows: unknown.rows });
    case "other-latency-level":
      return t("indicators:unknown.other-latency-level", { planned: unknown.planned, measured: unknown.measured });
    case "service-missing":
      return t("indicators:unknown.service-missing", { service: unknown.service });
    case "manual-review-needed":
      return t("indicators:unknown.manual-review-needed", { count: unknown.needsReview });
    case "group-missing":
    case "group-without-cases":
      return t(`indicators:unknown.${unknown.code}`, { group: unknown.group });
    case "baseline-unknown":
      return t("indicators:unknown.baseline-unknown", { why: whyUnknown(language, unknown.why) });
    default:
      return t(`indicators:unknown.${unknown.code}`);
  }
}

/** Each indicator on its own scale, with the floor and both bounds inside and a little room. */
function scaleOf(indicator: IndicatorResult, lower: number, upper: number): readonly [number, number] {
  const { unit, floor, measured, comparison } = indicator;
  if (comparison !== undefined) return aroundNone(Math.max(...[lower, upper, floor ?? 0].map(Math.abs)));
  if (unit === "points") return [30, 100];
  if (unit === "rating") return [1, 7];
  if (unit === "anchor") return [1, 5];
  const all = [lower, upper, floor ?? lower, measured?.estimate ?? lower];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = Math.max((high - low) * 0.25, 1e-4);
  return unit === "share"
    ? [Math.max(0, low - room), Math.min(1, high + room)]
    : [Math.max(0, low - room), high + room];
}

/** No difference stands in the middle. */
function aroundNone(widest: number): readonly [number, number] {
  const half = Math.max(widest * 1.25, 1e-4);
  return [-half, half];
}
