import type { FigureStyle } from "../../domain/measures/measure-record.ts";
import { indicatorsOf } from "../../domain/measures/indicator.ts";
import { measureOf } from "../../domain/measures/measures.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Language } from "../view/languages.ts";
import { apart, decimalsOf } from "./digits.ts";
import { inPercent, isPercent, scaled, written } from "./figure-style.ts";

/** What a figure stands beside, and the fewest decimals that it has there; its style's own where nothing is said. */
export type Place = { readonly beside?: number | undefined; readonly least?: number };

/** A measured figure in its measure's unit, never rounded onto or over the limit that it stands beside. */
export function figureText(language: Language, measure: Measure, value: number, place: Place = {}): string {
  const { as } = measureOf(measure).figure;
  const { value: figure, digits } = apartAs(as, value, place.beside, place.least ?? leastDigits[as](value));
  return written(language, as, figure, digits);
}

/** The same without its unit, where the words around it say it: percentage points, answers of a scale. */
export function bareText({ format }: Language, measure: Measure, value: number, place: Place = {}): string {
  const { as } = measureOf(measure).figure;
  const { value: figure, digits } = apartAs(as, value, place.beside, place.least ?? leastDigits[as](value));
  return format.number(figure, digits);
}

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

/** Two of them as a range; what they are in stands at the value beside them. */
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
  const { value: figure, digits } = apartAs(as, value, beside, least ?? (as === "ratio" ? 2 : 1));
  const sign = figure > 0 ? "+" : figure < 0 ? "−" : "";
  return `${sign}${format.number(Math.abs(figure), digits)}`;
}

/** Kept apart as the reader sees it; a hair that percent and twelve digits would swallow is kept too. */
function apartAs(as: FigureStyle["as"], value: number, beside: number | undefined, least: number) {
  if (beside === undefined) return { value: inPercent(as) ? value * 100 : value, digits: least };
  const [figure, limit] = [scaled(as, value), scaled(as, beside)];
  const hair = value === beside || figure !== limit ? 0 : Math.sign(value - beside) * Number.EPSILON * 128;
  return apart(figure + hair, limit, least);
}

/** A share that was counted and is no figure of an indicator: requests of one level, answers of one group. */
export const shareText = (language: Language, share: number, least = leastDigits.share(share)): string =>
  written(language, "share", share * 100, least);

/** Near 0 or 1 the second decimal of a percent is what people argue about. */
const leastDigits: { readonly [A in FigureStyle["as"]]: (value: number) => number } = {
  share: (share) => (share < 0.02 || share > 0.98 ? 2 : 1),
  gap: () => 1,
  ratio: () => 2,
  number: () => 1,
  anchor: () => 1,
  count: decimalsOf,
};

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
