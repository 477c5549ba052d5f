import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mannWhitney } from "../../../src/domain/statistics/mann-whitney.ts";
import { Pcg32 } from "../../../src/domain/statistics/pcg32.ts";
import { differencesOf, pairMeansOf, ranked } from "../../../src/domain/statistics/rank-selection.ts";
import { runMethod } from "../../../src/domain/methods/methods.ts";
import { signedRank } from "../../../src/domain/statistics/signed-rank.ts";

const numbers = fc.array(
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e3, max: 1e3, noNaN: true, noDefaultInfinity: true })),
  { minLength: 1, maxLength: 12 },
);

describe("ranks of values that are not written out", () => {
  it("are those of the sorted list, every one", () => {
    fc.assert(
      fc.property(numbers, numbers, (x, y) => {
        const written = x.flatMap((a) => y.map((b) => a - b)).sort((a, b) => a - b);
        const pairs = differencesOf(x, y);
        expect(written.map((_, i) => ranked(pairs, i + 1) + 0)).toEqual(written.map((d) => d + 0));
        const means = x.flatMap((a, i) => x.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
        expect(means.map((_, i) => ranked(pairMeansOf(x), i + 1) + 0)).toEqual(means.map((d) => d + 0));
      }),
    );
  });

  it("never sort all pairs of three thousand values", () => {
    const random = new Pcg32([0, 7], [0, 7]);
    const many = (by: number): number[] => Array.from({ length: 3000 }, () => random.uniform() + by);
    const { u, estimate, lower, upper } = mannWhitney(many(0.25), many(0), 0.95);
    const shortest = (run: () => unknown): number =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          run();
          return performance.now() - start;
        }),
      );
    const [a, b] = [many(0.25), many(0)];
    const sorted = shortest(() => Float64Array.from(a.flatMap((x) => b.map((y) => x - y))).sort());
    expect(shortest(() => mannWhitney(a, b, 0.95)) / sorted).toBeLessThan(0.5);
    expect(shortest(() => signedRank(a, 0.95)) / sorted).toBeLessThan(0.5);
    // P(X > Y) = 1 − 0.75²/2 for two uniforms a quarter apart.
    expect(u / 9e6).toBeCloseTo(0.71875, 1);
    expect(Math.abs(estimate - 0.25)).toBeLessThan(0.03);
    expect(lower).toBeLessThan(0.25);
    expect(upper).toBeGreaterThan(0.25);
  });
});

describe("too few values", () => {
  /** Share of the equally likely orders of m and n values in which the interval for no shift holds 0. */
  function coverage(m: number, n: number, confidence: number): number | null {
    const [all, held] = [orders(m, n), [] as boolean[]];
    for (const inX of all) {
      const values = inX.map((_, i) => 2 ** i);
      const { lower, upper } = mannWhitney(
        values.filter((_, i) => inX[i]),
        values.filter((_, i) => !inX[i]),
        confidence,
      );
      if (lower === null || upper === null) return null;
      held.push(lower <= 0 && upper >= 0);
    }
    return held.filter(Boolean).length / all.length;
  }

  it.each([0.8, 0.9, 0.95])("give no interval between two groups, and others one that covers, at %f", (confidence) => {
    for (let m = 1; m <= 5; m++)
      for (let n = 1; n <= 5; n++) {
        const covered = coverage(m, n, confidence);
        const most = 1 - 2 / orders(m, n).length;
        expect(covered === null, `${m} and ${n}`).toBe(most < confidence - 1e-9);
        if (covered !== null) expect(covered).toBeGreaterThanOrEqual(confidence - 1e-9);
      }
  });

  it.each([0.5, 0.8, 0.9, 0.95])("give none before and after, and others one that covers, at %f", (confidence) => {
    for (let n = 1; n <= 8; n++) {
      let [held, nulls] = [0, 0];
      for (let signs = 0; signs < 2 ** n; signs++) {
        const { lower, upper } = signedRank(
          Array.from({ length: n }, (_, i) => (signs & (1 << i) ? 1 : -1) * 3 ** i),
          confidence,
        );
        if (lower === null || upper === null) nulls++;
        else if (lower <= 0 && upper >= 0) held++;
      }
      expect(nulls, `${n}`).toBe(1 - 2 / 2 ** n < confidence - 1e-9 ? 2 ** n : 0);
      if (nulls === 0) expect(held / 2 ** n).toBeGreaterThanOrEqual(confidence - 1e-9);
    }
  });

  it("say so", () => {
    const groups = { experiment: [4, 5, 6], control: [1, 2], conf: 0.95 };
    expect(runMethod("mann_whitney_hodges_lehmann", groups)).toMatchObject({
      estimate: 3.5,
      lower: null,
      upper: null,
      doubt: "too-few",
    });
    expect(runMethod("wilcoxon_signed_rank", { before: [1], after: [3], conf: 0.9 })).toMatchObject({
      estimate: 2,
      lower: null,
      doubt: "too-few",
    });
    expect(runMethod("wilcoxon_signed_rank", { before: [1, 2], after: [3, 5], conf: 0.5 })).not.toHaveProperty("doubt");
  });
});

function orders(m: number, n: number): boolean[][] {
  if (m === 0 || n === 0) return [Array.from({ length: m + n }, () => m > 0)];
  return [...orders(m - 1, n).map((rest) => [true, ...rest]), ...orders(m, n - 1).map((rest) => [false, ...rest])];
}
