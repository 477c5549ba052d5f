import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { Criterion } from "../../../src/domain/policy/policy.ts";
import { sensitivity } from "../../../src/domain/scoring/sensitivity.ts";
import type { WeightRange } from "../../../src/domain/scoring/sensitivity-weights.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import type { IndicatorResult, Verdict } from "../../../src/domain/scoring/verdict-types.ts";
import { piecewiseLinearValue } from "../../../src/domain/statistics/value.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { pilot } from "./pilot.ts";

const look = { confidence: 0.95, looks: 2 };
const straight = [
  [0, 0],
  [100, 100],
] as const;

/** Two indicators in each of three criteria, without floors of their own, at chosen means. */
function measured(means: readonly number[], standardError: number): IndicatorResult[] {
  return means.map((mean, i) => ({
    id: `i${i}`,
    indicator: `i${i}`,
    criterion: ["stability", "capacity", "usability"][i >> 1] ?? "",
    measure: "sus",
    unit: "points",
    better: "higher",
    weight: i % 2 === 0 ? 0.6 : 0.4,
    value: straight,
    state: "measured",
    scored: { estimate: piecewiseLinearValue(straight, mean) },
    distribution: { kind: "t", mean, standardError, df: 30 },
    marks: [],
    evidence: [`piece-${i % 3}`],
  }));
}

const criteria = (weights: readonly [number, number, number], floor = 40): Criterion[] =>
  earlyPolicy.criteria.map((one, k) => ({ ...one, weight: weights[k] ?? 0, floor }));

interface Case {
  readonly indicators: readonly IndicatorResult[];
  readonly policy: { readonly criteria: readonly Criterion[]; readonly passMark: number };
}

const arbitraryCase: fc.Arbitrary<Case> = fc
  .record({
    means: fc.array(fc.integer({ min: 45, max: 92 }), { minLength: 6, maxLength: 6 }),
    standardError: fc.constantFrom(0, 1, 3),
    weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
    floor: fc.constantFrom(30, 55),
  })
  .map(({ means, standardError, weights, floor }) => ({
    indicators: measured(means, standardError),
    policy: { criteria: criteria(weights, floor), passMark: 70 },
  }));

const at = ({ indicators, policy }: Case): Verdict => verdict(indicators, policy, look);

/** The same evidence with one weight moved and the others of its list in their proportions. */
function moved({ indicators, policy }: Case, range: WeightRange, to: number): Case {
  const shift = (weight: number, mine: boolean): number =>
    mine ? to : range.weight === 1 ? weight : (weight * (1 - to)) / (1 - range.weight);
  if (range.kind === "criterion") {
    const sum = policy.criteria.reduce((total, one) => total + one.weight, 0);
    const shifted = policy.criteria.map((one) => ({ ...one, weight: shift(one.weight / sum, one.key === range.id) }));
    return { indicators, policy: { ...policy, criteria: shifted } };
  }
  const shifted = indicators.map((one) =>
    one.criterion === range.criterion ? { ...one, weight: shift(one.weight, one.id === range.id) } : one,
  );
  return { indicators: shifted, policy };
}

const passes = (one: Case): boolean => at(one).outcome === "pass";

/** Wider than the last bits in which a moved weight may differ, narrower than anything a page shows. */
const hair = 1e-6;

it("at the present weights the chances are the verdict's own, bit for bit", () => {
  fc.assert(
    fc.property(arbitraryCase, (given) => {
      const found = sensitivity(given.indicators, given.policy, look);
      const said = at(given);
      expect(found.outcome).toBe(said.outcome);
      expect(found.reachesPassMark.independent).toBe(said.reachesPassMark.lower.independent);
      expect(found.reachesPassMark.correlated).toBe(said.reachesPassMark.lower.correlated);
    }),
    { numRuns: 6 },
  );
  const real = measureIndicators(pilot());
  const said = verdict(real, earlyPolicy, look);
  expect(sensitivity(real, earlyPolicy, look).reachesPassMark).toEqual(said.reachesPassMark.lower);
});

