import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatistics } from "../../../src/domain/statistics/order-statistics.ts";
import { quantile, quantileOf, quantileTypes } from "../../../src/domain/statistics/quantiles.ts";

/** Few different values, so that many are alike; orders that are rising, falling, and neither. */
const numbers = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
      minLength: 1,
      maxLength: 300,
    }),
    fc.constantFrom("as drawn", "rising", "falling"),
  )
  .map(([drawn, order]) => {
    const values = Float64Array.from(drawn, (value) => value + 0);
    if (order === "rising") values.sort();
    return order === "falling" ? values.toSorted().toReversed() : values;
  });

describe("order statistics of unsorted numbers", () => {
  it("are those of the sorted ones, in whatever order they are asked for, and leave the numbers as they are", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }),
        (values, ranks) => {
          const [before, sorted] = [values.slice(), values.toSorted()];
          const of = orderStatistics(values);
          for (const rank of ranks) expect(of(rank)).toBe(sorted[Math.min(rank, sorted.length) - 1]);
          expect(values).toEqual(before);
        },
      ),
    );
  });

  it("give every definition of a quantile as the sorted numbers do", () => {
    fc.assert(
      fc.property(
        numbers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...quantileTypes),
        (values, p, type) => {
          expect(quantileOf(values.length, orderStatistics(values), p, type)).toBe(
            quantile(values.toSorted(), p, type),
          );
        },
      ),
    );
  });

  it("cost no more than sorting where every cut is a bad one", () => {
    // Of each stretch the first, the middle and the last are its least: the cuts take off one or two at a time.
    const values = Float64Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? at : 40_000 - at));
    const sorted = values.toSorted();
    const of = orderStatistics(values);
    for (const rank of [1, 500, 10_000, 19_999, 20_000]) expect(of(rank)).toBe(sorted[rank - 1]);
  });
});
