import type { FigureStyle } from "../../domain/measures/measure-record.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { rounded } from "../../domain/words/rounded.ts";
import type { Language } from "../view/languages.ts";
import { apart, decimalsOf } from "./digits.ts";

/** What a figure stands beside, and the fewest decimals that it has there; its style's own where nothing is said. */
export type Place = { readonly beside?: number | undefined; readonly least?: number };

/** A measured figure in its measure's unit, never rounded onto or over the limit that it stands beside. */
export function figureText(language: Language, measure: Measure, value: number, place: Place = {}): string {
  const { as } = measureOf(measure).figure;
  const { value: shown, digits } = apartAs(as, value, place.beside, place.least ?? leastDigits[as](value));
  return as === "gap"
    ? language.t("indicators:pointsShort", { figure: language.format.number(shown, digits) })
    : written(language, as, shown, digits);
}

/** The same without its unit, where the words around it say it: percentage points, answers of a scale. */
export function bareText({ format }: Language, measure: Measure, value: number, place: Place = {}): string {
  const { as } = measureOf(measure).figure;
  const { value: shown, digits } = apartAs(as, value, place.beside, place.least ?? leastDigits[as](value));
  return format.number(shown, digits);
}

/** A floor, target, or another figure that somebody chose: all its decimals and no more. */
export function limitText(language: Language, measure: Measure, limit: number): string {
  const { as } = measureOf(measure).figure;
  const shown = scaled(as, limit);
  const text = written(language, as, shown, decimalsOf(shown));
  return as === "anchor" ? language.t("policy:anchor", { value: text }) : text;
}

/** "at least 99.5 %", "at most 1 %". */
export function floorText({ format, ...language }: Language, indicator: Bounded, floor: number): string {
  const text = limitText({ format, ...language }, indicator.measure, floor);
  return indicator.better === "higher" ? format.atLeast(text) : format.atMost(text);
}

type Bounded = { readonly measure: Measure; readonly better: "higher" | "lower" };

/** Both bounds without the unit, which stands at the value beside them. */
export function boundsText(
  { format }: Language,
  measure: Measure,
  [lower, upper]: readonly [lower: number, upper: number],
  { beside, least }: Place = {},
): string {
  const { as } = measureOf(measure).figure;
  const fewest = least ?? leastDigits[as](lower);
  const [low, high] = [apartAs(as, lower, beside, fewest), apartAs(as, upper, beside, fewest)];
  const digits = Math.max(low.digits, high.digits);
  return as === "count" && lower === upper
    ? format.number(low.value, digits)
    : format.range(low.value, high.value, digits);
}

/** How far two figures lie apart, with its sign: percentage points between shares, else the measure's own unit. */
export function differenceText(language: Language, measure: Measure, value: number, place: Place = {}): string {
  const figure = difference(language, measure, value, place);
  return isPercent(measure) ? language.t("indicators:points", { figure }) : figure;
}

/** The same where there is little room, and two of them as a range. */
export function differenceShort(language: Language, measure: Measure, value: number, place: Place = {}): string {
  const figure = difference(language, measure, value, place);
  return isPercent(measure) ? language.t("indicators:pointsShort", { figure }) : figure;
}

export function differenceRange(
  language: Language,
  measure: Measure,
  [lower, upper]: readonly [lower: number, upper: number],
  place: Place = {},
): string {
  const [low, high] = [difference(language, measure, lower, place), difference(language, measure, upper, place)];
  return language.t("indicators:between", { lower: low, upper: high });
}

function difference({ format }: Language, measure: Measure, value: number, { beside, least }: Place): string {
  const { as } = measureOf(measure).figure;
  const { value: shown, digits } = apartAs(as, value, beside, least ?? (as === "ratio" ? 2 : 1));
  const sign = shown > 0 ? "+" : shown < 0 ? "−" : "";
  return `${sign}${format.number(Math.abs(shown), digits)}`;
}

/** Shares and what lies between them are typed and said as percent; the record holds 0–1. */
export const isPercent = (measure: Measure): boolean => inPercent(measureOf(measure).figure.as);

const inPercent = (as: FigureStyle["as"]): boolean => as === "share" || as === "gap";

const scaled = (as: FigureStyle["as"], value: number): number => (inPercent(as) ? rounded(value * 100) : value);

/** Kept apart as the reader sees it; a hair that percent and twelve digits would swallow is kept too. */
function apartAs(as: FigureStyle["as"], value: number, beside: number | undefined, least: number) {
  if (beside === undefined) return { value: inPercent(as) ? value * 100 : value, digits: least };
  const [figure, limit] = [scaled(as, value), scaled(as, beside)];
  const hair = value === beside || figure !== limit ? 0 : Math.sign(value - beside) * Number.EPSILON * 128;
  return apart(figure + hair, limit, least);
}

function written({ format }: Language, as: FigureStyle["as"], shown: number, digits: number): string {
  switch (as) {
    case "share":
    case "gap":
      return format.percent(shown / 100, digits);
    case "ratio":
      return format.times(shown, digits);
    case "number":
    case "anchor":
    case "count":
      return format.number(shown, digits);
  }
}

/** Near 0 or 1 the second decimal of a percent is what people argue about. */
const leastDigits: { readonly [A in FigureStyle["as"]]: (value: number) => number } = {
  share: (share) => (share < 0.02 || share > 0.98 ? 2 : 1),
  gap: () => 1,
  ratio: () => 2,
  number: () => 1,
  anchor: () => 1,
  count: decimalsOf,
};

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

/** The measure of an indicator; of one that the policy does not have, one whose figures are said as they are. */
export function measureIn(policy: Policy, key: string): Measure {
  return indicatorsOf(policy).find((indicator) => indicator.key === key)?.measure ?? "sus";
}
