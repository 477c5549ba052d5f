import { expect, it } from "vitest";
import { failRisk, lookConfidence } from "../../../src/domain/scoring/look.ts";

it("shares the risk among the looks, and what is left among the floors", () => {
  expect(lookConfidence({ confidence: 0.95, looks: 1 })).toBeCloseTo(0.95, 12);
  expect(lookConfidence({ confidence: 0.95, looks: 2 })).toBeCloseTo(0.975, 12);
  expect(failRisk({ confidence: 0.95, looks: 2 }, 14)).toBeCloseTo(0.025 / 14, 12);
  expect(failRisk({ confidence: 0.95, looks: 1 }, 0)).toBeCloseTo(0.05, 12);
});
