import { measureOf } from "../../domain/measures/measures.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { decimalsOf } from "./digits.ts";
import { isPercent, scaled, written } from "./figure-style.ts";

/** A floor, target, or another figure that somebody chose, wherever it stands: all its decimals and no more. */
export function limitText(language: Language, measure: Measure, limit: number): string {
  const { as } = measureOf(measure).figure;
  const figure = scaled(as, limit);
  const text = written(language, as, figure, decimalsOf(figure));
  return as === "anchor" ? language.t("policy:anchor", { value: text }) : text;
}

/** The margin of a comparison as it was typed: percentage points between shares. */
export const marginText = (language: Language, measure: Measure, margin: number): string =>
  apartBy(language, measure, margin, "");

/** The limit that follows from it, a difference from the baseline with its sign. */
export const differenceLimit = (language: Language, measure: Measure, limit: number): string =>
  apartBy(language, measure, Math.abs(limit), limit > 0 ? "+" : limit < 0 ? "−" : "");

function apartBy(language: Language, measure: Measure, distance: number, sign: string): string {
  const scaledDistance = scaled(measureOf(measure).figure.as, distance);
  const figure = sign + language.format.number(scaledDistance, decimalsOf(scaledDistance));
  return isPercent(measure) ? language.t("indicators:points", { figure }) : figure;
}

/** What an indicator of a verdict is held to: its floor, or the margin of its comparison. */
export function heldTo(language: Language, { measure, comparison }: HeldIndicator, limit: number): string {
  return (comparison === undefined ? limitText : differenceLimit)(language, measure, limit);
}

type HeldIndicator = Pick<IndicatorResult, "measure" | "comparison">;

/** "≥ 99.5 %" where there is little room. */
export function floorShort(language: Language, indicator: HeldIndicator & Bounded, floor: number): string {
  return `${indicator.better === "higher" ? "≥" : "≤"} ${heldTo(language, indicator, floor)}`;
}

/** "at least 99.5 %", "at most 1 %", or that there is none. */
export function floorText(language: Language, { measure, better }: Bounded, floor: number | undefined): string {
  const { format, t } = language;
  if (floor === undefined) return t("policy:noFloor");
  const text = limitText(language, measure, floor);
  return better === "higher" ? format.atLeast(text) : format.atMost(text);
}

type Bounded = { readonly measure: Measure; readonly better: "higher" | "lower" };
