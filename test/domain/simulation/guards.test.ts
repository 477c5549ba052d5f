import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { simulateGuard } from "../../../src/domain/simulation/guards.ts";
import type { GuardDesign, Share } from "../../../src/domain/simulation/guards.ts";

/** Few waves, so that this stays quick; `npm run bench -- --only gate` has the many. */
const WAVES = 100;
const design = (over: Pick<GuardDesign, "daily" | "limit" | "minimumSample"> & Partial<GuardDesign>): GuardDesign => ({
  policy: plainPolicy,
  days: 90,
  ...over,
});
const tasks = (truth: number) =>
  design({
    daily: { shape: "task-success", truth, people: 4, attempts: 5, intraclass: 0.3 },
    limit: 0.75,
    minimumSample: 12,
  });
const stars = (truth: number) =>
  design({ daily: { shape: "satisfaction", truth, people: 10, intraclass: 0.5 }, limit: 60, minimumSample: 30 });
const load = (truth: number) =>
  design({
    daily: { shape: "failed-share", truth, slices: 2880, stallSeconds: 60 },
    limit: 0.02,
    minimumSample: 30,
    days: 30,
  });
const uptime = (truth: number, repairVariation: number) =>
  design({
    daily: { shape: "availability", truth, repairHours: 0.4, repairVariation },
    limit: 0.99,
    minimumSample: 24,
    drills: 3,
  });

/** 5 % and three of its standard errors over so many waves. */
const atMostFive = ({ share }: Share, waves = WAVES): boolean => share <= 0.05 + 3 * Math.sqrt((0.05 * 0.95) / waves);

describe("a guard looked at on each day of a wave", () => {
  it.each([
    ["task success", tasks(0.75)],
    ["satisfaction", stars(60)],
  ])("says nothing false of %s at its limit in more than 5 % of the waves, on either side", (_, at) => {
    const { everWithin, everBreached } = simulateGuard(at, 1, WAVES);
    expect([atMostFive(everWithin), atMostFive(everBreached)]).toEqual([true, true]);
    // Every look at the policy's own confidence says something false in a quarter of the waves.
    const careless = simulateGuard({ ...at, confidenceAt: () => plainPolicy.confidence }, 1, WAVES);
    expect([atMostFive(careless.everWithin), atMostFive(careless.everBreached)]).toEqual([false, false]);
  });

  it("nor of failed requests in stalls, nor of an availability however uneven its repairs", () => {
    const failed = simulateGuard(load(0.02), 1, 10);
    expect([failed.everWithin.share, failed.everBreached.share]).toEqual([0, 0]);
    const down = simulateGuard(uptime(0.99, 4), 1, WAVES);
    expect([atMostFive(down.everWithin), atMostFive(down.everBreached)]).toEqual([true, true]);
  });

  it("is soon within, and never held, where the technology is five times better", () => {
    const found = [
      simulateGuard(tasks(0.95), 2, 50),
      simulateGuard(stars(92), 2, 50),
      simulateGuard(load(0.004), 2, 10),
    ];
    expect(found.map(({ everBreached }) => everBreached.share)).toEqual([0, 0, 0]);
    expect(found.map(({ withinAtLast }) => withinAtLast.share >= 0.9)).toEqual([true, true, true]);
    expect(found.map(({ daysToWithin }) => (daysToWithin.eightOfTen ?? Infinity) <= 10)).toEqual([true, true, true]);
  });

  it("holds what is five times worse", () => {
    expect(simulateGuard(uptime(0.95, 1), 3, 20).everBreached.share).toBe(1);
    expect(simulateGuard(load(0.1), 3, 5).everBreached.share).toBe(1);
  });

  it("is simulated the same from the same seed, with its Monte Carlo error", () => {
    const [one, again, other] = [1, 1, 2].map((seed) => simulateGuard(uptime(0.998, 1), seed, 20));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
    const { share, error } = one?.everWithin ?? { share: NaN, error: NaN };
    expect(error).toBeCloseTo(Math.sqrt((share * (1 - share)) / 20), 12);
  });
});
