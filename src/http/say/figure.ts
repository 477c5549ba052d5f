import type { Policy } from "../../domain/policy/policy.ts";
import { indicatorUnits } from "../../domain/scoring/units.ts";
import type { IndicatorUnit } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";

/** A figure in its unit: shares as percent, ratios times the demand, points and anchors as they are. */
export function inUnit({ format }: Language, unit: IndicatorUnit, value: number): string {
  switch (unit) {
    case "share":
      return format.percent(value, digitsOf(value));
    case "ratio":
      return format.times(value);
    case "points":
    case "rating":
    case "anchor":
      return format.number(value, 1);
    case "count":
      return format.number(value);
  }
}

/** A simulated chance to three decimals: never certain, never impossible. */
export function chanceText({ format }: Language, chance: number): string {
  if (chance >= 0.9995) return `> ${format.number(0.999, 3)}`;
  return chance < 0.0005 ? `< ${format.number(0.001, 3)}` : format.number(chance, 3);
}

/** Both bounds without the unit, which stands at the value beside them. */
export function boundsInUnit({ format }: Language, unit: IndicatorUnit, lower: number, upper: number): string {
  switch (unit) {
    case "share":
      return format.percentRange(lower, upper, digitsOf(lower));
    case "ratio":
      return format.range(lower, upper, 2);
    case "points":
    case "rating":
    case "anchor":
      return format.range(lower, upper, 1);
    case "count":
      return lower === upper ? format.number(lower) : format.range(lower, upper, 0);
  }
}

/** How far two figures lie apart, with its sign: percentage points between shares, else the unit's own. */
export function differenceInUnit(language: Language, unit: IndicatorUnit, value: number): string {
  const figure = difference(language, unit, value);
  return unit === "share" ? language.t("indicators:points", { figure }) : figure;
}

/** The same where there is little room, and two of them as a range. */
export function differenceShort(language: Language, unit: IndicatorUnit, value: number): string {
  const figure = difference(language, unit, value);
  return unit === "share" ? language.t("indicators:pointsShort", { figure }) : figure;
}

export function differenceRange(language: Language, unit: IndicatorUnit, lower: number, upper: number): string {
  const [low, high] = [difference(language, unit, lower), difference(language, unit, upper)];
  return language.t("indicators:between", { lower: low, upper: high });
}

function difference({ format }: Language, unit: IndicatorUnit, value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  const size = Math.abs(value) * (unit === "share" ? 100 : 1);
  return `${sign}${format.number(size, unit === "ratio" ? 2 : 1)}`;
}

/** Near 0 or 1 the second decimal of a percent is what people argue about. */
const digitsOf = (share: number): number => (share < 0.02 || share > 0.98 ? 2 : 1);

export function unitOf(policy: Policy, key: string): IndicatorUnit {
  const measure = policy.criteria.flatMap(({ indicators }) => indicators).find((one) => one.key === key)?.measure;
  return measure === undefined ? "points" : indicatorUnits[measure];
}
