import { describe, expect, it } from "vitest";
import type { Statistics } from "../../../src/domain/evidence/statistics.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { clusterSums } from "../../../src/domain/statistics/clustered.ts";
import { gateEValue, minimumAllSuccessAnytime } from "../../../src/domain/statistics/e-value.ts";
import { chosen, tasksOf, triedOnce } from "./optional.ts";
import { piece, pilot } from "./pilot.ts";

const days = ["2026-10-15", "2026-10-22", "2026-10-29", "2026-11-05"];

const success = (statistics: Statistics, looks = 2, anytime = true, floor: number | null = null) => {
  const indicators = { "task-success": { ...chosen, anytime, floor } };
  const plan: ScoringContext["plan"] = { ...pilot().plan, looks: days.slice(0, looks), indicators };
  const results = measureIndicators(pilot({ plan, pieces: [piece(statistics)] }));
  const result = results.find(({ id }) => id === "task-success");
  if (result === undefined) throw new Error("no task success");
  return result;
};

describe("the anytime rule", () => {
  it("clears a floor exactly from the participant on at which its e-value reaches 1/(1−c)", () => {
    const { anytime } = minimumAllSuccessAnytime(0.9, 0.05);
    const at = (n: number) => success(triedOnce(n, 0), 2, true, 0.9);
    expect(at(anytime)).toMatchObject({ state: "cleared", marks: ["anytime"] });
    expect(at(anytime - 1)).toMatchObject({ state: "straddles" });
    expect(at(anytime).eValue?.value).toBeGreaterThanOrEqual(20);
    expect(at(anytime - 1).eValue?.value).toBeLessThan(20);
    expect(at(anytime - 1).needed).toEqual({ kind: "more", unit: "participants", amount: 1, atEstimate: 1, chance: 1 });
  });

  it("says before any data how many it takes, more than a single look does", () => {
    const indicators = (anytime: boolean) => ({ "task-success": { ...chosen, anytime, floor: 0.95 } });
    const asked = (anytime: boolean, looks: number) => {
      const plan: ScoringContext["plan"] = {
        ...pilot().plan,
        looks: days.slice(0, looks),
        indicators: indicators(anytime),
      };
      const found = measureIndicators(pilot({ plan, pieces: [] })).find(({ id }) => id === "task-success");
      return found?.needed;
    };
    const more = (amount: number) => ({ kind: "more", unit: "participants", amount });
    expect(minimumAllSuccessAnytime(0.95, 0.05).anytime).toBe(88);
    expect(asked(true, 1)).toEqual(more(88));
    expect(asked(true, 4)).toEqual(more(88));
    // Five attempts of one person are worth 2.27 trials at best: 58.4 / 2.27.
    expect(asked(false, 1)).toEqual(more(26));
    expect(success(triedOnce(88, 0), 4, true, 0.95).state).toBe("cleared");
    expect(success(triedOnce(87, 0), 4, true, 0.95).state).toBe("straddles");
  });

  it("does not ask for more where there are more looks, as the looks' own bound does", () => {
    const results = [1, 2, 4].map((looks) => success(triedOnce(52, 6), looks));
    expect(new Set(results.map(({ measured }) => measured?.lower)).size).toBe(1);
    expect(results[0]?.eValue?.value).toBeCloseTo(gateEValue(52, 6, 0.75), 6);
    const shared = [1, 2, 4].map((looks) => success(triedOnce(52, 6), looks, false).measured?.lower ?? 0);
    expect(shared).toEqual(shared.toSorted((a, b) => b - a));
    expect(new Set(shared).size).toBe(3);
  });

  it("shows a lower bound whose own e-value just reaches the limit", () => {
    const { measured } = success(triedOnce(52, 6));
    expect(gateEValue(52, 6, measured?.lower ?? 0)).toBeCloseTo(20, 6);
    expect(measured?.lower).toBeLessThan(measured?.estimate ?? 0);
  });

  it("falls back to the look's bound, and says so, where somebody tried twice", () => {
    const twice = tasksOf(clusterSums([...Array.from({ length: 40 }, () => [1, 1] as const), [2, 2]]));
    const [chosenRule, none] = [success(twice), success(twice, 2, false)];
    expect(chosenRule.marks).toEqual(["anytime-not-possible"]);
    expect(chosenRule.eValue).toBeUndefined();
    expect(chosenRule.measured).toEqual(none.measured);
  });

  it("keeps the minimum sample and still fails by the upper bound", () => {
    expect(success(triedOnce(11, 0))).toMatchObject({ unknown: { code: "below-minimum", n: 11 } });
    expect(success(triedOnce(5, 45))).toMatchObject({ state: "beyond" });
  });

  it("caps an e-value that no ledger could hold", () => {
    expect(success(triedOnce(5000, 0)).eValue).toEqual({ value: 1e9, needed: 20 });
  });
});
