import { tiers } from "../../domain/words/tier.ts";
import type { Indicator } from "../../domain/measures/measures.ts";
import type { Named } from "../../domain/words/named.ts";
import { field } from "./field.ts";
import type { PolicyField } from "./field.ts";
import { knowsTiers, levelPath, levelRules } from "./levels.ts";
import { inputOf, isRubric, knowsGroups } from "./offered.ts";
import type { Asking } from "./offered.ts";
import { named } from "../say/named.ts";
import type { Language } from "../view/languages.ts";
import { valueText } from "./words.ts";
import { limitText } from "../say/limit.ts";
import { weightText } from "../say/weight.ts";

/** That it is there at all is a rule too: a version may add it or take it away. */
export function indicatorFields(indicator: Indicator, part: string, asked: Asking): PolicyField[] {
  const path = inputOf(indicator);
  const ruleField = (rule: string, value: number | string | undefined): PolicyField => ({
    ...field(part, `${path}.${rule}`, value ?? "", (language) =>
      language.t(`policy:field.indicator.${rule}`, { name: named(language, indicator.name) }),
    ),
    ...saysFigure(indicator, rule, indicator),
  });
  return [
    {
      ...field(part, `${path}.asked`, asked, (language) => named(language, indicator.name)),
      says: ({ t }) => t(`policy:compare.asked.${asked}`),
    },
    ...wordFields(indicator, part, path),
    ruleField("weight", indicator.weight),
    ruleField("floor", indicator.floor),
    ruleField("target", indicator.target),
    ruleField("minimumSample", indicator.minimumSample),
    ruleField("value", pointsText(indicator.value)),
    ...(knowsGroups(indicator) ? [ruleField("groups", (indicator.groups ?? []).join(", "))] : []),
    ...(knowsTiers(indicator) ? levelFields(indicator, part) : []),
  ];
}

/** A rubric item's words are the body's own. */
function wordFields({ name, rubric, measure }: Indicator, part: string, path: string): PolicyField[] {
  if (!isRubric({ measure })) return [];
  const word = (at: string, rule: string, words: Named, number?: number): PolicyField[] =>
    (["en", "zh"] as const).map((written) =>
      field(part, `${path}.${at}.${written}`, words[written], (language) =>
        language.t(`policy:field.rubric.${rule}`, {
          name: named(language, name),
          ...(number !== undefined && { number }),
          language: language.t(`policy:written.${written}`),
        }),
      ),
    );
  return [
    ...word("name", "name", name),
    ...word("question", "question", rubric?.question ?? nothing),
    ...(rubric?.anchors ?? []).flatMap((anchor, i) => word(`anchors.${i}`, "anchor", anchor, i + 1)),
  ];
}

const nothing: Named = { en: "", zh: "" };

/** Empty where the tier has the indicator's own. */
function levelFields(indicator: Indicator, part: string): PolicyField[] {
  const { key, byTier } = indicator;
  return tiers.flatMap((tier) =>
    levelRules.map((rule) => {
      const figure = byTier?.[tier]?.[rule] ?? "";
      const text = typeof figure === "object" ? pointsText(figure) : figure;
      const label = (language: Language): string =>
        language.t(`policy:field.level.${rule}`, {
          name: named(language, indicator.name),
          tier: language.t(`words:tier.${tier}`),
        });
      return {
        ...field(part, levelPath(key, tier, rule), text, label),
        ...saysFigure(indicator, rule, byTier?.[tier] ?? {}),
      };
    }),
  );
}

/** What is typed as a bare number is said in its unit, as on the policy's page. */
function saysFigure(
  { measure }: Indicator,
  rule: string,
  { floor, target, value, weight }: Partial<Indicator>,
): Pick<PolicyField, "says"> {
  const limit = rule === "floor" ? floor : rule === "target" ? target : undefined;
  if (limit !== undefined) return { says: (language) => limitText(language, measure, limit) };
  if (rule === "value" && value !== undefined) return { says: (language) => valueText(language, { measure, value }) };
  if (rule === "weight" && weight !== undefined) return { says: (language) => weightText(language, weight) };
  return {};
}

/** "0.99 = 0; 0.995 = 60": measured value and its score, in one line that can be typed. */
export function pointsText(points: Indicator["value"]): string {
  return points.map(([unit, score]) => `${unit} = ${score}`).join("; ");
}
