import { expect, it } from "vitest";
import { failRisk, guardConfidence, lookConfidence } from "../../../src/domain/statistics/looks.ts";

it("shares the risk among the looks, and what is left among the floors", () => {
  expect(lookConfidence({ confidence: 0.95, looks: 1 })).toBeCloseTo(0.95, 12);
  expect(lookConfidence({ confidence: 0.95, looks: 2 })).toBeCloseTo(0.975, 12);
  expect(failRisk({ confidence: 0.95, looks: 2 }, 14)).toBeCloseTo(0.025 / 14, 12);
  expect(failRisk({ confidence: 0.95, looks: 1 }, 0)).toBeCloseTo(0.05, 12);
});

it("spends the risk of a guard on each doubling of its looks", () => {
  // .05/(1.5·j·(j+1)), j = 1, 2, 3 and 7
  expect(guardConfidence(0.95, 1)).toBeCloseTo(1 - 0.05 / 3, 12);
  expect(guardConfidence(0.95, 2)).toBeCloseTo(1 - 0.05 / 9, 12);
  expect(guardConfidence(0.95, 4)).toBeCloseTo(1 - 0.05 / 18, 12);
  expect(guardConfidence(0.95, 64)).toBeCloseTo(1 - 0.05 / 84, 12);
  expect(guardConfidence(0.9, 1)).toBeCloseTo(1 - 0.1 / 3, 12);
});
