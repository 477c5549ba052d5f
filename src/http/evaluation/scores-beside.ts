import { restated } from "../../domain/technology/state/moderation.ts";
import type { Evaluation, Revealed } from "../../domain/technology/state/evaluation.ts";
import { textShown } from "../say/text.ts";
import type { Words } from "../private-words.ts";
import type { Content } from "../view/html.ts";
import { html } from "../view/html.ts";
import type { Language } from "../view/languages.ts";
import { letterOf } from "./moderated-items.ts";

export type ScoreBeside = {
  readonly who: string;
  readonly score: string;
  readonly reason: Content;
  /** What was said in the moderation. */
  readonly later: { readonly score: string; readonly reason: Content } | null;
};

/** Every evaluator's score of one item with its reason, side by side; who restated it with both. Letters, never names. */
export function scoresBeside(
  language: Language,
  evaluation: Evaluation,
  revealed: Revealed,
  item: string,
  words: Words,
): readonly ScoreBeside[] {
  const { t } = language;
  return revealed.sheets.flatMap(({ evaluator, items }) => {
    const answer = items.find((scored) => scored.item === item);
    if (answer === undefined) return [];
    const again = restated(revealed, item, evaluator);
    return [
      {
        who: t("gate:margin.evaluator", { letter: letterOf(evaluation, evaluator) }),
        score: scoreWord(language, answer.score),
        reason: html`${textShown(language, words.get(answer.comment))}
          <span class="mono">${answer.evidence.join(" ")}</span>`,
        later:
          again === undefined
            ? null
            : {
                score: scoreWord(language, again.score),
                reason: textShown(language, words.get(reasonOf(revealed, item, evaluator) ?? "")),
              },
      },
    ];
  });
}

export const scoreWord = ({ t }: Language, score: number | null): string =>
  score === null ? t("evaluation:notJudged") : String(score);

const reasonOf = ({ moderated }: Revealed, item: string, evaluator: string): string | undefined =>
  moderated.findLast(
    (moderation) => moderation.item === item && moderation.scores.some((score) => score.evaluator === evaluator),
  )?.text;
