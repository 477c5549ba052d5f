import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streamOf } from "../../../src/domain/scoring/seed.ts";
import { orderedWeights, uniformWeights } from "../../../src/domain/scoring/weight-samples.ts";
import { underOtherWeights } from "../../../src/domain/scoring/weight-space.ts";

const columns = ["stability", "stability", "capacity", "capacity", "usability"].map((criterion, i) => ({
  criterion,
  id: `i${i}`,
}));
const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constant(null));
const rows = fc
  .array(fc.array(value, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((values, i) => ({ id: `t${i}`, values })));

describe("technologies under other weights", () => {
  it("a permutation of the technologies changes nothing", () => {
    fc.assert(
      fc.property(
        rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([given, shuffled]) => {
          const byId = (list: typeof given) =>
            underOtherWeights(columns, list, 60, 300).toSorted((a, b) => a.id.localeCompare(b.id));
          expect(byId(shuffled)).toEqual(byId(given));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("another technology moves nobody's share of the pass mark, and takes ranks only", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const alone = underOtherWeights(columns, given.slice(0, 1), 60, 300)[0];
        const among = underOtherWeights(columns, given, 60, 300)[0];
        expect(among?.reaches).toBe(alone?.reaches);
        expect(alone).toMatchObject({ first: 1, meanRank: 1 });
        expect(among?.first).toBeLessThanOrEqual(among?.amongThree ?? 0);
      }),
      { numRuns: 40 },
    );
  });

  it("who is better everywhere is first under all weights; equals share the rank", () => {
    const row = (id: string, ...values: number[]) => ({ id, values });
    const found = underOtherWeights(
      columns,
      [row("low", 10, 20, 30, 40, 50), row("high", 71, 72, 73, 74, 75), row("twin", 71, 72, 73, 74, 75)],
      70,
      1000,
    );
    expect(found).toEqual([
      { id: "low", reaches: 0, first: 0, amongThree: 1, meanRank: 3 },
      { id: "high", reaches: 1, first: 1, amongThree: 1, meanRank: 1 },
      { id: "twin", reaches: 1, first: 1, amongThree: 1, meanRank: 1 },
    ]);
  });

  it("what does not apply leaves its weight within its criterion, what is unknown counts 0", () => {
    const found = underOtherWeights(
      columns,
      [
        { id: "gap", values: [80, null, 80, 80, 80] },
        { id: "unknown", values: [80, 0, 80, 80, 80] },
        { id: "nothing applies", values: [null, null, 100, 100, 100] },
      ],
      79,
      2000,
    );
    const shares = Object.fromEntries(found.map(({ id, reaches }) => [id, reaches]));
    expect(shares["gap"]).toBe(1);
    expect(shares["unknown"]).toBeLessThan(0.2);
    // 100 (1 − w) ≥ 79 where the weight of the criterion is at most 0.21: 1 − 0.79² of the simplex.
    expect(Math.abs((shares["nothing applies"] ?? 0) - (1 - 0.79 ** 2))).toBeLessThan(0.04);
  });
});

describe("weights", () => {
  it("lie on the simplex, each with the mean 1/k and the spread of the uniform distribution there", () => {
    const random = streamOf(["a"], "1", "test");
    const weights = new Float64Array(4);
    const [sums, squares] = [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ];
    for (let n = 0; n < 20_000; n++) {
      uniformWeights(random, 4, weights);
      expect(Math.abs(weights.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-12);
      weights.forEach((weight, i) => {
        sums[i]! += weight / 20_000;
        squares[i]! += weight ** 2 / 20_000;
      });
    }
    for (const i of [0, 1, 2, 3]) {
      expect(sums[i]).toBeCloseTo(1 / 4, 2);
      // Dirichlet(1, 1, 1, 1): E w² = 2 / (4 · 5).
      expect(squares[i]).toBeCloseTo(0.1, 2);
    }
  });

  it("keep the order of importance, and the order drawn among equals", () => {
    const weights = Float64Array.of(0.1, 0.6, 0.3);
    orderedWeights(weights, [1, 2, 2]);
    expect([...weights]).toEqual([0.1, 0.6, 0.3]);
    orderedWeights(weights, [3, 1, 1]);
    expect([...weights]).toEqual([0.6, 0.3, 0.1]);
  });
});
