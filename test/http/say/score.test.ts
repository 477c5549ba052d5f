import { describe, expect, it } from "vitest";
import { verdictOf } from "../../../src/domain/scoring/sensitivity-evidence.ts";
import type { Verdict } from "../../../src/domain/scoring/verdict-types.ts";
import { openScore, scoreInShort, whyOpen } from "../../../src/http/say/score.ts";
import { criteriaFigure, verdictModel } from "../../../src/http/say/verdict.ts";
import { goodPieces, pilot, scores } from "../../domain/scoring/pilot.ts";
import { inChinese, inEnglish, plainly } from "./support.ts";

const { policy, rubricScores } = pilot();
const scored = (anchor: number): Verdict =>
  verdictOf(pilot({ rubricScores: rubricScores.map(({ item }) => scores(item, anchor, anchor, anchor)) }));
const unscored = verdictOf(pilot({ rubricScores: [] }));

describe("the score while something is unknown", () => {
  it("is a range, from what the worst scores would give to what the best would", () => {
    const open = openScore(unscored);
    expect(open?.low).toBeCloseTo(scored(1).score.p05, 6);
    expect(open?.high).toBeCloseTo(scored(5).score.p95, 6);
    expect(open?.unknown.map(({ id }) => id)).toEqual([
      "recovery-from-failure",
      "data-handling",
      "recovery-from-error",
      "learning",
    ]);
  });

  it("is no range once everything is known, and the chance is said", () => {
    const all = scored(4);
    expect(openScore(all)).toBeNull();
    expect(verdictModel(inEnglish, policy, all).chance?.text).toBe("chance that the score is at least 70");
    expect(scoreInShort(inEnglish, all).score).toBe(inEnglish.format.number(all.score.mean, 1));
  });

  it("says what it waits for: the evaluators, or any point", () => {
    const open = openScore(unscored);
    const more = openScore(verdictOf(pilot({ rubricScores: [], pieces: [goodPieces.load] })));
    if (open === null || more === null) throw new Error("known");
    expect(whyOpen(inEnglish, open)).toBe("4 questions to evaluators are not scored yet");
    expect(whyOpen(inChinese, open)).toBe("4 个评估项尚未评分");
    expect(whyOpen(inEnglish, more)).toBe("8 points are not known yet");
  });

  it("stands where the chance would, on the page and in the table of looks; no curve and no mean are drawn", () => {
    const model = verdictModel(inEnglish, policy, unscored);
    expect(plainly(model.chance?.figure ?? "")).toMatch(/^\d\d–\d\d$/);
    expect(model.chance?.text).toContain("where the score may still lie");
    expect(model.chance?.needed).toBe("The pass mark is 70. A chance of reaching it is given once all is known.");
    expect(model.figure?.chart.text).not.toContain("c-area");
    expect(scoreInShort(inEnglish, unscored)).toMatchObject({ score: model.chance?.figure, chance: "not yet" });
    const rows = criteriaFigure(inEnglish, policy, unscored).table?.rows ?? [];
    expect(rows[0]?.cells.slice(1, 3).map(({ content }) => content)).toEqual([expect.stringMatching(/^\d\d–\d+$/), ""]);
  });
});
