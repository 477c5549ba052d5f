import fc from "fast-check";
import { clusterSums } from "../../../src/domain/statistics/clustered.ts";
import { tQuantile } from "../../../src/domain/statistics/distributions.ts";
import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { MeasureContext } from "../../../src/domain/scoring/found.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { poolOutages } from "../../../src/domain/scoring/pool-outages.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import { countFloors } from "../../../src/domain/scoring/yardstick.ts";
import {
  availability,
  clusters,
  goodPieces,
  load,
  piece,
  pilot,
  scores,
  service,
  step,
  sus,
  tasks,
  volume,
} from "./pilot.ts";

/** One look, so that c′ is 0.95 and published one-sided bounds can be compared. */
function measured(id: string, change: Partial<MeasureContext>): IndicatorResult {
  const context = pilot({ ...change, plan: { ...pilot().plan, looks: ["2026-10-15"], ...change.plan } });
  const found = measureIndicators(context).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const only = (...statistics: Parameters<typeof piece>[0][]) => ({
  pieces: statistics.map((one, i) => piece(one, { digest: `p${i}` })),
});
const oneLook = { ...pilot().plan, looks: ["2026-10-15"] };

describe("a piece that was withheld on a legal ground", () => {
  const withheld = piece({ kind: "withheld" }, { digest: "gone", kind: "sus" });

  it("leaves its indicator unknown, alone and beside a good one: it may have been the bad one", () => {
    const good = piece(sus(60, 82, 9), { digest: "good" });
    for (const pieces of [[withheld], [withheld, good], [good, withheld]]) {
      expect(measured("sus", { pieces })).toMatchObject({ state: "unknown", unknown: { code: "withheld" } });
    }
  });

  it("says nothing of other kinds, and nothing any more once it has expired", () => {
    const good = piece(sus(60, 82, 9), { digest: "good" });
    const of = (kind: "load" | "sus", expiresOn = "2027-03-01") => ({ ...withheld, kind, expiresOn });
    expect(measured("sus", { pieces: [good, of("load")] }).state).toBe("cleared");
    expect(measured("sus", { pieces: [good, of("sus", "2026-01-01")] }).state).toBe("cleared");
  });
});

describe("availability", () => {
  const fiveOutages = [10, 400, 800, 1200, 1600].map((hour) => [hour, 7200] as [number, number]);

  it("agrees with the worked example of five outages, 2,000 h up and 10 h down", () => {
    const result = measured("availability", only(availability(service("portal", 2010 / 24, fiveOutages))));
    expect(result.measured?.estimate).toBeCloseTo(0.9950248756, 9);
    expect(result.measured?.lower).toBeCloseTo(0.9837481649, 7);
    expect(result).toMatchObject({ n: 2010, nUnit: "hours", service: "portal", state: "straddles" });
  });

  it("without an outage rests on the promised restore time: 1 / (1 + 2.9957·R/T)", () => {
    const result = measured("availability", only(availability(service("portal", 30, []))));
    expect(result.measured?.lower).toBeCloseTo(1 / (1 + (2.995732274 * 3600) / (30 * 86_400)), 9);
    expect(result.measured?.upper).toBe(1);
    const slow = { ...oneLook, restoreSeconds: 8 * 3600 };
    const straddling = measured("availability", { ...only(availability(service("portal", 30, []))), plan: slow });
    // 8 h · 2.9957 · 0.99/0.01 = 2,372.6 h are needed; 720 were observed.
    expect(straddling.needed).toEqual({ kind: "more", unit: "hours", amount: 1653, atEstimate: 1 });
  });

  it("takes the worst of the named services", () => {
    const two = availability(service("portal", 90, [[5, 300]]), service("login", 90, [[5, 30_000]]));
    const plan = { ...oneLook, services: ["portal", "login"] };
    expect(measured("availability", { ...only(two), plan })).toMatchObject({ service: "login" });
    const [reversed] = [{ ...oneLook, services: ["login", "portal"] }];
    expect(measured("availability", { ...only(two), plan: reversed })).toMatchObject({ service: "login" });
  });

  it("marks the bound optimistic where repairs vary too much, and then clears nothing", () => {
    const erratic = [
      ...Array.from({ length: 8 }, (_, i): [number, number] => [i * 100, 10]),
      [900, 3000] as [number, number],
    ];
    const result = measured("availability", only(availability(service("portal", 90, erratic))));
    expect(result.measured?.lower).toBeGreaterThan(0.99);
    expect(result).toMatchObject({
      marks: ["bound-optimistic"],
      state: "straddles",
      needed: { kind: "other-evidence" },
    });
  });

  it("pools pieces by the second: once observed counts once, and down in one piece is down", () => {
    const first = service("portal", 10, [[24, 3600]]);
    const second = service("portal", 10, [
      [24.5, 3600],
      [100, 600],
    ]);
    const pooled = poolOutages([first, second]);
    expect(pooled).toEqual({ outages: 2, downSeconds: 6000, upSeconds: 10 * 86_400 - 6000, repairs: [5400, 600] });
    expect(poolOutages([second, first])).toEqual(pooled);
    expect(poolOutages([first, first])).toEqual(poolOutages([first]));
  });

  it("leaves planned and unknown time out, also where an outage overlaps it", () => {
    const base = service("portal", 10, [[24, 7200]]);
    const window = { from: "2026-07-02T01:00:00.000Z", to: "2026-07-02T03:00:00.000Z", seconds: 7200 };
    const pooled = poolOutages([{ ...base, planned: [window], plannedSeconds: 7200 }]);
    expect(pooled).toMatchObject({ outages: 1, downSeconds: 3600, upSeconds: 10 * 86_400 - 7200 - 3600 });
    const unlocated = poolOutages([{ ...base, planned: null, plannedSeconds: 7200 }]);
    expect(unlocated.upSeconds).toBe(10 * 86_400 - 7200 - 7200);
  });
});

describe("shares of a load run", () => {
  it("bounds failed requests on the effective sample, from above", () => {
    const result = measured("failed-share", only(load({ failed: clusters(300, 100, 0) })));
    // 1 − 0.05^(1/300)
    expect(result.measured?.upper).toBeCloseTo(1 - 0.05 ** (1 / 300), 9);
    expect(result.state).toBe("cleared");
    const short = measured("failed-share", only(load({ failed: clusters(298, 100, 0) })));
    expect(short).toMatchObject({
      state: "straddles",
      needed: { kind: "more", unit: "slices", amount: 1, atEstimate: 0 },
    });
  });

  it("counts stalls once a slice, not once a request: 20 of 40 slices failing whole are 39 trials, not 4,000", () => {
    const result = measured("failed-share", only(load({ failed: clusters(40, 100, 100, 20) })));
    expect(result.distribution).toEqual({ kind: "beta", a: 20, b: 20 });
    expect(result.state).toBe("beyond");
  });

  it("never counts a slice as more than one trial, however even the slices are", () => {
    const even = clusterSums(Array.from({ length: 100 }, (_, i): [number, number] => [1000, 10 + (i % 2)]));
    expect(measured("failed-share", only(load({ failed: even }))).distribution).toMatchObject({
      kind: "beta",
      a: 1.55,
      b: 99.45,
    });
  });

  it("is unknown under 30 slices whatever the policy says", () => {
    const result = measured("failed-share", only(load({ failed: clusters(29, 100, 0) })));
    expect(result.unknown).toEqual({ code: "below-minimum", n: 29, minimum: 30, unit: "slices" });
    // 299 clean slices would clear 1 % at 0.95.
    expect(result.needed).toEqual({ kind: "more", unit: "slices", amount: 270, atEstimate: 0 });
  });

  it("says how long a load test must be before there is one", () => {
    expect(measured("failed-share", { pieces: [] }).needed).toEqual({ kind: "more", unit: "slices", amount: 299 });
    expect(measured("within-share", { pieces: [] }).needed).toEqual({ kind: "more", unit: "slices", amount: 59 });
  });
});

describe("headroom", () => {
  it("is the throughput of the highest passing step over the demand, with t-bounds over its slices", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 200), step(20, 390), step(40, 620, 0.9)] })));
    expect(result.measured?.estimate).toBeCloseTo(390 / 300, 9);
    // sd of ±2 % over 60 slices is 390·0.02·√(60/59); t(0.95, 59) = 1.671093
    const half = (1.671093032 * 390 * 0.02 * Math.sqrt(60 / 59)) / Math.sqrt(60) / 300;
    expect(result.measured?.lower).toBeCloseTo(1.3 - half, 7);
    expect(result.measured?.upper).toBeCloseTo(1.3 + half, 7);
    expect(result.throughput?.estimate).toBeCloseTo(390, 9);
  });

  it("has no upper bound where the highest tested step passes, and then asks for a higher load", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 200), step(20, 300)] })));
    expect(result).toMatchObject({
      marks: ["no-upper-bound"],
      state: "straddles",
      needed: { kind: "higher-load", floor: 1.2 },
    });
    expect([result.measured?.upper, result.failBound]).toEqual([undefined, undefined]);
    expect(result.scored?.upper).toBe(100);
  });

  it("counts errors: a run that fails is fast and carries nothing", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 2000, 0, 1), step(20, 4000, 0, 1)] })));
    expect(result).toMatchObject({ measured: { estimate: 0, lower: 0, upper: 0 }, state: "beyond" });
    const late = measured("headroom", only(load({ steps: [step(10, 200), step(20, 390, 0.99, 0.02)] })));
    expect(late.measured?.estimate).toBeCloseTo(200 / 300, 9);
  });

  it("does not look past a missed step, in whatever order the steps come", () => {
    const steps = [step(40, 620), step(20, 390, 0.5), step(10, 200)];
    expect(measured("headroom", only(load({ steps }))).throughput?.estimate).toBeCloseTo(200, 9);
  });

  it("is unknown on a single rate", () => {
    const one = { ...step(10, 400), rate: { n: 1, mean: 400 } };
    expect(measured("headroom", only(load({ steps: [one] }))).unknown).toEqual({ code: "single-rate" });
  });
});

