import type { Policy } from "../../domain/policy/policy.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { IndicatorUnit } from "../../domain/measures/finding-parts.ts";
import type { Language } from "../view/languages.ts";

/** A share, but of two shares' difference: said in percentage points. */
export type SaidUnit = IndicatorUnit | "gap";

/** The unit that a measure's figures are said in; the ledger keeps a gap between groups as a share. */
export const saidUnit = (measure: Measure, unit: IndicatorUnit): SaidUnit => (measure === "fairness" ? "gap" : unit);

/** A figure in its unit: shares as percent, ratios times the demand, points and anchors as they are. */
export function inUnit({ format, t }: Language, unit: SaidUnit, value: number): string {
  switch (unit) {
    case "gap":
      return t("indicators:pointsShort", { figure: format.number(value * 100, 1) });
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

/** Slices of 10 s as the time they add up to: hours from two on, so that no day is read into them. */
export function loadTime({ format, t }: Language, slices: number): string {
  const seconds = Math.floor(slices) * 10;
  return seconds < 7200
    ? format.duration(seconds)
    : t("common:format.hour", { figure: format.number(Math.floor(seconds / 360) / 10) });
}

/** Both bounds without the unit, which stands at the value beside them. */
export function boundsInUnit({ format }: Language, unit: SaidUnit, lower: number, upper: number): string {
  switch (unit) {
    case "gap":
      return format.range(lower * 100, upper * 100, 1);
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
export function differenceInUnit(language: Language, unit: SaidUnit, value: number): string {
  const figure = difference(language, unit, value);
  return isShare(unit) ? language.t("indicators:points", { figure }) : figure;
}

/** The same where there is little room, and two of them as a range. */
export function differenceShort(language: Language, unit: SaidUnit, value: number): string {
  const figure = difference(language, unit, value);
  return isShare(unit) ? language.t("indicators:pointsShort", { figure }) : figure;
}

export function differenceRange(language: Language, unit: SaidUnit, lower: number, upper: number): string {
  const [low, high] = [difference(language, unit, lower), difference(language, unit, upper)];
  return language.t("indicators:between", { lower: low, upper: high });
}

function difference({ format }: Language, unit: SaidUnit, value: number): string {
  const sign = value > 0 ? "+" : value < 0 ? "−" : "";
  const size = Math.abs(value) * (isShare(unit) ? 100 : 1);
  return `${sign}${format.number(size, unit === "ratio" ? 2 : 1)}`;
}

const isShare = (unit: SaidUnit): boolean => unit === "share" || unit === "gap";

/** Near 0 or 1 the second decimal of a percent is what people argue about. */
const digitsOf = (share: number): number => (share < 0.02 || share > 0.98 ? 2 : 1);

export function unitOf(policy: Policy, key: string): SaidUnit {
  const measure = policy.criteria.flatMap(({ indicators }) => indicators).find((one) => one.key === key)?.measure;
  return measure === undefined ? "points" : saidUnit(measure, measureOf(measure).unit);
}
