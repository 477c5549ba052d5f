import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availabilityLower, availabilityUpper } from "../../../src/domain/statistics/availability.ts";
import { clusterSums, effectiveSample, poolClusters } from "../../../src/domain/statistics/clustered.ts";
import { katzRatio, newcombeDifference, nonInferiority } from "../../../src/domain/statistics/differences.ts";
import {
  betaCdf,
  betaQuantile,
  normalQuantile,
  tCdf,
  tQuantile,
} from "../../../src/domain/statistics/distributions.ts";
import { groupMetrics } from "../../../src/domain/statistics/fairness.ts";
import { fisherExact } from "../../../src/domain/statistics/fisher.ts";
import { krippendorffAlpha } from "../../../src/domain/statistics/krippendorff.ts";
import { meanTInterval, poolSummaries, summarise } from "../../../src/domain/statistics/means.ts";
import {
  clopperPearsonInterval,
  clopperPearsonLower,
  minimumAllSuccess,
  wilsonInterval,
} from "../../../src/domain/statistics/proportions.ts";
import { quantile, quantileTypes } from "../../../src/domain/statistics/quantiles.ts";
import { susScore, susStraightLined } from "../../../src/domain/statistics/sus.ts";
import { lastPassingStep } from "../../../src/domain/statistics/throughput.ts";
import { fitUsl } from "../../../src/domain/statistics/usl.ts";
import { piecewiseLinearValue } from "../../../src/domain/statistics/value.ts";
import { weightSpaceAcceptability } from "../../../src/domain/statistics/weights.ts";

const share = fc.integer({ min: 1, max: 400 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const confidence = fc.double({ min: 0.5, max: 0.999, noNaN: true });
const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("intervals of shares", () => {
  it("hold the estimate, and the exact one mirrors successes and failures", () => {
    fc.assert(
      fc.property(share, confidence, ([s, n], c) => {
        for (const interval of [wilsonInterval(s, n, c), clopperPearsonInterval(s, n, c)]) {
          expect(interval.lower).toBeLessThanOrEqual(s / n + 1e-12);
          expect(interval.upper).toBeGreaterThanOrEqual(s / n - 1e-12);
        }
        const [own, mirrored] = [clopperPearsonInterval(s, n, c), clopperPearsonInterval(n - s, n, c)];
        expect(own.lower).toBeCloseTo(1 - mirrored.upper, 9);
      }),
    );
  });

  it("shrink with n at the same share and widen with confidence", () => {
    fc.assert(
      fc.property(share, confidence, ([s, n], c) => {
        const width = ({ lower, upper }: { lower: number; upper: number }): number => upper - lower;
        expect(width(clopperPearsonInterval(2 * s, 2 * n, c))).toBeLessThan(
          width(clopperPearsonInterval(s, n, c)) + 1e-12,
        );
        expect(width(wilsonInterval(s, n, c))).toBeLessThanOrEqual(
          width(wilsonInterval(s, n, Math.min(0.9999, c + 0.0005))),
        );
      }),
    );
  });

  it("more passing evidence never lowers the bound of a pass", () => {
    fc.assert(
      fc.property(share, confidence, ([s, n], c) => {
        expect(clopperPearsonLower(s + 1, n + 1, c)).toBeGreaterThanOrEqual(clopperPearsonLower(s, n, c) - 1e-12);
      }),
    );
  });

  it("successes without a failure show p0 from the stated n on, and not one before", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.9995, noNaN: true }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (p0, alpha) => {
          const n = minimumAllSuccess(p0, alpha);
          expect(p0 ** n).toBeLessThanOrEqual(alpha);
          if (n > 1) expect(p0 ** (n - 1)).toBeGreaterThan(alpha);
        },
      ),
    );
  });
});

