import type { ItemScore } from "../../measures/rubric-score.ts";
import type { Evaluation, Revealed } from "./evaluation.ts";

/** The scores of one item that stand: as submitted blind, or as restated in moderation. */
export const standingScores = (revealed: Revealed, item: string): readonly ItemScore[] =>
  revealed.sheets.flatMap(({ evaluator, items }) => {
    const submitted = items.find((answer) => answer.item === item);
    if (submitted === undefined) return [];
    return [restated(revealed, item, evaluator) ?? { evaluator, score: submitted.score }];
  });

/** What an evaluator said last in moderation. */
export const restated = (revealed: Revealed, item: string, evaluator: string): ItemScore | undefined =>
  revealed.moderated
    .filter((moderated) => moderated.item === item)
    .flatMap((moderated) => moderated.scores)
    .findLast((score) => score.evaluator === evaluator);

/** Left "not judged": it can be judged after all, for as long as nobody has. */
export const isUnjudged = (revealed: Revealed, item: string, evaluator: string): boolean =>
  standingScores(revealed, item).some((standing) => standing.evaluator === evaluator && standing.score === null);

/** Items that an evaluator who scored may state (again): those in moderation once, and those not judged so far. */
export function toState(revealed: Revealed, evaluator: string): readonly string[] {
  const own = revealed.sheets.find((sheet) => sheet.evaluator === evaluator)?.items ?? [];
  return own
    .map(({ item }) => item)
    .filter(
      (item) =>
        isUnjudged(revealed, item, evaluator) ||
        (revealed.moderate.includes(item) && restated(revealed, item, evaluator) === undefined),
    );
}

/** Items that somebody who scored and was not released has still to restate. */
export function inModeration({ evaluators, revealed }: Evaluation): readonly string[] {
  const awaited = evaluators.filter(({ state }) => state === "submitted").map(({ person }) => person);
  if (revealed === null) return [];
  return revealed.moderate.filter((item) => awaited.some((person) => restated(revealed, item, person) === undefined));
}
