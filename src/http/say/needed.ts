import type { Policy } from "../../domain/policy/policy.ts";
import type { IndicatorResult, Needed } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { inUnit, saidUnit } from "./figure.ts";
import { figureOf, fullName, unknownText } from "./indicator.ts";

/** The sentence that says how much more settles an indicator; null where nothing is missing. */
export function neededText(language: Language, policy: Policy, found: IndicatorResult): string | null {
  const { needed } = found;
  if (needed === undefined) return null;
  return language.t("indicators:needed.of", {
    name: fullName(language, policy, found),
    sentence: sentenceOf(language, found, needed),
  });
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

function sentenceOf(language: Language, found: IndicatorResult, needed: Needed): string {
  const { t } = language;
  switch (needed.kind) {
    case "more":
      return moreText(language, found, needed);
    case "better":
      return t(needed.chance === undefined ? "indicators:needed.better" : "indicators:needed.betterChance", {
        estimate: figureOf(language, found, needed.atEstimate),
        floor: figureOf(language, found, needed.floor),
        ...(needed.chance !== undefined && { chance: shareText(language, needed.chance) }),
      });
    case "higher-load": {
      const unit = saidUnit(found.measure, found.unit);
      return t("indicators:needed.higher-load", {
        tested: inUnit(language, unit, needed.tested),
        floor: inUnit(language, unit, needed.floor),
      });
    }
    case "moderation":
      return t("indicators:needed.moderation");
    case "other-evidence":
      return found.unknown === undefined ? t("indicators:needed.other-evidence") : unknownText(language, found);
  }
}

function moreText(language: Language, found: IndicatorResult, needed: Extract<Needed, { kind: "more" }>): string {
  const { t } = language;
  const { amount: count, unit, atEstimate, chance } = needed;
  if (atEstimate === undefined) {
    // So many slices would be a guess: a level takes what the shares that it is judged by take.
    return found.measure === "headroom" && found.floor !== undefined
      ? t("indicators:needed.firstLevel", { floor: figureOf(language, found, found.floor) })
      : t(`indicators:needed.first.${unit}`, { count });
  }
  const more = t(`indicators:needed.more.${unit}`, { count, estimate: figureOf(language, found, atEstimate) });
  return chance === undefined ? more : t("indicators:needed.withChance", { more, chance: shareText(language, chance) });
}

/** A chance to the nearest percent, never certain and never none. */
const shareText = ({ format }: Language, chance: number): string =>
  format.percent(Math.min(0.99, Math.max(0.01, chance)), 0);