describe("clusters", () => {
  const clusters = fc.array(
    fc.integer({ min: 1, max: 50 }).chain((t) => fc.tuple(fc.constant(t), fc.integer({ min: 0, max: t }))),
    { minLength: 2, maxLength: 40 },
  );

  it("are never more trials than there are clusters, keep the share, and do not mind their order", () => {
    fc.assert(
      fc.property(clusters, (given) => {
        const sample = effectiveSample(clusterSums(given));
        expect(sample.n).toBeLessThanOrEqual(given.length);
        expect(sample.n).toBeGreaterThan(0);
        expect(effectiveSample(clusterSums(given.toReversed()))).toEqual(sample);
      }),
    );
  });

  it("pool like one list", () => {
    fc.assert(
      fc.property(clusters, fc.nat(), (given, cut) => {
        const at = cut % given.length;
        expect(poolClusters([clusterSums(given.slice(0, at)), clusterSums(given.slice(at))])).toEqual(
          clusterSums(given),
        );
      }),
    );
  });

  it("without trials are nothing", () => {
    expect(effectiveSample(clusterSums([]))).toEqual({ share: 0, n: 0, events: 0 });
    expect(
      clusterSums([
        [0, 0],
        [10, 1],
      ]).clusters,
    ).toBe(1);
  });
});

describe("availability", () => {
  const observed = fc.record({
    outages: fc.integer({ min: 1, max: 50 }),
    down: fc.double({ min: 1, max: 1e5, noNaN: true }),
    up: fc.double({ min: 1e4, max: 1e8, noNaN: true }),
  });

  it("bounds hold the estimate at 0.95 and close in with confidence", () => {
    fc.assert(
      fc.property(observed, (x) => {
        const estimate = x.up / (x.up + x.down);
        expect(availabilityLower(x, 60, 0.95)).toBeLessThan(estimate);
        expect(availabilityUpper(x, 0.95)).toBeGreaterThanOrEqual(estimate);
        expect(availabilityLower(x, 60, 0.99)).toBeLessThan(availabilityLower(x, 60, 0.95));
      }),
    );
  });

  it("never lies above what a quiet period would show where repairs are no shorter than the time to restore", () => {
    fc.assert(
      fc.property(observed, (x) => {
        const restore = x.outages === 0 ? 60 : x.down / x.outages;
        const quiet = { outages: 0, down: 0, up: x.up + x.down };
        expect(availabilityLower(x, restore, 0.95)).toBeLessThanOrEqual(
          availabilityLower(quiet, restore, 0.95) + 1e-12,
        );
      }),
    );
  });

  it("nothing up is nothing, no outage has no upper bound", () => {
    expect(availabilityLower({ outages: 1, down: 100, up: 0 }, 60, 0.95)).toBe(0);
    expect(availabilityUpper({ outages: 1, down: 100, up: 0 }, 0.95)).toBe(0);
    expect(availabilityUpper({ outages: 0, down: 0, up: 10 }, 0.95)).toBe(1);
  });
});

describe("means and quantiles", () => {
  it("summaries pool like one list", () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (x, cut) => {
        const at = 1 + (cut % (x.length - 1));
        const pooled = poolSummaries([summarise(x.slice(0, at)), summarise(x.slice(at))]);
        const whole = summarise(x);
        expect(pooled?.mean).toBeCloseTo(whole.mean, 6);
        expect(pooled?.sd).toBeCloseTo(whole.sd!, 5);
      }),
    );
    expect(poolSummaries([])).toBeUndefined();
    expect(poolSummaries([{ n: 1, mean: 4 }])).toEqual({ n: 1, mean: 4 });
  });

  it("t-intervals hold the mean; one number has none", () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const { mean, lower, upper } = meanTInterval(x, 0.95);
        expect(lower).toBeLessThanOrEqual(mean);
        expect(upper).toBeGreaterThanOrEqual(mean);
      }),
    );
    expect(() => meanTInterval([1], 0.95)).toThrow("two numbers");
  });

  it("every quantile lies within the data and rises with p", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.constantFrom(...quantileTypes),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, type, p) => {
          const sorted = x.toSorted((a, b) => a - b);
          const q = quantile(sorted, p, type);
          expect(q).toBeGreaterThanOrEqual(sorted[0]!);
          expect(q).toBeLessThanOrEqual(sorted.at(-1)!);
          expect(quantile(sorted, Math.min(1, p + 0.1), type)).toBeGreaterThanOrEqual(q - 1e-9);
        },
      ),
    );
  });
});

