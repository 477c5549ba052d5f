import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chanceOfReaching,
  simulationDistance,
  surelyAtLeast,
  surelyAtMost,
} from "../../../src/domain/scoring/chance.ts";
import { tabulate } from "../../../src/domain/scoring/inverse-table.ts";
import { sampler } from "../../../src/domain/scoring/sampler.ts";
import { streamOf } from "../../../src/domain/scoring/seed.ts";
import { DRAWS, simulate } from "../../../src/domain/scoring/simulation.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import type { Distribution } from "../../../src/domain/measures/finding-parts.ts";
import { betaCdf, betaQuantile } from "../../../src/domain/statistics/distributions.ts";
import { runMethod } from "../../../src/domain/methods/methods.ts";

function indicator(
  id: string,
  distribution: Distribution | undefined,
  changes: Partial<IndicatorResult> = {},
): IndicatorResult {
  return {
    id,
    indicator: id,
    criterion: id,
    measure: "sus",
    unit: "points",
    better: "higher",
    weight: 1,
    value: [
      [0, 0],
      [100, 100],
    ],
    state: distribution === undefined ? "unknown" : "measured",
    ...(distribution === undefined ? {} : { distribution }),
    marks: [],
    evidence: ["a", "b"],
    ...changes,
  };
}

const normal = (mean: number, standardError: number): Distribution => ({ kind: "t", mean, standardError, df: 1e7 });

describe("the score's simulation", () => {
  const indicators = [indicator("x", normal(82, 2.5)), indicator("y", normal(74, 4)), indicator("z", normal(68, 5))];
  const criteria = [
    { key: "stability" as const, weight: 0.4 },
    { key: "capacity" as const, weight: 0.35 },
    { key: "usability" as const, weight: 0.25 },
  ];
  const placed = indicators.map((one, i) => ({ ...one, criterion: criteria[i]!.key }));

  it("agrees with the closed form within its own error", () => {
    const { total } = simulate(placed, criteria);
    const input = { weights: [0.4, 0.35, 0.25], means: [82, 74, 68], sds: [2.5, 4, 5], thresholds: [70, 75] };
    const truth = runMethod("score_propagation_normal", input) as { p_ge: number[]; mean: number; sd: number };
    for (const [i, threshold] of [70, 75].entries()) {
      const p = truth.p_ge[i]!;
      expect(Math.abs(chanceOfReaching(threshold, total.lower).independent - p)).toBeLessThan(
        simulationDistance(p, DRAWS),
      );
    }
    const mean = total.lower.draws.reduce((a, b) => a + b, 0) / DRAWS;
    expect(Math.abs(mean - truth.mean)).toBeLessThan((4 * truth.sd) / Math.sqrt(DRAWS));
  });

  it("finds the correlated chance exactly: standard deviations add", () => {
    const { total } = simulate(placed, criteria);
    const sd = 0.4 * 2.5 + 0.35 * 4 + 0.25 * 5;
    const [p] = (
      runMethod("score_propagation_normal", { weights: [1], means: [75.7], sds: [sd], thresholds: [70] }) as {
        p_ge: number[];
      }
    ).p_ge;
    expect(chanceOfReaching(70, total.lower).correlated).toBeCloseTo(p!, 7);
  });

  it("gives the same numbers as ever: a change of method raises its version", () => {
    const { total } = simulate(placed, criteria);
    const chance = chanceOfReaching(75, total.lower);
    expect([...total.lower.draws.slice(0, 3)]).toEqual([79.89717899278718, 74.72150766632467, 73.45552766747308]);
    expect(chance).toEqual({ independent: 0.6296, correlated: 0.576043051 });
  });

  it("counts an unknown indicator 0 in the lower and 100 in the upper run", () => {
    const { total } = simulate(
      [placed[0]!, placed[1]!, indicator("z", undefined, { criterion: "usability" })],
      criteria,
    );
    const known = simulate(placed, criteria).total;
    for (let i = 0; i < DRAWS; i += 500) {
      expect(total.upper.draws[i]! - total.lower.draws[i]!).toBeCloseTo(25, 9);
      expect(total.lower.draws[i]!).toBeLessThanOrEqual(known.lower.draws[i]!);
    }
  });

  it("counts a criterion in which nothing applies as unknown", () => {
    const { total } = simulate(placed.slice(0, 2), criteria);
    expect(total.upper.draws[7]! - total.lower.draws[7]!).toBeCloseTo(25, 9);
  });
});

const drawn = (one: IndicatorResult) => {
  const { lower, upper } = sampler(one);
  return { lower: lower.drawn, upper: upper.drawn };
};

