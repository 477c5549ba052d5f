import { describe, expect, it } from "vitest";
import { riskDefault, riskSteps } from "../../../src/domain/policy/safeguards/risk.ts";
import type { RiskStep } from "../../../src/domain/policy/safeguards/risk.ts";
import { overallLikelihood, rateRisk, worstRisk } from "../../../src/domain/safeguards/risk.ts";
import { riskLevel } from "../../../src/domain/statistics/risk.ts";

const byProduct = { ...riskDefault, method: "product" } as const;
const across = (of: (column: RiskStep) => unknown): string => riskSteps.map(of).join(" ");

describe("the level of a risk by look-up, impact from very low to very high", () => {
  it.each([
    ["VH", "VL L M H VH"],
    ["H", "VL L M H VH"],
    ["M", "VL L M M H"],
    ["L", "VL L L L M"],
    ["VL", "VL VL VL L L"],
  ] as const)("likelihood %s: %s", (likelihood, row) => {
    expect(across((impact) => rateRisk(riskDefault, likelihood, impact).level)).toBe(row);
    // The method page offers the same table.
    expect(across((impact) => riskLevel(likelihood, impact))).toBe(row);
  });
});

describe("overall likelihood, that of doing harm from very low to very high", () => {
  it.each([
    ["VH", "L M H VH VH"],
    ["H", "L M M H VH"],
    ["M", "L L M M H"],
    ["L", "VL L L M M"],
    ["VL", "VL VL L L L"],
  ] as const)("event %s: %s", (event, row) => {
    expect(across((harm) => overallLikelihood(riskDefault, event, harm))).toBe(row);
  });
});

describe("the product of two five-step scales, impact from very low to very high", () => {
  it.each([
    ["VH", "5 10 15 20 25", "L M H VH VH"],
    ["H", "4 8 12 16 20", "L M H H VH"],
    ["M", "3 6 9 12 15", "L M M H H"],
    ["L", "2 4 6 8 10", "VL L M M M"],
    ["VL", "1 2 3 4 5", "VL VL L L L"],
  ] as const)("likelihood %s: %s are %s", (likelihood, products, levels) => {
    expect(across((impact) => rateRisk(byProduct, likelihood, impact).product)).toBe(products);
    expect(across((impact) => rateRisk(byProduct, likelihood, impact).level)).toBe(levels);
  });

  it.each([
    ["VH", "VL", "VL", 5],
    ["VL", "VH", "L", 5],
    ["H", "H", "H", 16],
  ] as const)(
    "disagrees with the look-up: likelihood %s, impact %s are %s there and %i here",
    (l, i, level, product) => {
      expect(rateRisk(riskDefault, l, i)).toEqual({ method: "nist", level });
      expect(rateRisk(byProduct, l, i).product).toBe(product);
    },
  );
});

it("of several risks the worst counts; of none there is no level", () => {
  expect([worstRisk(["L", "H", "VL"]), worstRisk([])]).toEqual(["H", null]);
});