describe("distributions", () => {
  it("quantiles undo the distribution functions", () => {
    const p = fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true });
    const shape = fc.double({ min: 0.5, max: 500, noNaN: true });
    fc.assert(
      fc.property(p, fc.integer({ min: 1, max: 5000 }), (x, df) => {
        expect(tCdf(tQuantile(x, df), df)).toBeCloseTo(x, 6);
      }),
    );
    fc.assert(
      fc.property(p, shape, shape, (x, a, b) => {
        expect(betaCdf(betaQuantile(x, a, b), a, b)).toBeCloseTo(x, 6);
      }),
    );
  });

  it("the expansion takes over from the exact quantile without a step, and ends in the normal", () => {
    for (const p of [0.001, 0.05, 0.5, 0.975, 0.9999]) {
      expect(Math.abs(tQuantile(p, 1000) - tQuantile(p, 999))).toBeLessThan(2e-5);
      expect(tQuantile(p, 1e9)).toBeCloseTo(normalQuantile(p), 7);
    }
  });

  it("refuse what is no probability", () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => tQuantile(0.5, 0)).toThrow(RangeError);
    expect(() => betaQuantile(1.1, 1, 1)).toThrow(RangeError);
  });
});

describe("agreement", () => {
  const ratings = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 6, maxLength: 6 }), {
    minLength: 2,
    maxLength: 5,
  });
  const levels = ["nominal", "ordinal", "interval", "ratio"] as const;

  it("perfect agreement with variation is 1, without variation undefined", () => {
    for (const level of levels) {
      expect(
        krippendorffAlpha(
          [
            [1, 2, 3, 5],
            [1, 2, 3, 5],
          ],
          level,
        ).alpha,
      ).toBeCloseTo(1, 12);
      expect(
        krippendorffAlpha(
          [
            [3, 3, 3],
            [3, 3, 3],
          ],
          level,
        ),
      ).toEqual({ alpha: null, raw: 1 });
      expect(
        krippendorffAlpha(
          [
            [3, null],
            [null, 3],
          ],
          level,
        ),
      ).toEqual({ alpha: null, raw: null });
    }
  });

  it("does not depend on the order of raters or of units, and is never above 1", () => {
    fc.assert(
      fc.property(ratings, fc.constantFrom(...levels), (table, level) => {
        const { alpha } = krippendorffAlpha(table, level);
        const raters = krippendorffAlpha(table.toReversed(), level).alpha;
        const units = krippendorffAlpha(
          table.map((row) => row.toReversed()),
          level,
        ).alpha;
        if (alpha === null) expect([raters, units]).toEqual([null, null]);
        else {
          expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
          expect([raters! - alpha, units! - alpha].every((d) => Math.abs(d) < 1e-9)).toBe(true);
        }
      }),
    );
  });
});

