import { forTier } from "../../domain/policy/for-tier.ts";
import { moreThanFloors } from "../../domain/policy/more-than-floors.ts";
import type { MoreThanFloors } from "../../domain/policy/more-than-floors.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Criterion, Policy } from "../../domain/policy/policy.ts";
import type { Tier } from "../../domain/words/tier.ts";
import type { Language } from "../view/languages.ts";
import { asBound } from "./words.ts";
import { named } from "../say/named.ts";
import { markText } from "../say/score-text.ts";

export type MoreModel = { readonly lead: string; readonly lines: readonly string[] };

/** What a criterion asks for beyond the floors of its indicators, tier by tier; null where the floors are all. */
export function moreModel(language: Language, policy: Policy, criterion: Criterion): MoreModel | null {
  const { t, format } = language;
  const byTier = tiers.flatMap((tier) => {
    const more = moreThanFloors(forTier(policy, tier)).find((entry) => entry.criterion === criterion.key);
    return more === undefined ? [] : [{ tier, text: takesText(language, more) }];
  });
  if (byTier.length === 0) return null;
  const texts = [...new Set(byTier.map(({ text }) => text))];
  const tiersOf = (text: string): readonly Tier[] =>
    byTier.filter((entry) => entry.text === text).map(({ tier }) => tier);
  return {
    lead: t("policy:more.lead", { name: named(language, criterion.name), floor: markText(language, criterion.floor) }),
    lines: texts.map((text) =>
      tiersOf(text).length === tiers.length
        ? t("policy:more.every", { text })
        : t("policy:more.tiers", { tiers: format.list(tiersOf(text).map((tier) => t(`words:tier.${tier}`))), text }),
    ),
  };
}

function takesText(language: Language, { score, ways }: MoreThanFloors): string {
  const { t, format } = language;
  const scoreText = format.number(Math.floor(score * 10) / 10);
  if (ways.length === 0) return t("policy:more.none", { score: scoreText });
  const texts = ways.map(({ indicator, takes }) =>
    t("policy:more.way", {
      name: inSentence(language, named(language, indicator.name)),
      figure: asBound(language, indicator, takes),
    }),
  );
  return t("policy:more.takes", { score: scoreText, ways: texts.join(t("policy:more.or")) });
}

/** Names of indicators begin with a capital; abbreviations keep theirs. */
const inSentence = ({ locale }: Language, name: string): string =>
  locale === "en" && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
