import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import { reaching } from "../say/digits.ts";
import { confidenceText } from "../say/chance.ts";
import { isPercent } from "../say/figure-style.ts";
import { floorText, limitText } from "../say/limit.ts";
import { markText } from "../say/score-text.ts";
import type { Language } from "../view/languages.ts";

/** The target, or that there is none. */
export function targetText(language: Language, { measure, target }: Indicator): string {
  return target === undefined ? language.t("policy:noFloor") : limitText(language, measure, target);
}

/** "at least 99.1 %": two decimals, or as many as keep it apart from the floor, cut towards what is asked and never away from it. */
export function asBound(language: Language, indicator: Indicator, takes: number): string {
  const scale = isPercent(indicator.measure) ? 100 : 1;
  const from = (indicator.floor ?? (indicator.better === "higher" ? -Infinity : Infinity)) * scale;
  return floorText(language, indicator, reaching(takes * scale, from, 2).value / scale);
}

/** "0 at 98 %, 60 at 99 %": straight lines between. */
export function valueText(language: Language, { measure, value }: Pick<Indicator, "measure" | "value">): string {
  const points = value.map(([unit, score]) =>
    language.t("policy:point", { score: markText(language, score), unit: limitText(language, measure, unit) }),
  );
  return points.join(language.t("policy:pointJoint"));
}

export function sampleText({ t }: Language, { measure, minimumSample }: Indicator): string {
  return t(`policy:sample.${measure}`, { count: minimumSample });
}

export function conditionTitle({ t }: Language, key: string): string {
  return t.has(`conditions:${key}.title`) ? t(`conditions:${key}.title`) : key;
}

/** What it asks, in one plain sentence; "" where no language has one. */
export function conditionAsks({ t }: Language, key: string): string {
  return t.has(`conditions:${key}.asks`) ? t(`conditions:${key}.asks`) : "";
}

export function looksText(language: Language, { confidence, looks }: Policy): string {
  const shared = confidenceText(language, 1 - (1 - confidence) / looks.default);
  return language.t("policy:looks.text", { count: looks.default, most: looks.most, shared });
}
