import { describe, expect, it } from "vitest";
import {
  betaCdf,
  betaQuantile,
  chiSquareQuantile,
  fQuantile,
  gammaCdf,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from "../../../src/domain/statistics/distributions.ts";
import { logBeta, logGamma } from "../../../src/domain/statistics/log-gamma.ts";
import { clopperPearsonInterval, clopperPearsonUpper } from "../../../src/domain/statistics/proportions.ts";

/** Relative, in both tails. */
const near = (actual: number, expected: number, tolerance = 1e-12): void =>
  expect(Math.abs(actual / expected - 1), `${actual} against ${expected}`).toBeLessThan(tolerance);

/** P(X ≥ s) for n trials of x = above/2^bits, in whole numbers: nothing is rounded but the last division. */
function binomialTail(s: number, n: number, above: bigint, bits: bigint): number {
  const below = (1n << bits) - above;
  let [term, sum] = [above ** BigInt(n), 0n];
  for (let k = n; k >= s; k--) {
    sum += term;
    term = (term * BigInt(k) * below) / (BigInt(n - k + 1) * above);
  }
  const shift = bits * BigInt(n);
  return Number((sum << 300n) >> shift) / 2 ** 300;
}

describe("the beta distribution", () => {
  it("bounds no failure in 212 at a millionth of doubt by the closed form", () => {
    const upper = 1 - 1e-6 ** (1 / 212);
    near(clopperPearsonUpper(0, 212, 0.999999), upper, 1e-11);
    expect(upper).toBeCloseTo(0.0630895, 7);
    const { lower } = clopperPearsonInterval(212, 212, 0.999998);
    near(1 - lower, upper, 1e-11);
    near(clopperPearsonInterval(0, 212, 0.999999).upper, 1 - 5e-7 ** (1 / 212), 1e-10);
  });

  it.each([
    [1, 5, 3n, 4n],
    [3, 40, 1n, 5n],
    [196, 200, 61n, 6n],
    [290, 300, 15n, 4n],
    [30, 900, 1n, 5n],
    [5, 900, 1n, 5n],
  ] as const)("is the binomial's tail of %i or more of %i, summed in whole numbers", (s, n, above, bits) => {
    near(betaCdf(Number(above) / 2 ** Number(bits), s, n - s + 1), binomialTail(s, n, above, bits));
  });

  // By an independent continued fraction (DLMF 8.17.22) and bisection with 40 digits.
  it.each([
    [1e-12, 0.5, 0.5, 2.4674011002723396e-24],
    [1e-12, 2.5, 40, 6.2887326822851886e-7],
    [0.001, 0.5, 1000, 7.8559494850387783e-10],
    [0.05, 117, 12, 0.86176327680621781],
    [0.025, 1e5, 3.5, 0.99991994038434377],
    [0.975, 300, 1e5, 0.0033382649133654421],
    [1 - 1e-12, 12, 3e6, 1.8095368308299639e-5],
    [1e-12, 1e6, 1e6, 0.49751294946526785],
    [0.3, 1e7, 1e7, 0.49994137023977612],
    [0.9999, 4, 1e7, 1.5913798951096681e-6],
    [1 - 1e-12, 1e7, 250, 0.99998456312020848],
  ])("has its %f quantile right for shapes %f and %f", (p, a, b, x) => near(betaQuantile(p, a, b), x));

  it.each([
    [0.001, 0.5, 0.5, 0.020135041633377491],
    [0.25, 12, 30, 0.31766568581921695],
    [0.5, 1e5, 100_500, 0.86792627850350624],
    [0.2, 1e6, 4e6, 0.5000892062087316],
    [0.9, 9_009_000, 1e6, 0.17139572737671307],
    [0.0625, 1e7, 1.5e8, 0.50003800241764532],
  ])("at %f is right for shapes %f and %f", (x, a, b, p) => near(betaCdf(x, a, b), p));

  it("finds its way back from every quantile, in the tail and with the tails swapped", () => {
    for (const a of [0.5, 1, 2.5, 37, 4100.5, 1e6])
      for (const b of [0.5, 1, 3, 212, 9e4, 1e7])
        for (const p of [1e-12, 1e-6, 0.024, 0.25, 0.5, 0.875]) {
          const x = betaQuantile(p, a, b);
          if (x < 1e-290 || x > 0.9) continue;
          near(betaCdf(x, a, b), p, 1e-9);
          if (p > 0.1) near(1 - betaQuantile(1 - p, b, a), x, 1e-9 + 1e-15 / x);
        }
  });

  it("clamps what lies outside 0–1, and keeps its logarithm where three of Γ would cancel", () => {
    expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 0, 1, 1]);
    near(logBeta(1e7, 3), -47.661140072314989);
    near(logBeta(2, 3), Math.log(1 / 12));
  });
});

