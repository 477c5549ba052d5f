import type { ItemScore } from "../../measures/rubric-score.ts";
import type { Evaluation, Revealed } from "./evaluation.ts";

/** The scores of one item that stand: as submitted blind, or as restated in moderation. */
export const standingScores = (revealed: Revealed, item: string): readonly ItemScore[] =>
  revealed.sheets.flatMap(({ evaluator, items }) => {
    const submitted = items.find((answer) => answer.item === item);
    if (submitted === undefined) return [];
    return [restated(revealed, item, evaluator) ?? { evaluator, score: submitted.score }];
  });

export const restated = (revealed: Revealed, item: string, evaluator: string): ItemScore | undefined =>
  revealed.moderated
    .filter((moderated) => moderated.item === item)
    .flatMap((moderated) => moderated.scores)
    .find((score) => score.evaluator === evaluator);

/** Items that somebody who scored and was not released has still to restate. */
export function inModeration({ evaluators, revealed }: Evaluation): readonly string[] {
  const awaited = evaluators.filter(({ state }) => state === "submitted").map(({ person }) => person);
  if (revealed === null) return [];
  return revealed.moderate.filter((item) => awaited.some((person) => restated(revealed, item, person) === undefined));
}