describe("volume, people and rubrics", () => {
  it("takes failed records off the processed volume", () => {
    const result = measured("volume", only(volume([12_000, 12_000, 12_000, 12_000, 12_000], 0.1)));
    expect(result.measured?.estimate).toBeCloseTo(1.08, 9);
    expect(result.marks).toEqual(["no-variation"]);
  });

  it("bounds the mean SUS by t over respondents", () => {
    const result = measured("sus", only(sus(12, 82.91666667, 13.51906622)));
    expect(result.measured?.lower).toBeCloseTo(75.90801378, 6);
  });

  it("counts the floors of the groups that a policy names among m, in the bound and in the verdict", () => {
    const grouped = (groups: readonly string[]) => {
      const criteria = earlyPolicy.criteria.map((criterion) => ({
        ...criterion,
        indicators: criterion.indicators.map((one) => (one.measure === "sus" ? { ...one, groups } : one)),
      }));
      const context = pilot({ policy: { ...earlyPolicy, criteria } });
      const results = measureIndicators(context);
      const look = { confidence: context.policy.confidence, looks: context.plan.looks.length };
      const one = results.find(({ id }) => id === "sus");
      return {
        m: countFloors(context),
        floors: verdict(results, context.policy, look).floors,
        failBound: one?.failBound,
      };
    };
    const [none, two] = [grouped([]), grouped(["older", "staff"])];
    expect(two.m).toBe(none.m + 2);
    expect(two.floors).toBe(two.m);
    expect(two.failBound).toBeGreaterThan(none.failBound ?? 100);
  });

  it("fails a floor by the better bound at (1−c′)/m, m being all floors", () => {
    const result = measured("sus", only(sus(25, 65, 6)));
    const floors = 14;
    expect(result.failBound).toBeCloseTo(65 + (tQuantile(1 - 0.05 / floors, 24) * 6) / 5, 9);
    expect(result.state).toBe("straddles");
    expect(result.measured?.upper).toBeLessThan(68);
  });

  it("takes participants, not attempts, as the sample", () => {
    expect(measured("task-success", only(tasks(20, 5))).measured?.lower).toBeCloseTo(0.05 ** (1 / 20), 9);
  });

  it("reads the lowest score to clear, the highest to fail, and never counts “cannot be judged”", () => {
    const rubric = (...given: (number | null)[]) =>
      measured("learning", { rubricScores: [scores("learning", ...given)] });
    expect(rubric(2, 4, 5)).toMatchObject({ state: "cleared", measured: { estimate: 4, lower: 2, upper: 5 }, n: 3 });
    expect(rubric(1, 4, 5)).toMatchObject({ state: "straddles", needed: { kind: "moderation" } });
    expect(rubric(4, null).unknown).toEqual({ code: "below-minimum", n: 1, minimum: 2, unit: "scores" });
    expect(rubric(null, null).unknown).toEqual({ code: "not-scored" });
    expect(rubric(3, 3).distribution).toEqual({ kind: "constant", value: 3 });
  });
});

