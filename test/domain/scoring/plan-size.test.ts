import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisonSize, isPossible, planSize } from "../../../src/domain/scoring/plan-size.ts";
import { availabilityLower } from "../../../src/domain/statistics/availability.ts";
import { differenceObserved, disparityObserved } from "../../../src/domain/scoring/difference.ts";
import { gateEValue } from "../../../src/domain/statistics/e-value.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../../../src/domain/statistics/proportions.ts";

const yardstick = { minimum: 1, confidence: 0.975, failConfidence: 0.997 };

describe("the sample a plan needs", () => {
  it("lets the bound reach the floor, and one trial fewer does not", () => {
    const share = fc.double({ min: 0.5, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(share, fc.double({ min: 0.015, max: 0.03, noNaN: true }), (floor, above) => {
        const size = planSize(
          "task-success",
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
    const size = planSize("failed-share", { value: 0.002 }, { ...yardstick, better: "lower", floor: 0.01 }, null);
    if (size.kind !== "enough") throw new Error(size.kind);
    expect(clopperPearsonUpper(0.002 * size.atEstimate, size.atEstimate, 0.975)).toBeLessThanOrEqual(0.01);
  });

  it("is never under the minimum sample, and grows with the looks", () => {
    const of = (confidence: number, minimum = 1) =>
      planSize(
        "sus",
        { value: 75, spread: 15 },
        { better: "higher", floor: 70, minimum, confidence, failConfidence: 1 },
        null,
      );
    expect(of(0.975, 500)).toEqual({ kind: "enough", atEstimate: 500, withPower: 500, minimum: true });
    expect(of(0.95)).toMatchObject({ atEstimate: 27 });
    expect(of(0.975)).toMatchObject({ atEstimate: 38, withPower: 73 });
  });

  it("turns outages into days, and needs the promised restore time", () => {
    const rules = { ...yardstick, better: "higher", floor: 0.995 } as const;
    const size = planSize("availability", { value: 2, spread: 30 }, rules, 1800);
    if (size.kind !== "enough") throw new Error(size.kind);
    const outages = (2 * size.atEstimate) / 30;
    const observed = { outages, down: outages * 30, up: size.atEstimate * 1440 - outages * 30 };
    expect(availabilityLower(observed, 30, 0.975)).toBeGreaterThanOrEqual(0.995);
    expect(planSize("availability", { value: 0 }, rules, null)).toEqual({ kind: "no-restore-time" });
    expect(planSize("availability", { value: 100, spread: 300 }, rules, 1800)).toEqual({ kind: "never" });
  });

  it("says never where the expectation does not lie beyond the floor", () => {
    const rules = { ...yardstick, better: "higher", floor: 70 } as const;
    expect(planSize("sus", { value: 70, spread: 10 }, rules, null)).toEqual({ kind: "never" });
    const { floor: _, ...open } = rules;
    expect(planSize("sus", { value: 70, spread: 10 }, open, null)).toEqual({ kind: "no-floor", minimum: 1 });
    expect(planSize("sus", { value: 80, spread: 0 }, rules, null)).toMatchObject({ atEstimate: 2 });
  });

  it("by the anytime rule brings the e-value to its limit, not a participant fewer, and no look raises it", () => {
    const floor = fc.double({ min: 0.5, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(floor, fc.double({ min: 0.01, max: 0.04, noNaN: true }), (least, above) => {
        const share = least + above;
        const rules = { ...yardstick, better: "higher", floor: least, anytime: 0.95 } as const;
        const size = planSize("task-success", { value: share }, rules, null);
        if (size.kind !== "enough") throw new Error(size.kind);
        const e = (n: number): number => gateEValue(share * n, (1 - share) * n, least);
        expect(e(size.atEstimate)).toBeGreaterThanOrEqual(20);
        expect(e(size.atEstimate - 1)).toBeLessThan(20);
        expect(size.withPower).toBeGreaterThanOrEqual(size.atEstimate);
        expect(planSize("task-success", { value: share }, { ...rules, confidence: 0.99 }, null)).toEqual(size);
      }),
      { numRuns: 25 },
    );
    const all = { ...yardstick, better: "higher", floor: 0.95, anytime: 0.95 } as const;
    expect(planSize("task-success", { value: 1 }, all, null)).toMatchObject({ atEstimate: 88, withPower: 88 });
  });

  it("keeps a difference between groups under its limit, from either side of the reference", () => {
    const limit = { ...yardstick, better: "lower", floor: 0.1 } as const;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.09, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (value, spread) => {
          const size = planSize("fairness", { value, spread }, limit, null);
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
    expect(planSize("fairness", { value: 0.1, spread: 0.5 }, limit, null)).toEqual({ kind: "never" });
    expect(isPossible("fairness", { value: 0.7, spread: 0.5 })).toBe(false);
    expect(isPossible("fairness", { value: 0.7, spread: 0.9 })).toBe(true);
  });

  it("shows pilot and baseline alike to be apart by less than the margin", () => {
    const rules = { ...yardstick, better: "higher" } as const;
    const shares = comparisonSize("task-success", { value: 0.8 }, 0.1, rules);
    const apart = (n: number) => differenceObserved({ events: 0.8 * n, n }, { events: 0.8 * n, n }, "participants");
    expect(apart(shares?.atEstimate ?? 0).lower(0.975)).toBeGreaterThanOrEqual(-0.1);
    expect(apart((shares?.atEstimate ?? 0) - 1).lower(0.975)).toBeLessThan(-0.1);
    // Two-sided 95 %, power 80 %: the textbook's (1.96 + 0.8416)² · 2 · 0.8 · 0.2 / 0.1² (Julious 2004).
    expect(shares?.withPower).toBe(252);
    // With as many on both sides the difference of two means varies √2 times as much as one: 141.3 by the normal law.
    expect(comparisonSize("sus", { value: 70, spread: 15 }, 5, rules)?.withPower).toBe(143);
  });

  it("of slices for a headroom is that of one level's mean", () => {
    const rules = { ...yardstick, minimum: 30, better: "higher", floor: 1.2 } as const;
    expect(planSize("headroom", { value: 1.3, spread: 0.2 }, rules, null)).toMatchObject({
      atEstimate: 30,
      withPower: 34,
    });
    expect(planSize("headroom", { value: 1.2, spread: 0.2 }, rules, null)).toEqual({ kind: "never" });
  });
});
