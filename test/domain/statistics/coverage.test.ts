import { describe, expect, it } from "vitest";
import { availabilityLower } from "../../../src/domain/statistics/availability.ts";
import { clusterSums, effectiveSample } from "../../../src/domain/statistics/clustered.ts";
import { gateEValue } from "../../../src/domain/statistics/e-value.ts";
import { Pcg32 } from "../../../src/domain/statistics/pcg32.ts";
import { clopperPearsonLower, clopperPearsonUpper } from "../../../src/domain/statistics/proportions.ts";

/** Fixed seeds: the same runs every time, so a miss is a change of the method and not bad luck. */
const random = (stream: number) => new Pcg32([0, 20_260], [0, stream]);
const exponential = (from: Pcg32, mean: number): number => -mean * Math.log(1 - from.uniform());

/** A run of 10 s slices of 100 requests in which stalls of 2–6 s fail everything meanwhile. */
function stalledRun(from: Pcg32, slices: number): [trials: number, events: number][] {
  const failed = new Array<number>(slices).fill(0);
  for (let at = exponential(from, 100); at < slices * 10; at += exponential(from, 100)) {
    const until = at + 2 + 4 * from.uniform();
    for (let second = Math.floor(at); second < Math.min(until, slices * 10); second++) {
      const slice = Math.floor(second / 10);
      failed[slice] = Math.min(100, (failed[slice] ?? 0) + 10);
    }
  }
  return failed.map((events) => [100, events]);
}

describe("coverage in simulation", () => {
  it("the clustered bound keeps its promise where requests stall together, and a binomial one on all requests does not", () => {
    const from = random(1);
    const truth = effectiveSample(clusterSums(stalledRun(from, 200_000))).share;
    let [clustered, naive] = [0, 0];
    const runs = 600;
    for (let run = 0; run < runs; run++) {
      const sums = clusterSums(stalledRun(from, 60));
      const { n, events } = effectiveSample(sums);
      if (clopperPearsonUpper(events, n, 0.95) >= truth) clustered++;
      if (clopperPearsonUpper(sums.events, sums.trials, 0.95) >= truth) naive++;
    }
    expect(clustered / runs).toBeGreaterThanOrEqual(0.93);
    expect(naive / runs).toBeLessThan(0.8);
  });

  it("A_L covers the true availability for exponential repairs, and less for repairs with a heavy tail", () => {
    const covered = (stream: number, repair: (from: Pcg32) => number, meanRepair: number): number => {
      const from = random(stream);
      const [meanUp, horizon, runs] = [5000, 40_000, 1500];
      const truth = meanUp / (meanUp + meanRepair);
      let kept = 0;
      for (let run = 0; run < runs; run++) {
        let [time, down, outages] = [exponential(from, meanUp), 0, 0];
        while (time < horizon) {
          const length = repair(from);
          outages++;
          down += length;
          time += length + exponential(from, meanUp);
        }
        if (availabilityLower({ outages, down, up: horizon - Math.min(down, horizon - 1) }, 120, 0.95) <= truth) kept++;
      }
      return kept / runs;
    };
    const exponentialRepairs = covered(2, (from) => exponential(from, 60), 60);
    expect(exponentialRepairs).toBeGreaterThanOrEqual(0.94);
    // Lognormal with σ = 1.8 and a mean of 60: the coefficient of variation is about 5.
    const lognormal = (from: Pcg32): number => {
      const z = Math.sqrt(-2 * Math.log(1 - from.uniform())) * Math.cos(2 * Math.PI * from.uniform());
      return 60 * Math.exp(1.8 * z - 1.8 ** 2 / 2);
    };
    const heavy = covered(3, lognormal, 60);
    expect(heavy).toBeLessThan(0.93);
    expect(heavy).toBeGreaterThan(0.6);
  });

  it("the exact lower bound is wrong no more often than promised, at any share tried", () => {
    const from = random(4);
    for (const p of [0.5, 0.9, 0.98]) {
      let wrong = 0;
      for (let run = 0; run < 2000; run++) {
        let successes = 0;
        for (let i = 0; i < 60; i++) if (from.uniform() < p) successes++;
        if (clopperPearsonLower(successes, 60, 0.95) > p) wrong++;
      }
      expect(wrong / 2000).toBeLessThanOrEqual(0.06);
    }
  });

  it("an e-value looked at after every check passes falsely at most once in twenty; a bound looked at every day does not keep that", () => {
    const from = random(5);
    const [p0, runs, checks] = [0.9, 800, 200];
    let [falsely, daily, final] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      let [successes, passed, dailyPass] = [0, false, false];
      for (let n = 1; n <= checks; n++) {
        if (from.uniform() < p0) successes++;
        if (!passed && gateEValue(successes, n - successes, p0) >= 20) passed = true;
        if (!dailyPass && n % 10 === 0 && clopperPearsonLower(successes, n, 0.95) > p0) dailyPass = true;
      }
      if (passed) falsely++;
      if (dailyPass) daily++;
      final += gateEValue(successes, checks - successes, p0) / runs;
    }
    expect(falsely / runs).toBeLessThanOrEqual(0.05);
    expect(daily / runs).toBeGreaterThan(0.08);
    // On average it does not grow under p0.
    expect(final).toBeLessThan(1.35);
  });

  it("one more check leaves the e-value's mean under p0 where it was: a martingale, in exact arithmetic", () => {
    for (const p0 of [0.5, 0.8, 0.95]) {
      expect(gateEValue(0, 0, p0)).toBeCloseTo(1, 9);
      for (const [s, f] of [
        [0, 0],
        [10, 1],
        [40, 5],
        [3, 7],
      ] as const) {
        const next = p0 * gateEValue(s + 1, f, p0) + (1 - p0) * gateEValue(s, f + 1, p0);
        expect(next).toBeCloseTo(gateEValue(s, f, p0), 6);
        // For a true share under p0 it shrinks.
        const lower = p0 - 0.1;
        expect(lower * gateEValue(s + 1, f, p0) + (1 - lower) * gateEValue(s, f + 1, p0)).toBeLessThan(
          gateEValue(s, f, p0),
        );
      }
    }
  });
});