it("a weight that turns the outcome does turn it, and the weight just before does not", () => {
  let turned = 0;
  fc.assert(
    fc.property(arbitraryCase, (given) => {
      const now = passes(given);
      for (const range of sensitivity(given.indicators, given.policy, look).weights) {
        for (const [point, towards] of [
          [range.turnsBelow, -1],
          [range.turnsAbove, 1],
        ] as const) {
          if (point === null || point < 2 * hair || point > 1 - 2 * hair) continue;
          if (Math.abs(point - range.weight) < 2 * hair) continue;
          turned++;
          expect(passes(moved(given, range, point + towards * hair))).toBe(!now);
          expect(passes(moved(given, range, point - towards * hair))).toBe(now);
        }
      }
    }),
    { numRuns: 10, seed: 7 },
  );
  expect(turned).toBeGreaterThan(20);
});

it("where no weight is said to turn it, none of a row of weights does", () => {
  fc.assert(
    fc.property(arbitraryCase, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (given, to) => {
      const now = passes(given);
      for (const range of sensitivity(given.indicators, given.policy, look).weights) {
        const turn = to < range.weight ? range.turnsBelow : range.turnsAbove;
        if (turn === null) expect(passes(moved(given, range, to))).toBe(now);
      }
    }),
    { numRuns: 5 },
  );
});

describe("what bars a pass whatever the weights", () => {
  const barred = measured([90, 90, 90, 90, 90, 90], 1).map((one, i) =>
    i === 0 ? { ...one, state: "straddles" as const, floor: 95 } : one,
  );

  it("a floor of an indicator is named, and no weight is offered", () => {
    const found = sensitivity(barred, { criteria: criteria([1, 1, 1]), passMark: 70 }, look);
    expect(found.vetoes).toEqual([{ kind: "indicator", id: "i0", state: "straddles" }]);
    expect(found.weights.every(({ turnsBelow, turnsAbove }) => turnsBelow === null && turnsAbove === null)).toBe(true);
    expect(found.space.any).toBe(1);
  });

  it("a criterion's own floor is cleared by its indicators' weights where they suffice, never by its own weight", () => {
    const given: Case = {
      indicators: measured([95, 20, 90, 90, 90, 90], 1),
      policy: { criteria: criteria([1, 1, 1], 70), passMark: 70 },
    };
    const found = sensitivity(given.indicators, given.policy, look);
    expect(found.outcome).not.toBe("pass");
    expect(found.vetoes).toEqual([{ kind: "criterion", id: "stability", state: "beyond" }]);
    const [own, inner] = found.weights;
    expect(own).toMatchObject({ id: "stability", turnsBelow: null, turnsAbove: null });
    // 95 w + 20 (1 − w) ≥ 70 at w = 0.667, a little more for the interval.
    expect(inner?.turnsAbove).toBeGreaterThan(0.66);
    expect(inner?.turnsAbove).toBeLessThan(0.72);
  });
});

describe("the share of the weight space", () => {
  it("is 1 where every criterion is certain above the mark and 0 where every one is certain below", () => {
    for (const [mean, share] of [
      [71, 1],
      [69, 0],
    ] as const) {
      const found = sensitivity(
        measured(Array<number>(6).fill(mean), 0),
        { criteria: criteria([1, 2, 3]), passMark: 70 },
        look,
      );
      expect(found.space).toMatchObject({ any: share, ordered: share });
    }
  });

  it("is the area it should be: with certain scores 100, 0 and 0 the first weight must reach the mark", () => {
    const found = sensitivity(
      measured([100, 100, 0, 0, 0, 0], 0),
      { criteria: criteria([3, 2, 1], 0), passMark: 50 },
      look,
    );
    // P(w₁ ≥ ½) on the simplex of three is ¼; where w₁ is the greatest of the three it is ¾.
    expect(Math.abs(found.space.any - 0.25)).toBeLessThan(0.02);
    expect(Math.abs(found.space.ordered - 0.75)).toBeLessThan(0.02);
  });

  it("counts the draws as the verdict does", () => {
    fc.assert(
      fc.property(arbitraryCase, (given) => {
        // With equal criteria every way to weigh gives the same score: all accept, or none.
        const same = given.indicators.map(
          (one, i) => ({ ...given.indicators[i % 2], id: one.id, criterion: one.criterion }) as IndicatorResult,
        );
        const certain = same.map((one) => ({
          ...one,
          distribution: { kind: "constant" as const, value: one.scored?.estimate ?? 0 },
        }));
        const found = sensitivity(certain, { ...given.policy, criteria: criteria([1, 1, 1], 0) }, look);
        expect(found.space.any).toBe(found.outcome === "pass" ? 1 : 0);
      }),
      { numRuns: 4 },
    );
  });
});
