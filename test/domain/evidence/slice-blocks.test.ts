import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocks } from "../../../src/domain/evidence/slice-blocks.ts";
import type { Slice } from "../../../src/domain/evidence/measurement.ts";
import { blockSeconds, clusterSums } from "../../../src/domain/statistics/clustered.ts";
import type { ClusterSums } from "../../../src/domain/statistics/clustered.ts";

const full = (requests: number, failures = 0): Slice => ({ seconds: 10, requests, failures });
const run = (count: number, of: (i: number) => Slice): Slice[] => Array.from({ length: count }, (_, i) => of(i));
const failures = (slice: Slice): number => slice.failures;
const clusters = (slices: readonly Slice[]) => blocks(slices, failures).map((block) => block.clusters);
const apart = (slices: readonly Slice[]): Slice[] =>
  slices.map((slice, i) => (i === 0 ? { ...slice, apart: true } : slice));

const slice = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([a, b]) => full(Math.max(a, b), Math.min(a, b)));
const stretch = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.array(slice, { maxLength: 200 }), fc.integer({ min: 1, max: 10 }))
  .map(([first, rest, last]): Slice[] => [full(first), ...rest, { seconds: last, requests: 3, failures: 1 }]);
const stretches = fc.array(stretch, { minLength: 1, maxLength: 5 });

/** Each slice by the number of its stretch and the block of the clock in which it begins. */
function naive(parts: readonly (readonly Slice[])[], seconds: number): ClusterSums {
  const sums = new Map<string, [number, number]>();
  for (const [s, part] of parts.entries())
    for (const [i, { requests, failures: failed }] of part.entries()) {
      const key = `${s}/${Math.floor((i * 10) / seconds)}`;
      const [t, e] = sums.get(key) ?? [0, 0];
      sums.set(key, [t + requests, e + failed]);
    }
  return clusterSums([...sums.values()]);
}

/** Var of the share: p̂(1−p̂)/n_eff, uncapped. */
function variance(sums: ClusterSums): number {
  const { clusters: k, trials, events, sumEE, sumET, sumTT } = sums;
  const p = events / trials;
  return ((k / (k - 1)) * (sumEE - 2 * p * sumET + p * p * sumTT)) / (trials * trials);
}

describe("blocks of consecutive slices", () => {
  it("are those that a clock would cut from each stretch, and add up to the slices", () => {
    fc.assert(
      fc.property(stretches, (parts) => {
        const slices = parts.flatMap((part, i) => (i === 0 ? part : apart(part)));
        const found = blocks(slices, failures);
        expect(found.map(({ seconds }) => seconds)).toEqual([...blockSeconds]);
        for (const { seconds, ...sums } of found) expect(sums).toEqual(naive(parts, seconds));
        const whole = clusterSums(slices.map((one) => [one.requests, one.failures]));
        for (const { trials, events } of found) expect([trials, events]).toEqual([whole.trials, whole.events]);
      }),
    );
  });

  it("an hour has 60, 12, 4 and 2; what is left of a stretch is one more", () => {
    expect(clusters(run(360, () => full(10)))).toEqual([60, 12, 4, 2]);
    expect(clusters(run(361, () => full(10)))).toEqual([61, 13, 5, 2]);
  });

  it("begin anew with each stretch", () => {
    const seven = run(7, () => full(10));
    expect(clusters([...seven, ...seven])).toEqual([3, 1, 1, 1]);
    expect(clusters([...seven, ...apart(seven)])).toEqual([4, 2, 2, 2]);
  });

  it("hold a stall without a request, and end where the run rests for a quarter of an hour", () => {
    const busy = run(6, () => full(10));
    expect(clusters([...busy, ...run(9, () => full(0)), ...busy])).toEqual([3, 1, 1, 1]);
    expect(clusters([...busy, ...run(89, () => full(0)), ...busy])).toEqual([3, 2, 2, 1]);
    expect(clusters([...busy, ...run(90, () => full(0)), ...busy])).toEqual([2, 2, 2, 2]);
  });

  it("close with the slice that ends nearest to their length where a sample came late", () => {
    expect(clusters(run(12, () => ({ ...full(10), seconds: 9.99 })))).toEqual([2, 1, 1, 1]);
    expect(clusters(run(10, (i) => ({ ...full(10), seconds: i === 2 ? 14 : 10 })))).toEqual([2, 1, 1, 1]);
  });

  it("show a stall of a minute as one event: six times the variance that its six slices show", () => {
    const hour = run(360, (i) => full(100, i >= 60 && i < 66 ? 100 : 0));
    const sliced = clusterSums(hour.map((one) => [one.requests, one.failures]));
    const [minute = sliced] = blocks(hour, failures);
    expect(variance(minute) / variance(sliced)).toBeCloseTo((6 * (60 / 59)) / (360 / 359), 9);
  });
});
