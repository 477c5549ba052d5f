import { describe, expect, it } from "vitest";
import { moreThanFloors } from "../../../src/domain/policy/more-than-floors.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { piecewiseLinearValue } from "../../../src/domain/statistics/value.ts";
import { earlyPolicy as policy } from "../../support/early-policy.ts";

const withFloor = (floor: number): Policy => ({
  ...policy,
  criteria: policy.criteria.map((one) => (one.key === "stability" ? { ...one, floor } : one)),
});

describe("a criterion that asks for more than the floors of its indicators", () => {
  it("is stability in the first versions: at .99 and 1 % it scores 68 of the 70 it needs", () => {
    const [found, ...others] = moreThanFloors(policy);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ criterion: "stability", floor: 70 });
    expect(found?.score).toBeCloseTo(68, 9);
    // 2 points at weights .45 and .35: 64.44 of (.99, 60)–(.995, 85), 65.71 of (.01, 60)–(.001, 95).
    expect(found?.ways.map(({ indicator, takes }) => [indicator.key, Number(takes.toFixed(6))])).toEqual([
      ["availability", 0.990889],
      ["failed-share", 0.008531],
    ]);
  });

  it("is reached by each way alone, and by nothing less", () => {
    for (const { indicator, takes } of moreThanFloors(policy)[0]?.ways ?? []) {
      const worse = piecewiseLinearValue(indicator.value, takes) - 60;
      expect(68 + indicator.weight * worse).toBeCloseTo(70, 9);
    }
  });

  it("is none where the floors are enough", () => {
    expect(moreThanFloors(withFloor(68))).toEqual([]);
    expect(moreThanFloors(withFloor(68.1))).toHaveLength(1);
  });

  it("has no way where no single indicator makes up for it", () => {
    expect(moreThanFloors(withFloor(99))[0]?.ways).toEqual([]);
    // 18 points at .45 are 40 more, all that there is; at .35 they would be 51.
    expect(moreThanFloors(withFloor(86))[0]?.ways.map(({ takes }) => takes)).toEqual([0.999]);
  });
});