describe("samplers", () => {
  const kinds: Distribution[] = [
    { kind: "constant", value: 40 },
    { kind: "t", mean: 60, standardError: 4, df: 9 },
    { kind: "t", mean: 60, standardError: 4, df: 9, unboundedAbove: true },
    { kind: "triangular", lowest: 30, median: 40, highest: 90 },
  ];
  const availability: Distribution = {
    kind: "availability",
    outages: 3,
    downSeconds: 7200,
    upSeconds: 2e6,
    restoreSeconds: 3600,
  };

  it.each([...kinds, availability])("rise with u, and the upper run is never under the lower: %o", (distribution) => {
    const scale = distribution.kind === "availability" ? 1 : 100;
    for (const better of ["higher", "lower"] as const) {
      const value =
        better === "higher"
          ? ([
              [0.98 * scale - (scale === 1 ? 0 : 98), 0],
              [scale, 100],
            ] as const)
          : ([
              [0, 100],
              [scale, 0],
            ] as const);
      const { lower, upper } = drawn(indicator("x", distribution, { better, value }));
      let last = -1;
      for (let u = 0; u < 1; u += 1 / 512) {
        expect(lower(u)).toBeGreaterThanOrEqual(last);
        if (better === "higher") expect(upper(u)).toBeGreaterThanOrEqual(lower(u));
        last = lower(u);
      }
    }
  });

  it("a short quiet observation neither passes nor fails", () => {
    const quiet: Distribution = {
      kind: "availability",
      outages: 0,
      downSeconds: 0,
      upSeconds: 3600,
      restoreSeconds: 14_400,
    };
    const { lower, upper } = drawn(
      indicator("x", quiet, {
        value: [
          [0.98, 0],
          [1, 100],
        ],
      }),
    );
    expect([lower(0.5), upper(0.5)]).toEqual([0, 100]);
  });

  it("tables follow the quantile function, tails included", () => {
    for (const [a, b] of [
      [358.5, 2.5],
      [0.5, 360.5],
      [12.5, 3.5],
    ] as const) {
      const table = tabulate((p) => betaQuantile(p, a, b));
      for (const p of [0.0005, 0.003, 0.01, 0.0156, 0.02, 0.3, 0.77, 0.98, 0.985, 0.999]) {
        expect(Math.abs(betaCdf(table(p), a, b) - p)).toBeLessThan(1e-4);
      }
    }
  });
});

describe("chances and limits", () => {
  it("a limit within the simulation's error is neither reached nor missed", () => {
    const distance = simulationDistance(0.95, DRAWS);
    expect(distance).toBeCloseTo(0.0087178, 7);
    expect(surelyAtLeast(0.95, { independent: 0.95 + distance - 1e-6, correlated: 0.99 }, DRAWS)).toBe(false);
    expect(surelyAtLeast(0.95, { independent: 0.95 + distance + 1e-6, correlated: 0.95 }, DRAWS)).toBe(true);
    expect(surelyAtLeast(0.95, { independent: 1, correlated: 0.949 }, DRAWS)).toBe(false);
    expect(surelyAtMost(0.05, { independent: 0.05 - distance + 1e-6, correlated: 0 }, DRAWS)).toBe(false);
    expect(surelyAtMost(0.05, { independent: 0.05 - distance - 1e-6, correlated: 0.05 }, DRAWS)).toBe(true);
    expect(surelyAtMost(0.05, { independent: 0, correlated: 0.051 }, DRAWS)).toBe(false);
  });

  it("nothing was simulated where every draw and every bound agree", () => {
    expect(surelyAtLeast(0.9999, { independent: 1, correlated: 1 }, DRAWS)).toBe(true);
    expect(surelyAtMost(0.0001, { independent: 0, correlated: 0 }, DRAWS)).toBe(true);
    expect(surelyAtMost(0.0001, { independent: 0, correlated: 1e-5 }, DRAWS)).toBe(false);
  });

  it("a verdict near its limit is not enough evidence, and says so", () => {
    const policy = {
      passMark: 70,
      criteria: [{ key: "usability" as const, name: { en: "", zh: "" }, weight: 1, floor: 0, indicators: [] }],
    };
    const near = [71.6, 71.7, 71.8].map((mean) => {
      const only = indicator("sus", normal(mean, 1), { criterion: "usability" });
      return verdict([only], policy, { confidence: 0.95, looks: 1 });
    });
    expect(near.map(({ outcome, reasons }) => [outcome, reasons.map(({ code }) => code).join()])).toEqual([
      ["not-enough-evidence", "score-uncertain"],
      ["not-enough-evidence", "score-near-limit"],
      ["pass", ""],
    ]);
  });
});

describe("random streams", () => {
  it("depend on evidence, method version and name, not on the order of the evidence", () => {
    const first = (evidence: string[], version: string, name: string): number =>
      streamOf(evidence, version, name).next();
    const base = first(["a", "b"], "1", "sus");
    expect(first(["b", "a", "a"], "1", "sus")).toBe(base);
    expect(
      new Set([base, first(["a"], "1", "sus"), first(["a", "b"], "2", "sus"), first(["a", "b"], "1", "volume")]).size,
    ).toBe(4);
  });

  it("are uniform enough: the mean of any 2,000 lies within four standard errors", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const stream = streamOf(["x"], "1", name.isWellFormed() ? name : "y");
        let sum = 0;
        for (let i = 0; i < 2000; i++) sum += stream.uniform();
        expect(Math.abs(sum / 2000 - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(2000));
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});
