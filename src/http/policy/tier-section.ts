import { indicatorFor } from "../../domain/policy/for-tier.ts";
import { tiers } from "../../domain/words/tier.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { TableModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { knowsTiers, tiersApart } from "./levels.ts";
import { sampleText, targetText, valueText } from "./words.ts";
import { named } from "../say/named.ts";
import { floorText } from "../say/limit.ts";

/** What each tier asks of an indicator, with why they differ; null where they do not. */
export function tierSection(language: Language, policy: Policy, indicator: Indicator) {
  if (!knowsTiers(indicator) || tiersApart(indicator).length === 0) return null;
  const { t, format } = language;
  const name = named(language, indicator.name);
  const days = tiers.map((tier) => policy.tiers[tier].minimumPilotDays);
  const why = `policy:tiersAsk.why.${indicator.measure}`;
  const table: TableModel = {
    caption: t("policy:tiersAsk.caption", { name }),
    columns: [
      t("policy:column.tier"),
      ...["floor", "target", "minimumSample", "value"].map((key) => t(`policy:level.${key}`)),
    ].map((label) => ({ label })),
    rows: tiers.map((tier) => {
      const asked = indicatorFor(indicator, tier);
      return {
        cells: [
          { content: t("words:impactTier", { tier: t(`words:tier.${tier}`) }), header: true },
          { content: floorText(language, asked, asked.floor) },
          { content: targetText(language, asked) },
          { content: sampleText(language, asked) },
          { content: valueText(language, asked) },
        ],
      };
    }),
  };
  return {
    title: t("policy:tiersAsk.title", { name }),
    why: t(t.has(why) ? why : "policy:tiersAsk.why.other", {
      shortest: format.days(Math.min(...days)),
      longest: format.days(Math.max(...days)),
    }),
    table,
  };
}

/** One text where all tiers have the same, a line for each where they do not. */
export function byTier(language: Language, indicator: Indicator, textOf: (asked: Indicator) => string): Content {
  const texts = tiers.map((tier) => textOf(indicatorFor(indicator, tier)));
  const [first = ""] = texts;
  if (texts.every((text) => text === first)) return first;
  const { t } = language;
  return html`${tiers.map(
    (tier, i) =>
      html`<span class="ts-line"
        >${t("policy:tierLine", { tier: t(`words:tier.${tier}`), text: texts[i] ?? "" })}</span
      >`,
  )}`;
}
