import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Statistics } from "../../../src/domain/evidence/statistics.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import { newcombeDifference } from "../../../src/domain/statistics/differences.ts";
import type { PlannedFairness } from "../../../src/domain/measures/planned-fairness.ts";
import { realFiles, realPath } from "../../support/real-files.ts";
import { choosing, chosen, fairnessBy, outcomes } from "./optional.ts";
import type { Cells } from "./optional.ts";
import { piece, pilot } from "./pilot.ts";

const judged = (fairness: PlannedFairness | null, ...statistics: readonly Statistics[]): IndicatorResult => {
  const pieces = statistics.map((one, i) => piece(one, { digest: `p${i}` }));
  const plan = choosing({ fairness: chosen }, fairness);
  const result = measureIndicators(pilot({ plan, pieces })).find(({ id }) => id === "fairness");
  if (result === undefined) throw new Error("no fairness");
  return result;
};

/** 1,000 of each, half of whom the outcome comes true for; `selected` of them get the positive answer, half rightly. */
const even = (selected: number): Cells => [selected / 2, selected / 2, 500 - selected / 2, 500 - selected / 2];

describe("fairness", () => {
  it("is the difference of the binding measure from the reference group, within Newcombe's bounds", () => {
    const result = judged(fairnessBy("selection", "A", "B"), outcomes({ A: even(500), B: even(470) }));
    const { diff, lower } = newcombeDifference({ successes: 470, n: 1000 }, { successes: 500, n: 1000 }, 0.9);
    expect(result.measured?.estimate).toBeCloseTo(-diff, 12);
    expect(result.measured?.upper).toBeCloseTo(-lower, 11);
    expect(result).toMatchObject({ state: "cleared", unit: "share", better: "lower", n: 1000, nUnit: "people" });
    expect(result.fairness).toMatchObject({
      measure: "selection",
      reference: { group: "A", n: 1000, share: 0.5, baseRate: 0.5 },
      groups: [{ group: "B", share: 0.47, difference: { estimate: -0.03 } }],
    });
  });

  it("lets the worst of the groups decide", () => {
    const groups = { A: even(500), B: even(500), C: even(300) };
    expect(judged(fairnessBy("selection", "A", "B"), outcomes(groups)).state).toBe("cleared");
    const result = judged(fairnessBy("selection", "A", "B", "C"), outcomes(groups));
    expect(result.measured?.estimate).toBeCloseTo(0.2, 12);
    expect(result.state).toBe("beyond");
  });

  it("does not care which way the difference goes, nor in which order the groups are named", () => {
    const [less, more] = [even(300), even(500)];
    const one = judged(fairnessBy("selection", "A", "B"), outcomes({ A: more, B: less }));
    const other = judged(fairnessBy("selection", "A", "B"), outcomes({ A: less, B: more }));
    expect(other.measured).toEqual(one.measured);
    const three = outcomes({ A: more, B: less, C: even(400) });
    expect(judged(fairnessBy("fpr", "A", "C", "B"), three).measured).toEqual(
      judged(fairnessBy("fpr", "A", "B", "C"), three).measured,
    );
  });

  it("takes the same letters for the same name, however plan and file compose their accents", () => {
    const [composed, apart] = ["Zürich".normalize("NFC"), "Zürich".normalize("NFD")];
    expect(composed).not.toBe(apart);
    const cells = { A: even(500), B: even(470) };
    const plain = judged(fairnessBy("selection", "A", "B"), outcomes(cells));
    const written = judged(fairnessBy("selection", "A", composed), outcomes({ A: cells.A, [apart]: cells.B }));
    expect(written.measured).toEqual(plain.measured);
    const halves = outcomes({ A: cells.A, [apart]: even(400), [composed]: even(70) });
    expect(judged(fairnessBy("selection", "A", apart), halves)).toMatchObject({ n: 1000 });
    expect(judged(fairnessBy("selection", "A", "Zurich"), halves).unknown?.code).toBe("group-missing");
  });

  it("is unknown where a named group is missing, too small, or has nobody the measure counts", () => {
    const big = even(500);
    expect(judged(fairnessBy("selection", "A", "B"), outcomes({ A: big }))).toMatchObject({
      unknown: { code: "group-missing", group: "B" },
    });
    expect(judged(fairnessBy("selection", "A", "B"), outcomes({ A: big, B: [20, 20, 20, 39] }))).toMatchObject({
      unknown: { code: "below-minimum", n: 99, minimum: 100, unit: "people" },
    });
    expect(judged(fairnessBy("tpr", "A", "B"), outcomes({ A: big, B: [0, 60, 60, 0] }))).toMatchObject({
      unknown: { code: "group-without-cases", group: "B" },
    });
    expect(judged(null, outcomes({ A: big }))).toMatchObject({ unknown: { code: "fairness-not-planned" } });
  });

  it("pools pieces by group, and a zero cell is no trouble", () => {
    const half = outcomes({ A: [25, 25, 25, 25], B: [0, 0, 50, 50] });
    const result = judged(fairnessBy("selection", "A", "B"), half, half);
    expect(result).toMatchObject({ state: "beyond", n: 200, measured: { estimate: 0.5 } });
  });

  it("marks four fifths in whole numbers, by the answer that is good for people", () => {
    const at = (favourable: PlannedFairness["favourable"], selected: number) =>
      judged({ ...fairnessBy("tpr", "A", "B"), favourable }, outcomes({ A: even(500), B: even(selected) })).marks;
    expect(at("positive", 400)).not.toContain("under-four-fifths");
    expect(at("positive", 398)).toContain("under-four-fifths");
    // Fewer suspicions are no harm: what people hope for is to be left alone.
    expect(at("negative", 398)).not.toContain("under-four-fifths");
    expect(at("negative", 620)).toContain("under-four-fifths");
  });

  it("says where the groups differ in what came of them", () => {
    const marks = (b: Cells) => judged(fairnessBy("fpr", "A", "B"), outcomes({ A: even(500), B: b })).marks;
    expect(marks(even(400))).not.toContain("unequal-base-rates");
    expect(marks([400, 100, 300, 200])).toContain("unequal-base-rates");
  });
});