describe("the rest", () => {
  it("SUS stays in 0–100; three missing answers drop the respondent; straight lines are seen", () => {
    const items = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(items, (x) => {
        const score = susScore(x)!;
        expect(score >= 0 && score <= 100 && Number.isInteger(score / 2.5)).toBe(true);
      }),
    );
    expect(susScore([null, null, null, 1, 5, 1, 5, 1, 5, 1])).toBeNull();
    expect(susStraightLined([3, 3, 3, 3, 3, 3, 3, 3, 3, 3])).toBe(true);
    expect(susStraightLined([3, 3, 3, 3, 3, 3, 3, 3, 3, 4])).toBe(false);
    expect(() => susScore([0, 1, 1, 1, 1, 1, 1, 1, 1, 1])).toThrow("item 1");
  });

  it("values are clamped, monotone on rising breakpoints, and exact at them", () => {
    const points = [
      [0, 10],
      [1, 40],
      [3, 100],
    ] as const;
    expect([-5, 0, 1, 2, 3, 9].map((x) => piecewiseLinearValue(points, x))).toEqual([10, 10, 40, 70, 100, 100]);
    expect(piecewiseLinearValue([[2, 50]], 7)).toBe(50);
  });

  it("a missed step hides every faster one", () => {
    const steps = [1, 2, 3].map((concurrency) => ({ concurrency }));
    expect(lastPassingStep(steps, ({ concurrency }) => concurrency !== 2)).toEqual({
      step: { concurrency: 1 },
      highestPassed: false,
    });
    expect(lastPassingStep(steps, () => false)).toEqual({ step: undefined, highestPassed: false });
    expect(lastPassingStep([], () => true)).toEqual({ step: undefined, highestPassed: false });
  });

  it("comparisons turn round with their groups, and refuse what they cannot do", () => {
    const [a, b] = [
      { successes: 56, n: 70 },
      { successes: 48, n: 80 },
    ];
    const [one, other] = [newcombeDifference(a, b, 0.95), newcombeDifference(b, a, 0.95)];
    expect([one.diff + other.diff, one.lower + other.upper]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect(() => katzRatio({ successes: 0, n: 10 }, b, 0.95)).toThrow("zero cell");
    expect(() => nonInferiority(a, b, 0.05)).toThrow("0 or less");
    expect(nonInferiority(a, b, -0.05).outcome).toBe("pass");
    expect(nonInferiority(b, a, -0.05).outcome).toBe("fail");
  });

  it("groups without positives have no rate, and a row of zeros no odds", () => {
    expect(groupMetrics([0, 0], [1, 0], ["x", "x"])["x"]).toEqual({ n: 2, sel: 0.5, tpr: null, fpr: 0.5, ppv: 0 });
    expect(
      fisherExact([
        [0, 5],
        [5, 0],
      ]).conditionalOddsRatio,
    ).toEqual({ exact: 0, asR: 0 });
  });

  it("the weight space is all, none or a part of itself, and equal values are no trap", () => {
    expect(weightSpaceAcceptability([80, 90, 75], 70)).toBeCloseTo(1, 9);
    expect(weightSpaceAcceptability([10, 20, 30], 70)).toBe(0);
    expect(weightSpaceAcceptability([80, 80, 40], 70)).toBeCloseTo(0.4375, 12);
    // One value out of n at 0, the others 1: its weight is at most x with probability 1 − (1 − x)ⁿ⁻¹.
    for (const n of [4, 10, 40]) {
      const values = [0, ...Array.from({ length: n - 1 }, () => 1)];
      expect(weightSpaceAcceptability(values, 0.75)).toBeCloseTo(1 - 0.75 ** (n - 1), 12);
    }
    expect(weightSpaceAcceptability([70, 70], 70)).toBe(1);
    expect(weightSpaceAcceptability([80], 70)).toBe(1);
  });

  it("the scalability law finds what made the data, and no peak where none was", () => {
    const load = [1, 2, 4, 8, 16, 32, 64];
    const made = (sigma: number, kappa: number) =>
      fitUsl(load.map((n) => ({ load: n, throughput: (50 * n) / (1 + sigma * (n - 1) + kappa * n * (n - 1)) })));
    expect(made(0.05, 0.001)).toMatchObject({
      sigma: expect.closeTo(0.05, 8) as number,
      kappa: expect.closeTo(0.001, 8) as number,
      lambda: expect.closeTo(50, 6) as number,
    });
    expect(made(0.05, 0).peakLoad).toBe(Infinity);
    expect(() => fitUsl(load.slice(0, 5).map((n) => ({ load: n, throughput: n })))).toThrow("six");
  });
});
