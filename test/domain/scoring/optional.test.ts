import { describe, expect, it } from "vitest";
import type { Statistics } from "../../../src/domain/evidence/statistics.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import { tQuantile } from "../../../src/domain/statistics/distributions.ts";
import { withOneMore } from "../../../src/domain/statistics/means.ts";
import { audit, checklist, choosing, chosen, optionalKeys, satisfaction, scale } from "./optional.ts";
import { piece, pilot } from "./pilot.ts";

const found = (id: string, ...statistics: readonly Statistics[]): IndicatorResult => {
  const pieces = statistics.map((one, i) => piece(one, { digest: `p${i}` }));
  const results = measureIndicators(pilot({ plan: choosing({ [id]: chosen }), pieces }));
  const result = results.find((one) => one.id === id);
  if (result === undefined) throw new Error(`no ${id}`);
  return result;
};

describe("an optional indicator", () => {
  it("is not there unless the plan chooses it, and then stands beside the others", () => {
    const keys = (plan = pilot().plan) => measureIndicators(pilot({ plan })).map(({ id }) => id);
    expect(optionalKeys).toEqual(["umux-lite", "seq", "satisfaction", "accessibility", "fairness"]);
    expect(keys().filter((key) => optionalKeys.includes(key))).toEqual([]);
    expect(keys(choosing({ seq: { ...chosen, applicable: false } }))).not.toContain("seq");
    expect(keys(choosing({ seq: chosen })).filter((key) => optionalKeys.includes(key))).toEqual(["seq"]);
  });
});

describe("questionnaires", () => {
  it("have a mean with t-bounds, and UMUX-Lite is never taken for SUS", () => {
    const result = found("umux-lite", scale("umux-lite", 30, 76, 12), scale("sus", 60, 20, 9));
    expect(result).toMatchObject({ unit: "points", n: 30, nUnit: "respondents", state: "cleared" });
    expect(result.measured?.estimate).toBe(76);
    const more = withOneMore({ n: 30, mean: 76, sd: 12 }, 0);
    expect(result.measured?.lower).toBeCloseTo(more.mean - (tQuantile(0.95, 30) * (more.sd ?? 0)) / Math.sqrt(31), 9);
  });

  it("keep SEQ on its own scale of one to seven", () => {
    const result = found("seq", scale("seq", 12, 6.9, 0.4));
    expect(result).toMatchObject({ unit: "rating", measured: { upper: 7 }, state: "cleared" });
    expect(found("seq", scale("seq", 11, 6.9, 0.4))).toMatchObject({
      unknown: { code: "below-minimum", n: 11, minimum: 12, unit: "respondents" },
    });
  });
});

describe("satisfaction", () => {
  it("pools different scales by their width", () => {
    const stars = satisfaction({ responses: 100, mean: 4, sd: 1 });
    const points = satisfaction({ responses: 100, mean: 7.5, sd: 2.5, scaleMin: 0, scaleMax: 10 });
    const result = found("satisfaction", stars, points);
    // Both are 75 of 100 with a spread of 25, so together they are as well.
    expect(result.measured?.estimate).toBeCloseTo(75, 9);
    const sd = 25 * Math.sqrt(198 / 199);
    const more = withOneMore({ n: 200, mean: 75, sd }, 0);
    expect(result.measured?.lower).toBeCloseTo(more.mean - (tQuantile(0.95, 200) * (more.sd ?? 0)) / Math.sqrt(201), 9);
    expect(result).toMatchObject({ unit: "points", n: 200, state: "cleared" });
  });

  it("is a point without a bound where only the mean is reported", () => {
    const { sd: _, ...total } = satisfaction({ mean: 4.5 }) as Extract<Statistics, { kind: "satisfaction" }>;
    const result = found("satisfaction", total);
    expect(result).toMatchObject({ state: "unknown", unknown: { code: "totals-only" } });
    expect(result.measured).toBeUndefined();
  });

  it("leaves a mean alone out beside ratings with their spread, unless it contradicts the floor", () => {
    const { sd: _, ...total } = satisfaction({ responses: 9000, mean: 4.5 }) as Extract<
      Statistics,
      { kind: "satisfaction" }
    >;
    const good = found("satisfaction", satisfaction(), total);
    expect(good).toMatchObject({ state: "cleared", n: 200, marks: ["totals-left-out"] });
    expect(found("satisfaction", satisfaction(), { ...total, mean: 2 })).toMatchObject({
      unknown: { code: "small-piece-beyond-floor", estimate: 25 },
    });
  });
});

describe("accessibility", () => {
  it("clears without a critical or serious finding, whatever is moderate", () => {
    expect(found("accessibility", audit())).toMatchObject({
      ...{ state: "cleared", unit: "count", n: 10, nUnit: "pages" },
      measured: { estimate: 0, lower: 0, upper: 0 },
    });
  });

  it("fails on one serious finding in any piece, however much is still open and however few pages", () => {
    const result = found("accessibility", audit(), audit({ pages: 1, serious: 1, needsReview: 40 }));
    expect(result).toMatchObject({ state: "beyond", measured: { estimate: 1 }, decidedBy: "p1" });
  });

  it("is unknown while a machine left points to people", () => {
    expect(found("accessibility", audit({ needsReview: 7 }))).toMatchObject({
      state: "unknown",
      unknown: { code: "manual-review-needed", needsReview: 7 },
    });
  });

  it("does not take a Lighthouse 100 for conformance", () => {
    const lighthouse = audit({ score: 100 });
    expect(found("accessibility", lighthouse)).toMatchObject({
      unknown: { code: "manual-review-needed", needsReview: 0 },
    });
    expect(found("accessibility", lighthouse, checklist())).toMatchObject({ state: "cleared" });
  });

  it("lets a whole checklist settle what machines left, but not one with points untested", () => {
    const open = audit({ needsReview: 7 });
    expect(found("accessibility", open, checklist())).toMatchObject({ state: "cleared" });
    expect(found("accessibility", open, checklist({ needsReview: 3 }))).toMatchObject({
      unknown: { code: "manual-review-needed", needsReview: 3 },
    });
  });

  it("asks for the policy's number of pages", () => {
    expect(found("accessibility", audit({ pages: 4 }))).toMatchObject({
      unknown: { code: "below-minimum", n: 4, minimum: 5, unit: "pages" },
    });
  });
});
