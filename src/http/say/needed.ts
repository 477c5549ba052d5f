import type { Policy } from "../../domain/policy/policy.ts";
import type { IndicatorResult, Needed } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { figureOf, fullName, unknownText } from "./indicator.ts";
import { figureText, loadTime } from "./figure.ts";
import { heldTo, limitText } from "./limit.ts";

/** The sentence that says how much more settles an indicator; null where nothing is missing. */
export function neededText(language: Language, policy: Policy, indicator: IndicatorResult): string | null {
  const { needed } = indicator;
  if (needed === undefined) return null;
  return language.t("indicators:needed.of", {
    name: fullName(language, policy, indicator),
    sentence: sentenceOf(language, indicator, needed),
  });
}

/** The same for several, first things first: what is needed of more than one is said once. */
export function neededTexts(language: Language, policy: Policy, indicators: readonly IndicatorResult[]): string[] {
  const names = new Map<string, string[]>();
  for (const indicator of inOrderOfNeed(indicators)) {
    if (indicator.needed === undefined) continue;
    const sentence = sentenceOf(language, indicator, indicator.needed);
    names.set(sentence, [...(names.get(sentence) ?? []), fullName(language, policy, indicator)]);
  }
  return [...names].map(([sentence, all]) =>
    all.length === 1
      ? language.t("indicators:needed.of", { name: all[0] ?? "", sentence })
      : language.t("indicators:needed.ofEach", { names: language.format.list(all), sentence }),
  );
}

/**
 * First things first: what no amount of the same evidence mends, then evidence of another kind, then what was never
 * measured, then what only wants more of it, and last what people settle among themselves.
 */
export function inOrderOfNeed(indicators: readonly IndicatorResult[]): IndicatorResult[] {
  return indicators.filter(({ needed }) => needed !== undefined).toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ needed, state }: IndicatorResult): number {
  switch (needed?.kind) {
    case "better":
      return 0;
    case "higher-load":
    case "other-evidence":
      return 1;
    case "more":
      return state === "unknown" ? 2 : 3;
    default:
      return 4;
  }
}

function sentenceOf(language: Language, indicator: IndicatorResult, needed: Needed): string {
  const { t } = language;
  switch (needed.kind) {
    case "more":
      return moreText(language, indicator, needed);
    case "better":
      return t(`indicators:needed.${betterKey(needed.chance)}`, {
        estimate: figureOf(language, indicator, needed.atEstimate),
        floor: heldTo(language, indicator, needed.floor),
        cases: Math.round(1 / (needed.chance ?? 1)),
      });
    case "higher-load":
      return t("indicators:needed.higher-load", {
        tested: figureText(language, indicator.measure, needed.tested, { beside: needed.floor }),
        floor: limitText(language, indicator.measure, needed.floor),
      });
    case "moderation":
      return t("indicators:needed.moderation");
    case "other-evidence":
      return indicator.unknown === undefined ? t("indicators:needed.other-evidence") : unknownText(language, indicator);
  }
}

function moreText(language: Language, indicator: IndicatorResult, needed: Extract<Needed, { kind: "more" }>): string {
  const { t } = language;
  const { amount: count, unit, atEstimate, chance } = needed;
  // Ten-second samples add up to a time that people can picture.
  const time = loadTime(language, unit === "slices" ? count : 0);
  if (atEstimate === undefined) {
    // So many slices would be a guess: a level takes what the shares that it is judged by take.
    return indicator.measure === "headroom" && indicator.floor !== undefined
      ? t("indicators:needed.firstLevel", { floor: heldTo(language, indicator, indicator.floor) })
      : t(`indicators:needed.first.${unit}`, { count, time });
  }
  const more = t(`indicators:needed.more.${unit}`, {
    count,
    time,
    estimate: figureOf(language, indicator, atEstimate),
  });
  // Certain, as where nothing failed at all, is nothing to boast of: the condition stands alone then, as in older entries.
  if (chance === undefined || chance >= 0.995) return more;
  return t("indicators:needed.chance", { sentence: more, times: Math.floor(chance * 10 + 1e-9) });
}

/** Older entries do not say how rarely. Under one in a hundred it is never, for all that anybody would wait. */
function betterKey(chance: number | undefined): "better" | "better-rarely" | "better-hardly" {
  if (chance === undefined) return "better";
  return chance < 0.01 ? "better-hardly" : "better-rarely";
}
