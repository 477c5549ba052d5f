import { describe, expect, it } from "vitest";
import type { LoadStatistics, Statistics } from "../../../src/domain/evidence/statistics.ts";
import { rates } from "../../../src/domain/evidence/rates.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { clusterSums, effectiveRun, poolClusters, poolRuns } from "../../../src/domain/statistics/clustered.ts";
import { errorBySites, sitesWorth } from "../../../src/domain/statistics/sites.ts";
import { availability, clusters, load, LONG, piece, pilot, service, step, tasks } from "./pilot.ts";

const stateOf = (id: string, ...given: Statistics[]) => {
  const pieces = given.map((one, i) => piece(one, { digest: `piece-${i}` }));
  const found = measureIndicators(pilot({ pieces })).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const run = (...steps: ReturnType<typeof step>[]): LoadStatistics =>
  load({
    steps,
    failed: poolClusters(steps.map(({ failed }) => failed)),
    within: { ms: 800, ...poolClusters(steps.map(({ within }) => within)) },
  }) as LoadStatistics;

describe("a bad stretch of load is not left out of what is judged", () => {
  const good = step(20, 390, 0.99, 0, LONG);

  it("by a minute at the load asked for before hours of failures a little above it", () => {
    const bad = run(step(10, 390, 0.99, 0, 6), step(11, 391, 0.99, 0.3, 3600));
    expect(stateOf("failed-share", bad).state).toBe("beyond");
    // A tenth of the time is a level like any other: what lies beyond the demand is then no fault.
    const beyond = run(good, step(40, 620, 0.9, 0.3, 3600));
    expect(stateOf("failed-share", beyond).state).toBe("cleared");
  });

  it("by splitting the time above into many levels", () => {
    const levels = Array.from({ length: 60 }, (_, i) => step(11 + i, 391, 0.99, 0.3, 60));
    expect(stateOf("failed-share", run(step(10, 390, 0.99, 0, 60), ...levels)).state).toBe("beyond");
  });

  it("by letting the concurrency wander, which is no level", () => {
    const steps = [good, step(40, 620)];
    const failed = poolClusters([...steps.map((one) => one.failed), clusters(3600, 3900, 1000)]);
    const hidden = { ...run(...steps), failed };
    const { state, measured } = stateOf("failed-share", hidden);
    expect(state).not.toBe("cleared");
    expect(measured?.estimate).toBeCloseTo((3600 * 1000) / (LONG * 3900 + 3600 * 3900), 10);
    expect(stateOf("failed-share", run(...steps)).state).toBe("cleared");
  });

  it("by an older piece without blocks beside those that have them", () => {
    const stalls = clusters(3600, 100, 100, 360);
    const blocks = [{ seconds: 900, ...clusterSums(Array.from({ length: 40 }, (_, i) => [9000, i < 4 ? 9000 : 0])) }];
    const [alone, older] = [
      { slices: stalls, blocks },
      { slices: clusters(6, 1, 0), blocks: [] },
    ];
    const [own, beside] = [effectiveRun(alone, 0.95).n, effectiveRun(poolRuns([alone, older]), 0.95).n];
    expect(beside).toBeGreaterThan(own * 0.9);
    expect(beside).toBeLessThan(own * 1.2);
  });
});

describe("headroom by chance", () => {
  /** Twenty long levels, every one of them a little short of what passes at c′ of all together. */
  const level = (concurrency: number, failures: number) => {
    const failed = clusters(9000, 3900, 39 * failures, 360);
    const within = { ms: 800, ...clusters(9000, 3900, 3900) };
    const rate = rates(Array.from({ length: 9000 }, () => 390));
    return { ...step(concurrency, 390, 1, 0, 9000), rate, failed, within };
  };

  it("is not had by trying many levels until one passes", () => {
    const one = run(level(20, 2));
    expect(stateOf("headroom", one).state).toBe("cleared");
    const many = run(...Array.from({ length: 20 }, (_, i) => level(20 + i, 2)));
    expect(stateOf("headroom", many).state).toBe("straddles");
    // Short levels beside the long one could never pass and cost nothing.
    const ramp = Array.from({ length: 10 }, (_, i) => step(21 + i, 391, 0.99, 0, 60));
    expect(stateOf("headroom", run(level(20, 2), ...ramp)).measured?.lower).toBe(
      stateOf("headroom", one).measured?.lower,
    );
  });
});

describe("sites", () => {
  it("do not become many by single answers sent in beside two large ones", () => {
    const two = [
      { n: 20, mean: 60, sd: 5 },
      { n: 20, mean: 80, sd: 5 },
    ];
    const singles = Array.from({ length: 10 }, () => ({ n: 1, mean: 70 }));
    expect(errorBySites(two).n).toBe(2);
    expect(errorBySites([...two, ...singles]).n).toBeCloseTo(2500 / 810, 12);
    expect(sitesWorth([10, 10, 10])).toBe(3);
    expect(sitesWorth([100, 1, 1])).toBe(2);
  });

  it("of tasks likewise", () => {
    const [low, high] = [tasks(30, 3), tasks(30, 5)];
    const singles = Array.from({ length: 10 }, () => tasks(1, 5));
    const lower = (...given: Statistics[]) => stateOf("task-success", ...given).measured?.lower ?? 1;
    expect(lower(low, high, ...singles)).toBeLessThan(0.3);
  });
});

it("an availability of which nothing was observed is unknown and no error", () => {
  const nothing = availability({ ...service("portal", 30, []), planned: null, plannedSeconds: 30 * 86_400 });
  expect(stateOf("availability", nothing)).toMatchObject({
    state: "unknown",
    unknown: { code: "below-minimum", n: 0 },
  });
});
