import fc from "fast-check";
import { expect, test } from "vitest";
import { intersect, seconds, subtract, union, type Span } from "../../../src/domain/evidence/intervals.ts";

const spans = fc.array(
  fc
    .record({ from: fc.nat(60), length: fc.integer({ min: -2, max: 20 }) })
    .map(({ from, length }) => ({ from, to: from + length })),
  { maxLength: 8 },
);

/** The definition, second by second. */
function members(list: readonly Span[]): Set<number> {
  return new Set(list.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)));
}

function filtered(set: ReadonlySet<number>, keep: (second: number) => boolean): Set<number> {
  return new Set([...set].filter(keep));
}

test("union, intersection and difference are those of sets", () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      expect(members(union(a))).toEqual(members(a));
      expect(members(intersect(a, b))).toEqual(filtered(members(a), (second) => members(b).has(second)));
      const rest = filtered(members(a), (second) => !members(b).has(second));
      expect(members(subtract(a, b))).toEqual(rest);
      expect(seconds(subtract(a, b)) * 1000).toBeCloseTo(rest.size, 9);
    }),
    { numRuns: 500 },
  );
});

test("results are ascending and apart", () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      for (const list of [union(a), intersect(a, b), subtract(a, b)]) {
        expect(list.every((span, i) => span.from < span.to && (i === 0 || span.from > list[i - 1]!.to))).toBe(true);
      }
    }),
  );
});
