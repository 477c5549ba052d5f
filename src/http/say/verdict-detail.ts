import type { Policy } from "../../domain/policy/policy.ts";
import type { Verdict, VerdictReason } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { chanceText, differenceText, figureText, measureIn } from "./figure.ts";
import { nameOf, partsOf } from "./names-of-results.ts";
import { neededTexts } from "./needed.ts";
import { openScore } from "./score.ts";

/** At most three reasons with their figures; the chart beside shows the rest. What is unknown has no figure, nor what it leaves open. */
export function detailText(language: Language, policy: Policy, verdict: Verdict): string | null {
  const { t } = language;
  const known = openScore(verdict) === null;
  const sentences = verdict.reasons.flatMap((reason) => reasonSentence(language, policy, reason, known) ?? []);
  if (sentences.length === 0) return null;
  const rest = sentences.length - 3;
  return [...sentences.slice(0, 3), ...(rest > 0 ? [t("verdict:why.more", { count: rest })] : [])].join(
    language.locale === "en" ? " " : "",
  );
}

function reasonSentence(language: Language, policy: Policy, reason: VerdictReason, known: boolean): string | null {
  const { t, format } = language;
  const chance = (value: number): string => chanceText(language, value);
  switch (reason.code) {
    case "indicator-unknown":
    case "criterion-unknown":
    case "before-first-look":
      return null;
    case "indicator-beyond-floor":
    case "indicator-straddles": {
      const { key, compared } = partsOf(reason.indicator);
      const say = compared ? differenceText : figureText;
      const measure = measureIn(policy, key);
      const beside = { beside: reason.floor };
      return t(`verdict:why.${reason.code}`, {
        name: nameOf(language, policy, reason.indicator),
        bound: reason.bound === undefined ? "–" : say(language, measure, reason.bound, beside),
        floor: say(language, measure, reason.floor, beside),
      });
    }
    case "criterion-beyond-floor":
    case "criterion-straddles":
      return t(`verdict:why.${reason.code}`, {
        name: t(`words:criterion.${reason.criterion}`),
        probability: chance(reason.probability),
        limit: format.number(reason.limit, 3),
      });
    case "score-uncertain":
    case "score-near-limit":
    case "score-too-low":
      return !known && reason.code !== "score-too-low"
        ? null
        : t(`verdict:why.${reason.code}`, {
            probability: chance(reason.probability),
            limit: format.number(reason.limit, 3),
          });
  }
}

/** Only an open question can be settled: more evidence does not turn a fail around, and the reasons say why. */
export function settlesText(language: Language, policy: Policy, verdict: Verdict): string | null {
  if (verdict.outcome !== "not-enough-evidence") return null;
  const { t, format } = language;
  const sentences = neededTexts(language, policy, verdict.indicators);
  const { needed } = verdict;
  const score =
    needed === undefined
      ? []
      : needed.kind === "times-evidence"
        ? [
            t("verdict:needed.times-evidence", {
              factor: format.number(needed.factor, 1),
              score: format.number(needed.atScore, 1),
            }),
          ]
        : [
            t("verdict:needed.better-score", {
              score: format.number(needed.atScore, 1),
              mark: format.number(needed.passMark),
            }),
          ];
  const all = [...sentences, ...score];
  return all.length === 0 ? null : all.join(language.locale === "en" ? " " : "");
}
