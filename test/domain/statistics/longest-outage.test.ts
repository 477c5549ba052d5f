import { expect, it } from "vitest";
import { availabilityUpper } from "../../../src/domain/statistics/availability.ts";

it("leaves the longest outage out of the bound that fails a floor, where it is known", () => {
  // 50 h and twice half an hour in ten days, or the two alone.
  const observed = { outages: 3, down: 51, up: 189 };
  expect(availabilityUpper({ ...observed, longest: 50 }, 0.99)).toBe(
    availabilityUpper({ outages: 2, down: 1, up: 189 }, 0.99),
  );
  expect(availabilityUpper(observed, 0.99)).toBeLessThan(availabilityUpper({ ...observed, longest: 50 }, 0.99));
  expect(availabilityUpper({ outages: 1, down: 50, up: 189, longest: 50 }, 0.99)).toBe(1);
});
