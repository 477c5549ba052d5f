import { isJudged } from "../../domain/measures/measures.ts";
import { isWhole } from "../../domain/scoring/is-whole.ts";
import type { CriterionResult, IndicatorResult, Verdict } from "../../domain/scoring/verdict-types.ts";
import { chanceText } from "./chance.ts";
import { scoreRange, scoreText } from "./score-text.ts";
import type { Language } from "../view/languages.ts";

/** Where the overall score may still lie, 0–100, as long as something that counts is not known. */
export type OpenScore = {
  readonly low: number;
  readonly high: number;
  /** What is not known and bears a weight. */
  readonly unknown: readonly IndicatorResult[];
};

/** Nothing of a criterion applies, or something that does is not known. */
export const isOpen = ({ measuredIndicators, applicableIndicators }: CriterionResult): boolean =>
  applicableIndicators === 0 || measuredIndicators < applicableIndicators;

/**
 * The recorded score counts the unknown 0, which is nobody's guess: its lower end stands, and the upper one rises by what the
 * unknown would add at 100. Null where everything is known.
 */
export function openScore({ criteria, indicators, score }: Verdict): OpenScore | null {
  if (!criteria.some(isOpen)) return null;
  const all = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const added = criteria.reduce(
    (sum, criterion) => sum + (criterion.weight / all) * unknownShare(criterion, indicators),
    0,
  );
  return {
    low: score.p05,
    high: Math.min(100, score.p95 + 100 * added),
    unknown: indicators.filter(
      (indicator) => indicator.state === "unknown" && indicator.weight > 0 && isWhole(indicator),
    ),
  };
}

/** Of a criterion's weight, what lies with indicators that are not known. */
function unknownShare(criterion: CriterionResult, indicators: readonly IndicatorResult[]): number {
  const own = indicators.filter(
    (indicator) =>
      indicator.criterion === criterion.id &&
      indicator.weight > 0 &&
      isWhole(indicator) &&
      indicator.state !== "not-applicable",
  );
  const weightOf = (some: readonly IndicatorResult[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const applicable = weightOf(own);
  return applicable === 0 ? 1 : weightOf(own.filter(({ state }) => state === "unknown")) / applicable;
}

/** "4 questions are not scored yet" where evaluators are all that is waited for, else how many points are not known. */
export function whyOpen({ t }: Language, { unknown }: OpenScore): string {
  const unscored = unknown.length > 0 && unknown.every(({ measure }) => isJudged(measure));
  return t(`verdict:open.${unscored ? "unscored" : "unknown"}`, { count: unknown.length });
}

/** The score and the chance of the pass mark in short; a chance is said of what is known only. */
export function scoreInShort(
  language: Language,
  verdict: Verdict,
): { readonly score: string; readonly sub: string; readonly chance: string } {
  const { score, reachesPassMark, passMark, lookConfidence } = verdict;
  const { lower } = reachesPassMark;
  const open = openScore(verdict);
  if (open !== null)
    return {
      score: scoreRange(language, [open.low, open.high], { mark: passMark }),
      sub: whyOpen(language, open),
      chance: language.t("verdict:open.noChance"),
    };
  return {
    score: scoreText(language, score.mean, { mark: passMark, least: 1 }),
    sub: scoreRange(language, [score.p05, score.p95], { mark: passMark, least: 1 }),
    chance: chanceText(language, Math.min(lower.independent, lower.correlated), lookConfidence),
  };
}
