import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planSize } from "../../../src/domain/scoring/plan-size.ts";
import { availabilityLower } from "../../../src/domain/statistics/availability.ts";
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
});
