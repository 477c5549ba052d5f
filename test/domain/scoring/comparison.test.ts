import { describe, expect, it } from "vitest";
import type { Statistics } from "../../../src/domain/evidence/statistics.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import { countFloors } from "../../../src/domain/measures/yardstick.ts";
import { newcombeDifference } from "../../../src/domain/statistics/differences.ts";
import { tQuantile } from "../../../src/domain/statistics/distributions.ts";
import { choosing, chosen, scale, triedOnce } from "./optional.ts";
import { clusters, goodPieces, load, LONG, piece, pilot } from "./pilot.ts";

const before = (...statistics: readonly Statistics[]) =>
  statistics.map((one, i) => piece(one, { digest: `before-${i}` }));

function compared(key: string, margin: number, change: Partial<ScoringContext>): IndicatorResult {
  const plan = choosing({ [key]: { ...chosen, margin } });
  const result = measureIndicators(pilot({ plan, ...change })).find(({ id }) => id === `${key}~baseline`);
  if (result === undefined) throw new Error(`${key} is not compared`);
  return result;
}

describe("a comparison with the baseline", () => {
  it("of means is Welch's difference against the margin", () => {
    const pieces = [piece(scale("sus", 40, 74, 10))];
    const result = compared("sus", 5, { pieces, baseline: before(scale("sus", 50, 72, 15)) });
    const [va, vb] = [100 / 40, 225 / 50];
    const df = (va + vb) ** 2 / (va ** 2 / 39 + vb ** 2 / 49);
    expect(result.measured?.estimate).toBeCloseTo(2, 12);
    expect(result.measured?.lower).toBeCloseTo(2 - tQuantile(0.95, df) * Math.sqrt(va + vb), 9);
    expect(result).toMatchObject({
      ...{ id: "sus~baseline", indicator: "sus", weight: 0, floor: -5, better: "higher", state: "cleared" },
      comparison: { margin: 5, pilot: 74, baseline: 72, baselineN: 50 },
    });
    expect(result.evidence).toEqual(["before-0", "sus-1"]);
  });

  it("of shares is Newcombe's on effective samples", () => {
    const pieces = [piece(triedOnce(45, 5))];
    const result = compared("task-success", 0.1, { pieces, baseline: before(triedOnce(80, 20)) });
    // Each participant tried once: variance k/(k−1) times the binomial's makes the effective sample k − 1.
    const [a, b] = [
      { successes: 0.9 * 49, n: 49 },
      { successes: 0.8 * 99, n: 99 },
    ];
    const { lower, upper } = newcombeDifference(a, b, 0.9);
    expect(result.measured?.estimate).toBeCloseTo(0.1, 12);
    expect(result.measured?.lower).toBeCloseTo(lower, 9);
    expect(result.measured?.upper).toBeCloseTo(upper, 9);
  });

  it("counts in the good direction: fewer failures are better", () => {
    const failing = (share: number): Statistics =>
      load({ steps: null, failed: clusters(LONG, 600, 600 * share), failures: LONG * 600 * share });
    const better = compared("failed-share", 0.005, {
      pieces: [piece(failing(0.005))],
      baseline: before(failing(0.2)),
    });
    expect(better.measured?.estimate).toBeCloseTo(0.195, 12);
    expect(better.state).toBe("cleared");
    const worse = compared("failed-share", 0.005, { pieces: [piece(failing(0.2))], baseline: before(failing(0)) });
    expect(worse.state).toBe("beyond");
  });

  it("takes the best of several baseline runs, so that nobody picks a bad one to beat", () => {
    const failing = (share: number): Statistics => load({ steps: null, failed: clusters(LONG, 600, 600 * share) });
    const pieces = [piece(failing(0.05))];
    const easy = compared("failed-share", 0.01, { pieces, baseline: before(failing(0.2)) });
    const both = compared("failed-share", 0.01, { pieces, baseline: before(failing(0.2), failing(0.01)) });
    expect(easy.comparison?.baseline).toBeCloseTo(0.2, 12);
    expect(both.comparison?.baseline).toBeCloseTo(0.01, 12);
  });

  it("straddles where the bounds lie on both sides of the margin, and says what settles it", () => {
    const pieces = [piece(scale("sus", 14, 74, 12))];
    const result = compared("sus", 3, { pieces, baseline: before(scale("sus", 14, 73, 12)) });
    expect(result).toMatchObject({ state: "straddles", needed: { kind: "more", unit: "respondents" } });
  });

  it("is unknown without a baseline, or with one that says too little", () => {
    const pieces = [piece(scale("sus", 40, 74, 10))];
    expect(compared("sus", 5, { pieces })).toMatchObject({ state: "unknown", unknown: { code: "no-baseline" } });
    expect(compared("sus", 5, { pieces, baseline: before(scale("sus", 5, 74, 10)) })).toMatchObject({
      unknown: { code: "baseline-unknown", why: { code: "below-minimum", n: 5 } },
    });
    const expired = before(scale("sus", 50, 74, 10)).map((one) => ({ ...one, expiresOn: "2026-01-01" }));
    expect(compared("sus", 5, { pieces, baseline: expired })).toMatchObject({
      unknown: { code: "baseline-unknown", why: { code: "expired" } },
    });
  });

  it("bears a floor and no weight: an unknown baseline bars the pass and moves no score", () => {
    const plan = { ...pilot().plan, indicators: { sus: { ...chosen, margin: 5 } } };
    const verdictOf = (context: ScoringContext) =>
      verdict(measureIndicators(context), context.policy, { confidence: 0.95, looks: 2 });
    const [alone, without, beaten] = [
      verdictOf(pilot()),
      verdictOf(pilot({ plan })),
      verdictOf(pilot({ plan, baseline: before(scale("sus", 60, 82, 9)) })),
    ];
    expect(alone.outcome).toBe("pass");
    expect(without.outcome).toBe("not-enough-evidence");
    expect(without.reasons).toEqual([{ code: "indicator-unknown", indicator: "sus~baseline" }]);
    expect(without.score).toEqual(alone.score);
    expect(without.coverage).toEqual(alone.coverage);
    expect(without.floors).toBe(alone.floors + 1);
    expect(countFloors(pilot({ plan }))).toBe(without.floors);
    expect(beaten.outcome).toBe("pass");
    const lost = verdictOf(pilot({ plan, baseline: before(scale("sus", 400, 99, 1)) }));
    expect(lost.outcome).toBe("fail");
    expect(lost.reasons).toMatchObject([{ code: "indicator-beyond-floor", indicator: "sus~baseline", floor: -5 }]);
  });

  it("leaves the pilot's own figures alone: a baseline never counts for them", () => {
    const plan = choosing({ sus: { ...chosen, margin: 5 } });
    const own = (baseline: ScoringContext["baseline"]) =>
      measureIndicators(pilot({ plan, baseline })).filter(({ id }) => id !== "sus~baseline");
    expect(own(before(scale("sus", 400, 20, 1)))).toEqual(own([]));
    const nothing = pilot({ plan, pieces: Object.values(goodPieces).filter(({ kind }) => kind !== "sus") });
    const result = measureIndicators({ ...nothing, baseline: before(scale("sus", 60, 82, 9)) });
    expect(result.find(({ id }) => id === "sus")).toMatchObject({ unknown: { code: "no-evidence" } });
  });
});