const present = realFiles("fairness/compas-two-years.csv");

describe.skipIf(!present)("COMPAS, two years", () => {
  const [head = "", ...rows] = readCompas();
  const at = (name: string): number => head.split(",").indexOf(name);
  const groups: { [group: string]: [number, number, number, number] } = {};
  for (const row of rows) {
    const cells = row.split(",");
    const [high, came] = [Number(cells[at("decile_score")]) >= 5, cells[at("two_year_recid")] === "1"];
    const group = (groups[cells[at("race")] ?? ""] ??= [0, 0, 0, 0]);
    group[high ? (came ? 0 : 1) : came ? 3 : 2]++;
  }
  const compas = outcomes(groups);
  const feared = (measure: PlannedFairness["measure"], ...compared: string[]) =>
    judged({ ...fairnessBy(measure, "Caucasian", ...compared), favourable: "negative" }, compas);

  it("has false positive rates of 44.85 % and 23.45 %, far beyond any floor", () => {
    const result = feared("fpr", "African-American");
    expect(result.state).toBe("beyond");
    expect(result.fairness?.groups[0]?.share).toBeCloseTo(0.4485, 4);
    expect(result.fairness?.reference.share).toBeCloseTo(0.2345, 4);
    expect(result.marks).toEqual(["under-four-fifths", "unequal-base-rates"]);
  });

  it("has false negative rates of 27.99 % and 47.72 %", () => {
    const result = feared("tpr", "African-American");
    expect(1 - (result.fairness?.groups[0]?.share ?? 0)).toBeCloseTo(0.2799, 4);
    expect(1 - (result.fairness?.reference.share ?? 0)).toBeCloseTo(0.4772, 4);
  });

  it.each([
    ["Asian", 32],
    ["Native American", 18],
  ])("refuses to judge the %s group of %d", (group, n) => {
    expect(feared("fpr", "African-American", group)).toMatchObject({
      state: "unknown",
      unknown: { code: "below-minimum", n, minimum: 100 },
    });
  });
});

function readCompas(): readonly string[] {
  if (!present) return [];
  return readFileSync(realPath("fairness/compas-two-years.csv"), "utf8").trimEnd().split(/\r?\n/);
}