describe("what rests on it", () => {
  it.each([
    [1e-12, 3, -10331.108244292486],
    [0.025, 4, -2.7764451051977943],
    [0.001, 11.5, -3.9746464984871175],
    [1e-9, 999, -6.0537466577625624],
    [1e-12, 5000, -7.0522785315297236],
    [0.4, 1e6, -0.25334717053784162],
  ])("t at %f with %f degrees of freedom", (p, df, t) => {
    near(tQuantile(p, df), t);
    near(tCdf(t, df), p, 1e-11);
    near(tCdf(-t, df), 1 - p);
  });

  it("t in closed form with one and two degrees of freedom, and the normal without end", () => {
    for (const p of [1e-10, 0.003, 0.2, 0.49]) {
      near(tQuantile(p, 1), -1 / Math.tan(Math.PI * p));
      near(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)));
      near(tQuantile(p, 1e14), normalQuantile(p), 1e-11);
      near(tQuantile(p, 1e200), normalQuantile(p));
    }
    expect([tCdf(0, 7), tQuantile(0.5, 7)]).toEqual([0.5, 0]);
  });

  it.each([
    [0.975, 6, 8, 4.6516955373004624],
    [1e-9, 2, 4, 1.0000000007500001e-9],
    [1 - 1e-12, 30, 32, 17.426556732959282],
    [0.95, 2000, 2002, 1.0763314034038916],
  ])("F at %f with %i and %i", (p, df1, df2, f) => {
    near(fQuantile(p, df1, df2), f, 1e-11);
    near(1 / fQuantile(1 - p, df2, df1), f, 1e-6);
  });
});

describe("the gamma distribution", () => {
  it.each([
    [1e-12, 6, 0.00036344062925274888],
    [0.025, 1, 0.00098206911717525602],
    [0.95, 12, 21.026069817483062],
    [1 - 1e-12, 40, 138.148150005499],
    [0.1, 500, 459.92611991720011],
  ])("χ² at %f with %i", (p, df, x) => near(chiSquareQuantile(p, df), x));

  it("χ² in closed form with two degrees of freedom, and as the normal's square with one", () => {
    for (const p of [1e-12, 0.02, 0.5, 0.98, 1 - 1e-9]) {
      near(chiSquareQuantile(p, 2), -2 * Math.log1p(-p));
      if (p > 0.01 && p < 0.99) near(chiSquareQuantile(p, 1), normalQuantile((1 - p) / 2) ** 2);
    }
  });

  it("of a whole number of exponential times is Poisson's tail", () => {
    for (const [n, x] of [
      [1, 0.3],
      [3, 1],
      [7, 9.5],
      [20, 6],
    ] as const) {
      let [term, sum] = [Math.exp(-x), 0];
      for (let k = 0; k < 90; k++) {
        if (k >= n) sum += term;
        term *= x / (k + 1);
      }
      near(gammaCdf(x, n), sum);
    }
    expect([gammaCdf(-1, 2), gammaCdf(0, 2)]).toEqual([0, 0]);
  });

  it("keeps the normal's tails", () => {
    near(normalQuantile(1e-12), -7.0344838253011319);
    near(normalQuantile(1e-6), -4.753424308822899);
    near(normalQuantile(0.025), -1.9599639845400542);
    near(normalQuantile(0.4), -0.25334710313579974);
    near(normalQuantile(1 - 1e-12), 7.0344869100478352);
    near(normalCdf(-8), 6.2209605742717841e-16);
    near(normalCdf(-3), 0.0013498980316300945);
    near(normalCdf(-0.5), 0.3085375387259869);
    near(normalCdf(2), 0.97724986805182079);
    expect([normalCdf(0), normalCdf(-1e200), normalCdf(Infinity)]).toEqual([0.5, 0, 1]);
    expect([tCdf(-Infinity, 5), tCdf(1e200, 5)]).toEqual([0, 1]);
  });

  it("has ln Γ at halves, between and far out", () => {
    near(logGamma(0.5), Math.log(Math.PI) / 2);
    near(logGamma(3.25), 0.93580193110872536);
    near(logGamma(100.5), 361.43554046777762);
    near(logGamma(1e7), 151180949.36947391);
  });
});