describe("laws", () => {
  it("an indicator's bounds hold its estimate, and a gate reads the worse end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 300 }),
        fc.double({ min: 30, max: 95, noNaN: true }),
        fc.double({ min: 0.5, max: 25, noNaN: true }),
        (n, mean, sd) => {
          const { measured: found, scored } = measured("sus", only(sus(n, mean, sd)));
          expect(found?.lower).toBeLessThanOrEqual(found!.estimate);
          expect(found?.upper).toBeGreaterThanOrEqual(found!.estimate);
          expect(scored!.lower).toBeLessThanOrEqual(scored!.estimate);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("more of the same passing evidence never lowers the bound of a pass", () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 2000 }), fc.integer({ min: 1, max: 500 }), (k, more) => {
        const bound = (slices: number) =>
          measured("failed-share", only(load({ failed: clusters(slices, 50, 0) }))).measured!.upper!;
        expect(bound(k + more)).toBeLessThanOrEqual(bound(k));
      }),
      { numRuns: 50 },
    );
  });

  it("the order of the pieces does not matter", () => {
    const pieces = [
      ...Object.values(goodPieces),
      piece(sus(20, 70, 5), { digest: "s2" }),
      piece(load({ steps: [step(5, 100)] }), { digest: "l2" }),
    ];
    const expected = measureIndicators(pilot({ pieces }));
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), (shuffled) => {
        expect(measureIndicators(pilot({ pieces: shuffled }))).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it("what `needed` asks for is enough, and one less is not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 60 }),
        fc.double({ min: 69, max: 75, noNaN: true }),
        fc.double({ min: 5, max: 20, noNaN: true }),
        (n, mean, sd) => {
          const { needed } = measured("sus", only(sus(n, mean, sd)));
          if (needed?.kind !== "more") return;
          expect(measured("sus", only(sus(n + needed.amount, mean, sd))).state).toBe("cleared");
          expect(measured("sus", only(sus(n + needed.amount - 1, mean, sd))).state).toBe("straddles");
        },
      ),
      { numRuns: 100 },
    );
  });
});
