import fc from "fast-check";
import { clusterSums } from "../../../src/domain/statistics/clustered.ts";
import { chiSquareQuantile, tQuantile } from "../../../src/domain/statistics/distributions.ts";
import { clopperPearsonLower } from "../../../src/domain/statistics/proportions.ts";
import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { poolOutages } from "../../../src/domain/measures/pool-outages.ts";
import type { IndicatorResult } from "../../../src/domain/scoring/verdict-types.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import { countFloors } from "../../../src/domain/measures/yardstick.ts";
import {
  availability,
  clusters,
  flat,
  goodPieces,
  load,
  LONG,
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
function measured(id: string, change: Partial<ScoringContext>): IndicatorResult {
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

  it("counts one outage more than the worked example of five, 2,000 h up and 10 h down", () => {
    const result = measured("availability", only(availability(service("portal", 2010 / 24, fiveOutages))));
    expect(result.measured?.estimate).toBeCloseTo(0.9950248756, 9);
    // χ²(.95, 12)/2 = 10.5130 outages at most, 20 h / 6 each: five of 2 h and one of five times that, over 2,000 h up
    const rate = chiSquareQuantile(0.95, 12) / 2;
    expect(rate).toBeCloseTo(10.51303, 4);
    expect(result.measured?.lower).toBeCloseTo(1 / (1 + (rate * (20 / 6)) / 2000), 9);
    // The bound for exponential repairs alone is 0.98375.
    expect(result.measured?.lower).toBeLessThan(0.9837481649);
    expect(result).toMatchObject({
      n: 2010,
      nUnit: "hours",
      service: "portal",
      restore: { seconds: 36_000, by: "outage" },
    });
  });

  it("without an outage rests on five times the longest drill: 1 / (1 + 2.9957·R/T)", () => {
    const result = measured("availability", only(availability(service("portal", 30, []))));
    expect(result.measured?.lower).toBeCloseTo(1 / (1 + (2.995732274 * 6000) / (30 * 86_400)), 9);
    expect(result.measured?.upper).toBe(1);
    expect(result).toMatchObject({ restore: { seconds: 6000, by: "drill" }, marks: ["restore-shown"] });
  });

  it("takes no promise for evidence: without three drills a failure lasts a day, and a longer promise counts", () => {
    const quiet = only(availability(service("portal", 30, [])));
    const lower = (seconds: number) => 1 / (1 + (2.995732274 * seconds) / (30 * 86_400));
    const unshown = measured("availability", { ...quiet, drills: [60, 60] });
    expect(unshown.measured?.lower).toBeCloseTo(lower(86_400), 9);
    expect(unshown).toMatchObject({ state: "straddles", marks: ["restore-unshown"] });
    const slow = measured("availability", { ...quiet, plan: { ...oneLook, restoreSeconds: 8 * 3600 } });
    expect(slow.measured?.lower).toBeCloseTo(lower(8 * 3600), 9);
    const brisk = measured("availability", { ...quiet, plan: { ...oneLook, restoreSeconds: 60 }, drills: [1, 1, 1] });
    expect(brisk.measured?.lower).toBeCloseTo(lower(3600), 9);
  });

  it("takes the worst of the named services", () => {
    const two = availability(service("portal", 90, [[5, 300]]), service("login", 90, [[5, 30_000]]));
    const plan = { ...oneLook, services: ["portal", "login"] };
    expect(measured("availability", { ...only(two), plan })).toMatchObject({ service: "login" });
    const [reversed] = [{ ...oneLook, services: ["login", "portal"] }];
    expect(measured("availability", { ...only(two), plan: reversed })).toMatchObject({ service: "login" });
  });

  it("falls with one long repair among short ones: the next may be five times as long", () => {
    const short = Array.from({ length: 8 }, (_, i): [number, number] => [i * 100, 10]);
    const lower = (...outages: [number, number][]) =>
      measured("availability", only(availability(service("portal", 90, outages)))).measured?.lower ?? 0;
    expect(lower(...short, [900, 30_000])).toBeLessThan(lower(...short, [900, 300]) - 0.02);
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
  it("bounds failed requests on one trial in three minutes, from above", () => {
    const result = measured("failed-share", only(flat(clusters(300 * 18, 100, 0))));
    // 1 − 0.05^(1/300)
    expect(result.measured?.upper).toBeCloseTo(1 - 0.05 ** (1 / 300), 9);
    expect(result.state).toBe("cleared");
    const short = measured("failed-share", only(flat(clusters(298 * 18, 100, 0))));
    expect(short.state).toBe("straddles");
  });

  it("counts stalls once, not once a request: of 720 slices, 360 fail whole", () => {
    const result = measured("failed-share", only(flat(clusters(720, 100, 100, 360))));
    // 720 slices are 40 times three minutes.
    expect(result.distribution).toEqual({ kind: "beta", a: 20.5, b: 20.5 });
    expect(result.state).toBe("beyond");
  });

  it("takes the longest stretches in which failures hang together", () => {
    const slices = clusters(LONG, 100, 100, 144);
    const [alone, together] = [clusters(480, 3000, 2880, 5), clusters(480, 3000, 300, 48)];
    const upper = (sums: typeof slices) => {
      const blocks = [{ seconds: 300, ...sums }];
      return measured("failed-share", only(load({ steps: null, failed: slices, failedBlocks: blocks }))).measured
        ?.upper;
    };
    // Five stalls of five minutes bound less than 144 of ten seconds.
    expect(upper(alone)).toBeGreaterThan(upper(together) ?? 1);
  });

  it("are judged on the levels that the demand asks for: what a service does beyond is no fault of it", () => {
    // 300 a second, times 1.2: the level at 390 is the first to carry it.
    const steps = [step(10, 200), step(20, 390, 0.99, 0, LONG), step(40, 620, 0.2, 0.5, 600)];
    const result = measured("failed-share", only(load({ steps })));
    expect(result).toMatchObject({ state: "cleared", measured: { estimate: 0 }, n: LONG + 60 });
    expect(result.beyondLevels).toEqual({ judgedTo: 390, tested: 620 });
    const low = [step(10, 200), step(20, 290, 0.99, 0, LONG), step(40, 350, 0.2, 0.5, 600)];
    const whole = clusters(LONG, 100, 1);
    expect(measured("failed-share", only(load({ steps: low, failed: whole }))).measured?.estimate).toBe(0.01);
  });

  it("never counts three minutes as more than one trial, however even the slices are", () => {
    const even = clusterSums(Array.from({ length: 1800 }, (_, i): [number, number] => [1000, 10 + (i % 2)]));
    expect(measured("failed-share", only(flat(even))).distribution).toMatchObject({ kind: "beta", a: 1.55, b: 99.45 });
  });

  it("is unknown under 30 slices whatever the policy says", () => {
    const result = measured("failed-share", only(flat(clusters(29, 100, 0))));
    expect(result.unknown).toEqual({ code: "below-minimum", n: 29, minimum: 30, unit: "slices" });
  });

  it("pools runs, so that ten faultless minutes beside twenty hours do no harm", () => {
    const long = flat(clusters(7200, 100, 0));
    const alone = measured("failed-share", only(long));
    const beside = measured("failed-share", only(long, flat(clusters(60, 100, 0))));
    expect(alone.state).toBe("cleared");
    expect(beside.measured?.upper).toBeLessThan(alone.measured?.upper ?? 0);
  });

  it("lets a run that truly differs decide alone, so that nobody dilutes it", () => {
    const bad = flat(clusters(3600, 100, 5));
    const result = measured("failed-share", only(flat(clusters(36_000, 100, 0)), bad));
    expect(result).toMatchObject({ decidedBy: "p1", marks: ["piece-differs"], measured: { estimate: 0.05 } });
    expect(result.state).not.toBe("cleared");
  });

  it("says how long a load test must be before there is one", () => {
    expect(measured("failed-share", { pieces: [] }).needed).toEqual({ kind: "more", unit: "slices", amount: 5366 });
    expect(measured("within-share", { pieces: [] }).needed).toEqual({ kind: "more", unit: "slices", amount: 1052 });
  });
});

describe("headroom", () => {
  it("lies between the highest level whose shares are shown and the lowest that misses", () => {
    const steps = [step(10, 200), step(20, 390, 0.99, 0, LONG), step(40, 620, 0.5, 0.2, 600)];
    const result = measured("headroom", only(load({ steps })));
    expect(result.measured?.estimate).toBeCloseTo(390 / 300, 9);
    // sd of ±2 % over 14,400 slices, of which one in 18 counts
    const half = (tQuantile(0.95, 799) * 390 * 0.02 * Math.sqrt(LONG / (LONG - 1))) / Math.sqrt(800) / 300;
    expect(result.measured?.lower).toBeCloseTo(1.3 - half, 7);
    expect(result.measured?.upper).toBeGreaterThan(620 / 300);
    expect(result.throughput?.estimate).toBeCloseTo(390, 9);
    expect(result.state).toBe("cleared");
  });

  it("is open on levels too short to show their shares", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 200), step(20, 390), step(40, 620)] })));
    expect(result).toMatchObject({ state: "straddles", measured: { lower: 0 } });
    expect(result.measured?.estimate).toBeCloseTo(620 / 300, 9);
  });

  it("has no upper bound where the highest tested step passes, and then asks for a higher load", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 200), step(20, 300, 0.99, 0, LONG)] })));
    expect(result).toMatchObject({
      marks: ["no-upper-bound"],
      state: "straddles",
      needed: { kind: "higher-load", floor: 1.2 },
    });
    expect([result.measured?.upper, result.failBound]).toEqual([undefined, undefined]);
    expect(result.scored?.upper).toBe(100);
  });

  it("counts errors: a run that fails carries nothing, and less than the load it failed at", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 200, 0, 1), step(20, 400, 0, 1)] })));
    expect(result).toMatchObject({ measured: { estimate: 0, lower: 0 }, state: "beyond" });
    expect(result.measured?.upper).toBeGreaterThan(200 / 300);
    expect(result.measured?.upper).toBeLessThan(1);
    const late = measured("headroom", only(load({ steps: [step(10, 200), step(20, 390, 0.99, 0.02)] })));
    expect(late.measured?.estimate).toBeCloseTo(200 / 300, 9);
  });

  it("is no certain zero where the lowest level misses: less load may still be carried", () => {
    const result = measured("headroom", only(load({ steps: [step(10, 2000, 0, 1)] })));
    expect(result).toMatchObject({ measured: { estimate: 0, lower: 0 }, state: "straddles" });
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

  it("bounds the mean SUS by t over respondents and one more who gives 0", () => {
    const result = measured("sus", only(sus(12, 82.91666667, 13.51906622)));
    // 13 answers: mean 995/13, squares 11·sd² + 12/13·82.9167²; t(.95, 12) = 1.782288
    const mean = 995.00000004 / 13;
    const sd = Math.sqrt((11 * 13.51906622 ** 2 + (12 / 13) * 82.91666667 ** 2) / 12);
    expect(result.measured?.lower).toBeCloseTo(mean - (1.782287556 * sd) / Math.sqrt(13), 6);
    // The t-bound on the twelve alone, 75.908, clears falsely in a sixth where one in eight is very unhappy.
    expect(result.measured?.lower).toBeLessThan(64);
    // Above nothing is added: t(.95, 11) = 1.795885
    expect(result.measured?.upper).toBeCloseTo(82.91666667 + (1.795884819 * 13.51906622) / Math.sqrt(12), 6);
  });

  it("takes sites for the sample where they truly differ", () => {
    const alike = measured("sus", only(sus(30, 80, 10), sus(30, 81, 10), sus(30, 79, 10)));
    const apart = measured("sus", only(sus(30, 80, 10), sus(30, 92, 10), sus(30, 68, 10)));
    expect(alike.distribution).toMatchObject({ df: 89 });
    expect(apart.distribution).toMatchObject({ df: 2 });
    expect([alike.state, apart.state]).toEqual(["cleared", "straddles"]);
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

  it("takes attempts for less than one trial each, and people for more than one", () => {
    // All succeed: 100 / (1 + .3·4) attempts, less what a variance from 20 people leaves open: (t₉₉/t₁₉)².
    const n = (100 / 2.2) * (tQuantile(0.95, 99) / tQuantile(0.95, 19)) ** 2;
    expect(measured("task-success", only(tasks(20, 5))).measured?.lower).toBeCloseTo(0.05 ** (1 / n), 9);
  });

  it("bounds attempts of unlike people on what their variance is worth (Korn and Graubard)", () => {
    const people = [5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1].map((done): [number, number] => [5, done]);
    const sums = clusterSums(people);
    const share = 65 / 80;
    const squares = people.reduce((sum, [trials, done]) => sum + (done - share * trials) ** 2, 0);
    const independent = (share * (1 - share)) / (((16 / 15) * squares) / 80 ** 2);
    const n = independent * (tQuantile(0.95, 79) / tQuantile(0.95, 15)) ** 2;
    const participants = { ...tasks(16, 5), succeeded: sums, attempts: 80, successes: 65 } as Parameters<
      typeof piece
    >[0];
    const lower = measured("task-success", only(participants)).measured?.lower;
    expect(n).toBeGreaterThan(16);
    expect(lower).toBeCloseTo(clopperPearsonLower(share * n, n, 0.95), 9);
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
          measured("failed-share", only(flat(clusters(slices, 50, 0)))).measured!.upper!;
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

  it("what `needed` asks for is enough where the estimate stays, with room for bad luck", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 12, max: 60 }),
        fc.double({ min: 69, max: 75, noNaN: true }),
        fc.double({ min: 5, max: 20, noNaN: true }),
        (n, mean, sd) => {
          const { needed } = measured("sus", only(sus(n, mean, sd)));
          if (needed?.kind !== "more") return;
          expect(needed.chance).toBeGreaterThanOrEqual(0.8);
          expect(measured("sus", only(sus(n + needed.amount, mean, sd))).state).toBe("cleared");
        },
      ),
      { numRuns: 100 },
    );
  });
});
