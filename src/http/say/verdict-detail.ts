import type { Policy } from "../../domain/policy/policy.ts";
import type { Verdict, VerdictReason } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { nameOf, partsOf } from "./names-of-results.ts";
import { neededTexts } from "./needed.ts";
import { openScore } from "./score.ts";
import { chanceLimit, chanceText } from "./chance.ts";
import { differenceText, figureText, measureIn } from "./figure.ts";
import { limitText, differenceLimit } from "./limit.ts";
import { markText, scoreText } from "./score-text.ts";

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
  const { t } = language;
  switch (reason.code) {
    case "indicator-unknown":
    case "criterion-unknown":
    case "before-first-look":
      return null;
    case "indicator-beyond-floor":
    case "indicator-straddles": {
      const { key, compared } = partsOf(reason.indicator);
      const [say, limit] = compared ? [differenceText, differenceLimit] : [figureText, limitText];
      const measure = measureIn(policy, key);
      return t(`verdict:why.${reason.code}`, {
        name: nameOf(language, policy, reason.indicator),
        bound: reason.bound === undefined ? "–" : say(language, measure, reason.bound, { beside: reason.floor }),
        floor: limit(language, measure, reason.floor),
      });
    }
    case "criterion-beyond-floor":
    case "criterion-straddles":
      return t(`verdict:why.${reason.code}`, {
        name: t(`words:criterion.${reason.criterion}`),
        probability: chanceText(language, reason.probability, reason.limit),
        limit: chanceLimit(language, reason.limit),
      });
    case "score-uncertain":
    case "score-near-limit":
    case "score-too-low":
      return !known && reason.code !== "score-too-low"
        ? null
        : t(`verdict:why.${reason.code}`, {
            probability: chanceText(language, reason.probability, reason.limit),
            limit: chanceLimit(language, reason.limit),
          });
  }
}

/** Only an open question can be settled: more evidence does not turn a fail around, and the reasons say why. */
export function settlesText(language: Language, policy: Policy, verdict: Verdict): string | null {
  if (verdict.outcome !== "not-enough-evidence") return null;
  const { t, format } = language;
  const sentences = neededTexts(language, policy, verdict.indicators);
  const { needed } = verdict;
  const beside = { mark: verdict.passMark, least: 1 };
  const score =
    needed === undefined
      ? []
      : needed.kind === "times-evidence"
        ? [
            t("verdict:needed.times-evidence", {
              factor: format.number(needed.factor, 1),
              score: scoreText(language, needed.atScore, beside),
            }),
          ]
        : [
            t("verdict:needed.better-score", {
              score: scoreText(language, needed.atScore, beside),
              mark: markText(language, needed.passMark),
            }),
          ];
  const all = [...sentences, ...score];
  return all.length === 0 ? null : all.join(language.locale === "en" ? " " : "");
}
