import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/indicator.ts";
import type { Measure } from "../../domain/measures/measures.ts";
import type { Named } from "../../domain/words/named.ts";
import type { Language } from "../view/languages.ts";

export function named({ locale }: Language, name: Named): string {
  return locale === "zh-CN" ? name.zh : name.en;
}

const isPercent = (measure: Measure): boolean =>
  ["availability", "failed-share", "within-share", "task-success", "fairness"].includes(measure);

/** A measured value in the measure's unit: 99.5 %, 1.2 ×, 68, anchor 2. */
export function unitText({ t, format }: Language, measure: Measure, value: number): string {
  switch (measure) {
    case "availability":
    case "failed-share":
    case "within-share":
    case "task-success":
    case "fairness":
      return format.percent(value, decimals(value * 100));
    case "headroom":
    case "volume":
      return format.times(value, decimals(value));
    case "sus":
    case "umux-lite":
    case "seq":
    case "satisfaction":
    case "accessibility":
      return format.number(value);
    case "rubric":
      return t("policy:anchor", { value: format.number(value) });
  }
}

function decimals(value: number): number {
  return Math.min(3, (String(Math.round(value * 1000) / 1000).split(".")[1] ?? "").length);
}

/** "at least 99.5 %", "at most 1 %", or that there is none. */
export function floorText(language: Language, { measure, better, floor }: Indicator): string {
  if (floor === undefined) return language.t("policy:noFloor");
  const figure = unitText(language, measure, floor);
  return better === "higher" ? language.format.atLeast(figure) : language.format.atMost(figure);
}

/** The target, or that there is none. */
export function targetText(language: Language, { measure, target }: Indicator): string {
  return target === undefined ? language.t("policy:noFloor") : unitText(language, measure, target);
}

/** "at least 99.1 %", cut to two digits of a percent towards what is asked, never away from it. */
export function asBound(language: Language, indicator: Indicator, takes: number): string {
  const fine = isPercent(indicator.measure) ? 1e4 : 1e2;
  const figure =
    (indicator.better === "higher" ? Math.ceil(takes * fine - 1e-6) : Math.floor(takes * fine + 1e-6)) / fine;
  return floorText(language, { ...indicator, floor: figure });
}

/** "0 at 98 %, 60 at 99 %": straight lines between. */
export function valueText(language: Language, { measure, value }: Indicator): string {
  const points = value.map(([unit, score]) =>
    language.t("policy:point", { score: language.format.number(score), unit: unitText(language, measure, unit) }),
  );
  return points.join(language.t("policy:pointJoint"));
}

export function sampleText({ t }: Language, { measure, minimumSample }: Indicator): string {
  return t(`policy:sample.${measure}`, { count: minimumSample });
}

/** Weights as whole percents where they are. */
export function weightText({ format }: Language, weight: number): string {
  return format.percent(weight, decimals(weight * 100));
}

export function conditionTitle({ t }: Language, key: string): string {
  return t.has(`conditions:${key}.title`) ? t(`conditions:${key}.title`) : key;
}

/** What it asks, in one plain sentence; "" where no language has one. */
export function conditionAsks({ t }: Language, key: string): string {
  return t.has(`conditions:${key}.asks`) ? t(`conditions:${key}.asks`) : "";
}

export function looksText(language: Language, { confidence, looks }: Policy): string {
  const shared = weightText(language, 1 - (1 - confidence) / looks.default);
  return language.t("policy:looks.text", { count: looks.default, most: looks.most, shared });
}
