import { describe, expect, it } from "vitest";
import { isJudged, knownMeasure, measureOf, measures } from "../../../src/domain/measures/measures.ts";
import type { MeasureRecord } from "../../../src/domain/measures/measure-record.ts";
import { methods } from "../../../src/domain/methods/methods.ts";
import { leastSample } from "../../../src/domain/scoring/needed.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";

const records: readonly MeasureRecord[] = measures;

describe("the record of a measure", () => {
  it("is found by its name, and by no other", () => {
    for (const { name } of measures) expect(measureOf(name).name).toBe(name);
    expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
    expect(knownMeasure("speed")).toBeUndefined();
    expect(() => measureOf("speed" as "sus")).toThrow("No measure speed");
  });

  it("says what verdicts on the ledger have always said: unit and direction", () => {
    const lines = records.map(({ name, unit, better, kind, sample }) => [name, unit, better, kind, sample].join(" "));
    expect(lines.toSorted()).toEqual([
      "accessibility count lower accessibility pages",
      "availability share higher availability hours",
      "failed-share share lower load slices",
      "fairness share lower outcomes people",
      "headroom ratio higher load slices",
      "rubric anchor higher  scores",
      "satisfaction points higher satisfaction respondents",
      "seq rating higher seq respondents",
      "sus points higher sus respondents",
      "task-success share higher tasks participants",
      "umux-lite points higher umux-lite respondents",
      "volume ratio higher volume runs",
      "within-share share higher load slices",
    ]);
  });

  it("names a method that there is, and measures that there are", () => {
    for (const { name, method, judgedBy = [] } of records) {
      if (method !== undefined) expect([...methods.keys()], name).toContain(method);
      for (const other of judgedBy) expect(knownMeasure(other), name).toBeDefined();
    }
  });

  it("reckons a comparison only of what can be planned for, a share as a share and a mean as a mean", () => {
    for (const { name, compares, planning } of records.filter((one) => one.compares !== undefined))
      expect(planning?.expects, name).toBe(compares === "shares" ? "share" : "mean");
  });

  it("asks for more without a fault the stricter the floor is, and for one at least", () => {
    for (const { name, range, better, faultlessSample } of records) {
      if (faultlessSample === undefined) continue;
      const [least, most] = range;
      const at = (share: number): number => faultlessSample(least + share * (most - least), 0.05, 300);
      const [lax, strict] = better === "higher" ? [0.5, 0.99] : [0.5, 0.01];
      expect(at(lax), name).toBeGreaterThanOrEqual(1);
      expect(at(strict), name).toBeGreaterThan(at(lax));
    }
  });

  it("of what people judge has no kind of file, and its minimum is all that is asked", () => {
    expect(measures.filter(({ name }) => isJudged(name)).map(({ name }) => name)).toEqual(["rubric"]);
    const plan = { services: [], latencyMs: 1, restoreSeconds: null, indicators: {}, fairness: null, looks: [] };
    const yardstick = { better: "higher", floor: 3, minimum: 2, confidence: 0.95, failConfidence: 0.95 } as const;
    expect(leastSample("rubric", yardstick, { plan, policy: plainPolicy })).toBe(2);
  });
});
