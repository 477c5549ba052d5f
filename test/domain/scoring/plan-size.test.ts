import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Planning } from "../../../src/domain/measures/measure-record.ts";
import { measureOf } from "../../../src/domain/measures/measures.ts";
import type { Measure } from "../../../src/domain/measures/measures.ts";
import { chanceInDays, comparisonSize, isPossible, planSize } from "../../../src/domain/scoring/plan-size.ts";
import { availabilityLower } from "../../../src/domain/statistics/availability.ts";
import { differenceObserved, disparityObserved } from "../../../src/domain/measures/difference.ts";
import { Pcg32 } from "../../../src/domain/statistics/pcg32.ts";
import { gateEValue } from "../../../src/domain/statistics/e-value.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../../../src/domain/statistics/proportions.ts";

const planningOf = (name: Measure): Planning => {
  const { planning } = measureOf(name);
  if (planning === undefined) throw new Error(`${name} is not planned`);
  return planning;
};

const yardstick = { minimum: 1, confidence: 0.975, failConfidence: 0.997 };

describe("the sample a plan needs", () => {
  it("lets the bound reach the floor, and one trial fewer does not", () => {
    const share = fc.double({ min: 0.5, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(share, fc.double({ min: 0.015, max: 0.03, noNaN: true }), (floor, above) => {
        const size = planSize(
          planningOf("task-success"),
          { value: floor + above },
          { ...yardstick, better: "higher", floor },
          null,
        );
        if (size.kind !== "enough") throw new Error(size.kind);
        const lower = (n: number): number => clopperPearsonLower((floor + above) * n, n, 0.975);
        expect(lower(size.atEstimate)).toBeGreaterThanOrEqual(floor);
        expect(lower(size.atEstimate - 1)).toBeLessThan(floor);
        expect(size.withPower).toBeGreaterThanOrEqual(size.atEstimate);
      }),
      { numRuns: 25 },
    );
  });

  it("counts a share that shall stay low by its complement", () => {
    const size = planSize(
      planningOf("failed-share"),
      { value: 0.002 },
      { ...yardstick, better: "lower", floor: 0.01 },
      null,
    );
    if (size.kind !== "enough") throw new Error(size.kind);
    expect(clopperPearsonUpper(0.002 * size.atEstimate, size.atEstimate, 0.975)).toBeLessThanOrEqual(0.01);
  });

  it("is never under the minimum sample, and grows with the looks", () => {
    const of = (confidence: number, minimum = 1) =>
      planSize(
        planningOf("sus"),
        { value: 75, spread: 15 },
        { better: "higher", floor: 70, minimum, confidence, failConfidence: 1 },
        null,
      );
    expect(of(0.975, 500)).toEqual({ kind: "enough", atEstimate: 500, withPower: 500, minimum: true });
    expect(of(0.95)).toMatchObject({ atEstimate: 27 });
    expect(of(0.975)).toMatchObject({ atEstimate: 38, withPower: 73 });
  });

  describe("of days for an availability", () => {
    const rules = { ...yardstick, better: "higher", floor: 0.99 } as const;
    const promised = { seconds: 1800 };
    const days = (value: number, spread = 60) => {
      const size = planSize(planningOf("availability"), { value, spread }, rules, promised);
      return size.kind === "enough" ? size.withPower : Infinity;
    };

    it("grows with the outages without a jump from one to the next", () => {
      // By scipy's Poisson and gamma distributions, scanning: 115 and 280.
      expect([days(0), days(1), days(3.75)]).toEqual([8, 115, 280]);
      expect(days(3.75) - days(3.74)).toBeLessThan(4);
      let before = 0;
      for (let outages = 0; outages < 6; outages += 0.125) {
        expect(days(outages)).toBeGreaterThanOrEqual(before);
        if (outages > 0.5) expect(days(outages)).toBeLessThan(1.2 * before + 1);
        before = days(outages);
      }
      expect(days(2, 90)).toBeGreaterThan(days(2));
    });

    it("says the chance of a shorter pilot, none before the minimum sample", () => {
      const expected = { value: 1, spread: 60 };
      // By scipy.
      expect(chanceInDays(expected, rules, promised, 14)).toBeCloseTo(0.6739221, 5);
      expect(chanceInDays({ value: 3.75, spread: 60 }, rules, promised, 100)).toBeCloseTo(0.3061048, 5);
      expect(chanceInDays(expected, rules, promised, 115)).toBeGreaterThanOrEqual(0.8);
      expect(chanceInDays(expected, { ...rules, minimum: 400 }, promised, 14)).toBe(0);
      expect(chanceInDays(expected, rules, null, 14)).toBeUndefined();
      expect(chanceInDays({ value: 0 }, rules, promised, 8)).toBe(1);
    });

    it("keeps its promise in simulated pilots", () => {
      const random = new Pcg32([0, 8], [0, 8]);
      const exponential = (mean: number): number => -mean * Math.log(1 - random.uniform());
      const chance = (length: number): number => {
        let passed = 0;
        for (let pilot = 0; pilot < 3000; pilot++) {
          let [outages, down] = [0, 0];
          for (let at = exponential(10); at < length; at += exponential(10)) {
            outages++;
            down += exponential(60);
          }
          const observed = { outages, down, up: length * 1440 - down };
          if (availabilityLower(observed, 30, 0.975) >= 0.99) passed++;
        }
        return passed / 3000;
      };
      // Three outages in 30 days: one in ten days. Three standard errors.
      expect(Math.abs(chance(days(3)) - 0.8)).toBeLessThan(0.022);
      expect(chance(30)).toBeCloseTo(chanceInDays({ value: 3, spread: 60 }, rules, promised, 30) ?? 0, 1);
    });

    it("counts the longest outage for the restore time where the rule does", () => {
      const plain = planSize(planningOf("availability"), { value: 2, spread: 60 }, rules, promised);
      const counted = planSize(planningOf("availability"), { value: 2, spread: 60 }, rules, { ...promised, factor: 5 });
      if (plain.kind !== "enough" || counted.kind !== "enough") throw new Error(counted.kind);
      expect(counted.withPower).toBeGreaterThan(plain.withPower);
    });

    it("needs a restore time, is never under the minimum, and says never", () => {
      expect(planSize(planningOf("availability"), { value: 0 }, rules, null)).toEqual({ kind: "no-restore-time" });
      expect(planSize(planningOf("availability"), { value: 100, spread: 300 }, rules, promised)).toEqual({
        kind: "never",
      });
      const long = { ...rules, minimum: 24 * 300 };
      const size = { kind: "enough", atEstimate: 300, withPower: 300, minimum: true };
      expect(planSize(planningOf("availability"), { value: 1, spread: 60 }, long, promised)).toEqual(size);
    });
  });

  it("says never where the expectation does not lie beyond the floor", () => {
    const rules = { ...yardstick, better: "higher", floor: 70 } as const;
    expect(planSize(planningOf("sus"), { value: 70, spread: 10 }, rules, null)).toEqual({ kind: "never" });
    const { floor: _, ...open } = rules;
    expect(planSize(planningOf("sus"), { value: 70, spread: 10 }, open, null)).toEqual({
      kind: "no-floor",
      minimum: 1,
    });
    expect(planSize(planningOf("sus"), { value: 80, spread: 0 }, rules, null)).toMatchObject({ atEstimate: 2 });
  });

  it("by the anytime rule brings the e-value to its limit, not a participant fewer, and no look raises it", () => {
    const floor = fc.double({ min: 0.5, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(floor, fc.double({ min: 0.01, max: 0.04, noNaN: true }), (least, above) => {
        const share = least + above;
        const rules = { ...yardstick, better: "higher", floor: least, anytime: 0.95 } as const;
        const size = planSize(planningOf("task-success"), { value: share }, rules, null);
        if (size.kind !== "enough") throw new Error(size.kind);
        const e = (n: number): number => gateEValue(share * n, (1 - share) * n, least);
        expect(e(size.atEstimate)).toBeGreaterThanOrEqual(20);
        expect(e(size.atEstimate - 1)).toBeLessThan(20);
        expect(size.withPower).toBeGreaterThanOrEqual(size.atEstimate);
        expect(planSize(planningOf("task-success"), { value: share }, { ...rules, confidence: 0.99 }, null)).toEqual(
          size,
        );
      }),
      { numRuns: 25 },
    );
    const all = { ...yardstick, better: "higher", floor: 0.95, anytime: 0.95 } as const;
    expect(planSize(planningOf("task-success"), { value: 1 }, all, null)).toMatchObject({
      atEstimate: 88,
      withPower: 88,
    });
  });

  it("keeps a difference between groups under its limit, from either side of the reference", () => {
    const limit = { ...yardstick, better: "lower", floor: 0.1 } as const;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.09, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (value, spread) => {
          const size = planSize(planningOf("fairness"), { value, spread }, limit, null);
          if (size.kind !== "enough") throw new Error(size.kind);
          const other = spread < 0.5 ? spread + value : spread - value;
          const upper = (n: number): number => {
            const [group, reference] = [other, spread].map((share) => ({ events: share * n, n }));
            return disparityObserved([group!], reference!, n).upper(0.975) ?? 1;
          };
          expect(upper(size.atEstimate)).toBeLessThanOrEqual(0.1);
          expect(size.atEstimate === 1 || upper(size.atEstimate - 1) > 0.1).toBe(true);
        },
      ),
    );
    // Either group may be ahead: (z(0.975) + z(0.9))² · 2 · 0.7 · 0.3 / 0.1² = 441.3, not the 330 of one side.
    expect(planSize(planningOf("fairness"), { value: 0, spread: 0.7 }, limit, null)).toMatchObject({ withPower: 442 });
    // Where the groups lie apart the far side hardly counts: (z(0.975) + z(0.8))² · (0.7 · 0.3 + 0.65 · 0.35) / 0.05² = 1373.6.
    expect(planSize(planningOf("fairness"), { value: 0.05, spread: 0.7 }, limit, null)).toMatchObject({
      withPower: 1374,
    });
    expect(planSize(planningOf("fairness"), { value: 0.1, spread: 0.5 }, limit, null)).toEqual({ kind: "never" });
    expect(isPossible(planningOf("fairness"), { value: 0.7, spread: 0.5 })).toBe(false);
    expect(isPossible(planningOf("fairness"), { value: 0.7, spread: 0.9 })).toBe(true);
  });

  it("shows pilot and baseline alike to be apart by less than the margin", () => {
    const rules = { ...yardstick, better: "higher" } as const;
    const shares = comparisonSize(planningOf("task-success"), { value: 0.8 }, 0.1, rules);
    const apart = (n: number) => differenceObserved({ events: 0.8 * n, n }, { events: 0.8 * n, n }, "participants");
    expect(apart(shares?.atEstimate ?? 0).lower(0.975)).toBeGreaterThanOrEqual(-0.1);
    expect(apart((shares?.atEstimate ?? 0) - 1).lower(0.975)).toBeLessThan(-0.1);
    // Two-sided 95 %, power 80 %: the textbook's (1.96 + 0.8416)² · 2 · 0.8 · 0.2 / 0.1² (Julious 2004).
    expect(shares?.withPower).toBe(252);
    // With as many on both sides the difference of two means varies √2 times as much as one: 141.3 by the normal law.
    expect(comparisonSize(planningOf("sus"), { value: 70, spread: 15 }, 5, rules)?.withPower).toBe(143);
  });

  it("of slices for a headroom is that of one level's mean", () => {
    const rules = { ...yardstick, minimum: 30, better: "higher", floor: 1.2 } as const;
    expect(planSize(planningOf("headroom"), { value: 1.3, spread: 0.2 }, rules, null)).toMatchObject({
      atEstimate: 30,
      withPower: 34,
    });
    expect(planSize(planningOf("headroom"), { value: 1.2, spread: 0.2 }, rules, null)).toEqual({ kind: "never" });
  });
});
