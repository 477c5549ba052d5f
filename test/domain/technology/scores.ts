import { earlyPolicy } from "../../support/early-policy.ts";
import type { ScoreSheet, SheetItem } from "../../../src/domain/technology/state/evaluation.ts";
import { rubricItems } from "../../../src/domain/measures/rubric-items.ts";
import { aPlan, happened, submitted, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** Rubric items of the default policy, and sheets that answer all of them. */
export const items = rubricItems(aPlan(), earlyPolicy).map(({ key }) => key);
export const item = items[0] ?? "";

export const answers = (scores: Readonly<Record<string, number | null>> = {}): readonly SheetItem[] =>
  items.map((key) => ({
    item: key,
    score: scores[key] === undefined ? 4 : scores[key],
    evidence: ["e1"],
    comment: text(`comment ${key}`),
  }));

export const sheet = (evaluator: string, scores: Readonly<Record<string, number | null>> = {}): ScoreSheet => ({
  evaluator,
  items: answers(scores),
});

/** eva and emil differ on the first item. */
export const revealed = (): readonly Happened[] => [
  ...submitted(),
  happened(
    "ScoresRevealed",
    {
      round: 1,
      sheets: [sheet("eva", { [item]: 5 }), sheet("emil", { [item]: 2 })],
      agreement: { alpha: 0.1, raw: 0.5, level: "unreliable" },
      moderate: [item],
    },
    "system",
    36,
  ),
];
