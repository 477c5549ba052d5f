import { describe, expect, it } from "vitest";
import type { ScoringPiece } from "../../../src/domain/measures/context.ts";
import type { ScoringContext } from "../../../src/domain/scoring/context.ts";
import { measureIndicators } from "../../../src/domain/scoring/measure-indicators.ts";
import { verdict } from "../../../src/domain/scoring/verdict.ts";
import type { IndicatorResult, Verdict } from "../../../src/domain/scoring/verdict-types.ts";
import { countFloors } from "../../../src/domain/measures/yardstick.ts";
import {
  availability,
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

const twoLooks = { confidence: 0.95, looks: 2 };

function verdictOf(context: ScoringContext): Verdict {
  return verdict(measureIndicators(context), context.policy, {
    confidence: context.policy.confidence,
    looks: context.plan.looks.length,
  });
}

function withPieces(changed: Partial<Record<keyof typeof goodPieces, ScoringPiece | null>>): ScoringContext {
  const pieces = Object.values({ ...goodPieces, ...changed }).filter((one) => one !== null);
  return pilot({ pieces });
}

function indicator(result: Verdict, id: string): IndicatorResult {
  const found = result.indicators.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const codes = (result: Verdict): string[] => result.reasons.map(({ code }) => code);

describe("a pilot that clears everything", () => {
  const good = verdictOf(pilot());

  it("passes, with every criterion cleared and nothing needed", () => {
    expect(good.outcome).toBe("pass");
    expect(good.reasons).toEqual([]);
    expect(good.criteria.map(({ state }) => state)).toEqual(["cleared", "cleared", "cleared"]);
    expect(good.coverage).toEqual({ measured: 11, applicable: 11 });
    expect(good.needed).toBeUndefined();
  });

  it("shares c among the looks: c′ = 1 − 0.05/2", () => {
    expect(good.lookConfidence).toBeCloseTo(0.975, 12);
    expect(verdict(good.indicators, pilot().policy, { confidence: 0.95, looks: 1 }).lookConfidence).toBe(0.95);
  });

  it("counts every floor of indicators and criteria", () => {
    expect(good.floors).toBe(14);
    expect(countFloors(pilot())).toBe(14);
  });

  it("is plain JSON: writing and reading it loses nothing", () => {
    expect(JSON.parse(JSON.stringify(good))).toEqual(good);
    expect(JSON.stringify(good)).not.toMatch(/NaN|Infinity/);
  });

  it("is the same each time, and other evidence draws other numbers", () => {
    expect(verdictOf(pilot())).toEqual(good);
    const other = verdictOf(withPieces({ sus: { ...goodPieces.sus, digest: "another" } }));
    expect(other.score.mean).not.toBe(good.score.mean);
    expect(Math.abs(other.score.mean - good.score.mean)).toBeLessThan(0.1);
  });

  it("says how old the evidence is and when it lapses", () => {
    expect(good.freshness).toEqual({ oldest: "2026-09-30T00:00:00.000Z", expires: "2027-03-01" });
  });
});

describe("fail is looked at first", () => {
  it("fails on one indicator beyond its floor, whatever the score", () => {
    const bad = verdictOf(withPieces({ sus: piece(sus(200, 55, 10)) }));
    expect(indicator(bad, "sus").state).toBe("beyond");
    expect(bad.reachesPassMark.lower.independent).toBeGreaterThan(0.99);
    expect(bad.outcome).toBe("fail");
    expect(bad.reasons).toEqual([
      { code: "indicator-beyond-floor", indicator: "sus", bound: indicator(bad, "sus").failBound, floor: 68 },
    ]);
  });

  it("fails on an indicator beyond its floor even where another is unknown", () => {
    const bad = verdictOf(withPieces({ sus: piece(sus(200, 55, 10)), load: null }));
    expect(bad.outcome).toBe("fail");
  });

  it("fails where even the best reading of the evidence leaves the score under the mark", () => {
    const context = pilot();
    const policy = { ...context.policy, passMark: 99 };
    const bad = verdict(measureIndicators(context), policy, twoLooks);
    expect(codes(bad)).toEqual(["score-too-low"]);
    expect(bad.outcome).toBe("fail");
  });

  it("fails on a criterion that cannot reach its floor", () => {
    const context = pilot();
    const criteria = context.policy.criteria.map((one) => (one.key === "usability" ? { ...one, floor: 99 } : one));
    const bad = verdict(measureIndicators(context), { ...context.policy, criteria }, twoLooks);
    expect(codes(bad)).toEqual(["criterion-beyond-floor"]);
    expect(bad.criteria.find(({ id }) => id === "usability")?.state).toBe("beyond");
  });

  it("reads the rubric's highest score: two of three under the floor is no fail, all three is", () => {
    const split = pilot().rubricScores.map((one) => (one.item === "learning" ? scores("learning", 1, 1, 3) : one));
    expect(indicator(verdictOf(pilot({ rubricScores: split })), "learning").state).toBe("straddles");
    const low = pilot().rubricScores.map((one) => (one.item === "learning" ? scores("learning", 1, 1, 1) : one));
    expect(indicator(verdictOf(pilot({ rubricScores: low })), "learning").state).toBe("beyond");
  });
});

describe("not enough evidence", () => {
  it("is the verdict where nothing is attached, and every indicator is unknown, not zero", () => {
    const empty = verdictOf(pilot({ pieces: [], rubricScores: [] }));
    expect(empty.outcome).toBe("not-enough-evidence");
    expect(empty.coverage).toEqual({ measured: 0, applicable: 11 });
    expect(empty.indicators.every(({ state, measured }) => state === "unknown" && measured === undefined)).toBe(true);
    expect(empty.reachesPassMark).toEqual({
      lower: { independent: 0, correlated: 0 },
      upper: { independent: 1, correlated: 1 },
    });
  });

  it.each(["load", "availability", "sus", "tasks", "volume"] as const)("bars a pass without %s evidence", (kind) => {
    const result = verdictOf(withPieces({ [kind]: null }));
    expect(result.outcome).toBe("not-enough-evidence");
    expect(codes(result)).toContain("indicator-unknown");
  });

  it("bars a pass while a bound straddles its floor, and says how many more answers would do", () => {
    const result = verdictOf(withPieces({ sus: piece(sus(23, 71.5, 12)) }));
    const { state, needed, measured } = indicator(result, "sus");
    expect([result.outcome, state]).toEqual(["not-enough-evidence", "straddles"]);
    expect(measured?.lower).toBeLessThan(68);
    if (needed?.kind !== "more") throw new Error("more was expected");
    expect(needed).toMatchObject({ kind: "more", unit: "respondents", atEstimate: 71.5 });
    expect(needed.chance).toBeGreaterThanOrEqual(0.8);
    const enough = indicator(verdictOf(withPieces({ sus: piece(sus(23 + needed.amount, 71.5, 12)) })), "sus");
    expect(enough.state).toBe("cleared");
  });

  it("does not ask for more where the estimate itself is under the floor", () => {
    const result = verdictOf(withPieces({ sus: piece(sus(14, 66, 12)) }));
    expect(indicator(result, "sus").needed).toMatchObject({ kind: "better", atEstimate: 66, floor: 68 });
  });

  it("says how much more evidence an open score needs", () => {
    const context = pilot();
    const { p50 } = verdictOf(context).score;
    const open = verdict(measureIndicators(context), { ...context.policy, passMark: p50 - 0.3 }, twoLooks);
    expect(codes(open)).toEqual(["score-uncertain"]);
    expect(open.needed).toMatchObject({ kind: "times-evidence" });
    const above = verdict(measureIndicators(context), { ...context.policy, passMark: p50 + 0.3 }, twoLooks);
    expect(above.needed).toMatchObject({ kind: "better-score" });
  });
});

describe("missing data is never a pass", () => {
  it("expired evidence is unknown", () => {
    const result = verdictOf(pilot({ today: "2027-03-02" }));
    expect(indicator(result, "sus").unknown).toEqual({ code: "expired", expiredAt: "2027-03-01" });
    expect(indicator(verdictOf(pilot({ today: "2027-03-01" })), "sus").state).toBe("cleared");
  });

  it("over 1 % rejected rows is unknown, exactly 1 % is not", () => {
    const spoiled = withPieces({ sus: { ...goodPieces.sus, rows: 200, rejectedRows: 3 } });
    expect(indicator(verdictOf(spoiled), "sus").unknown).toEqual({ code: "rejected-rows", rejected: 3, rows: 200 });
    const bearable = withPieces({ sus: { ...goodPieces.sus, rows: 200, rejectedRows: 2 } });
    expect(indicator(verdictOf(bearable), "sus").state).toBe("cleared");
  });

  it("under the minimum sample is unknown, and the plan may only raise it", () => {
    const few = indicator(verdictOf(withPieces({ sus: piece(sus(11, 90, 5)) })), "sus");
    expect(few.unknown).toEqual({ code: "below-minimum", n: 11, minimum: 12, unit: "respondents" });
    const plan = {
      ...pilot().plan,
      indicators: {
        sus: { applicable: true, reason: null, floor: null, minimumSample: 61, margin: null, anytime: false },
      },
    };
    expect(indicator(verdictOf(pilot({ plan })), "sus").state).toBe("unknown");
    const lower = {
      ...pilot().plan,
      indicators: {
        sus: { applicable: true, reason: null, floor: 60, minimumSample: 3, margin: null, anytime: false },
      },
    };
    expect(indicator(verdictOf(pilot({ plan: lower })), "sus")).toMatchObject({ floor: 68, minimum: 12 });
  });

  it("an indicator that does not apply leaves its weight to the others of its criterion", () => {
    const plan = {
      ...pilot().plan,
      indicators: {
        volume: { applicable: false, reason: null, floor: null, minimumSample: null, margin: null, anytime: false },
      },
    };
    const result = verdictOf(
      pilot({ plan, pieces: Object.values(goodPieces).filter(({ kind }) => kind !== "volume") }),
    );
    expect(result.outcome).toBe("pass");
    expect(indicator(result, "volume").state).toBe("not-applicable");
    expect([result.floors, result.coverage.applicable]).toEqual([13, 10]);
    // 0.35, 0.30 and 0.15 of 0.80 instead of 0.2 of nothing.
    expect(result.criteria.find(({ id }) => id === "capacity")?.score.mean).toBeGreaterThan(79);
  });

  it("a group must clear the floor by itself, and a small group is not enough evidence", () => {
    const base = pilot();
    const criteria = base.policy.criteria.map((criterion) => ({
      ...criterion,
      indicators: criterion.indicators.map((one) => (one.key === "sus" ? { ...one, groups: ["older", "staff"] } : one)),
    }));
    const groups = [
      { group: "older", n: 6 },
      { group: "staff", n: 54, mean: 84, sd: 8 },
    ];
    const context = { ...withPieces({ sus: piece(sus(60, 82, 9, groups)) }), policy: { ...base.policy, criteria } };
    const result = verdictOf(context);
    expect(indicator(result, "sus@older").unknown).toEqual({
      code: "below-minimum",
      n: 6,
      minimum: 10,
      unit: "respondents",
    });
    expect(indicator(result, "sus@staff")).toMatchObject({ state: "cleared", weight: 0 });
    expect([result.outcome, result.floors]).toEqual(["not-enough-evidence", 16]);
    expect(codes(result)).toEqual(["indicator-unknown"]);
  });

  it("needs a stated demand, a named service and the plan's latency level", () => {
    const without = (change: Partial<ScoringContext>, id: string) =>
      indicator(verdictOf(pilot(change)), id).unknown?.code;
    const demand = { users: null, requestsPerSecond: null, recordsPerHour: null };
    expect(without({ demand }, "headroom")).toBe("no-demand");
    expect(without({ demand }, "volume")).toBe("no-demand");
    // A promise is no evidence, so none is missed; without drills a failure is taken to last a day.
    const unshown = verdictOf(pilot({ plan: { ...pilot().plan, restoreSeconds: null }, drills: [] }));
    expect(indicator(unshown, "availability")).toMatchObject({ restore: { seconds: 86_400, by: "unshown" } });
    expect(without({ plan: { ...pilot().plan, services: [] } }, "availability")).toBe("no-service-named");
    expect(without({ plan: { ...pilot().plan, services: ["portal", "login"] } }, "availability")).toBe(
      "service-missing",
    );
    expect(without({ plan: { ...pilot().plan, latencyMs: 500 } }, "within-share")).toBe("other-latency-level");
  });

  it("tools that report totals only leave the shares and the availability unknown", () => {
    const bare = load({ failed: null, within: null, steps: null });
    const result = verdictOf(withPieces({ load: piece(bare) }));
    expect(indicator(result, "failed-share").unknown?.code).toBe("totals-only");
    expect(indicator(result, "within-share").unknown?.code).toBe("totals-only");
    expect(indicator(result, "headroom").unknown?.code).toBe("no-steps");
    const totals = { ...service("portal", 90, []), outages: null };
    expect(
      indicator(verdictOf(withPieces({ availability: piece(availability(totals)) })), "availability").unknown?.code,
    ).toBe("totals-only");
  });
});

describe("several pieces", () => {
  it("of which one is truly worse: it decides alone, so nobody picks the cherry", () => {
    const level = step(20, 390, 0.7, 0, LONG);
    const slow = piece(load({ steps: [level], within: level.within }), { digest: "load-2" });
    const result = verdictOf(pilot({ pieces: [...Object.values(goodPieces), slow] }));
    expect(indicator(result, "within-share")).toMatchObject({
      ...{ decidedBy: "load-2", evidence: ["load-1", "load-2"], state: "beyond", marks: ["piece-differs"] },
    });
    const poor = piece(volume([9_000, 9_100, 9_050, 8_900, 9_000]), { digest: "volume-2" });
    expect(indicator(verdictOf(pilot({ pieces: [...Object.values(goodPieces), poor] })), "volume")).toMatchObject({
      decidedBy: "volume-2",
      state: "beyond",
    });
  });

  it("pool at each level of load", () => {
    const slow = piece(load({ steps: [step(10, 200), step(20, 380, 0.99, 0, LONG)] }), { digest: "load-2" });
    const result = indicator(verdictOf(pilot({ pieces: [...Object.values(goodPieces), slow] })), "headroom");
    expect(result).toMatchObject({ evidence: ["load-1", "load-2"], state: "cleared" });
    expect(result.throughput?.lower).toBeGreaterThan(384);
    expect(result.throughput?.lower).toBeLessThan(385);
  });

  it("one that gives totals only is left out, unless it contradicts the floor", () => {
    const bare = { failed: null, within: null, steps: null };
    const harmless = piece(load({ ...bare, failures: 0 }), { digest: "load-2" });
    const beside = indicator(verdictOf(pilot({ pieces: [...Object.values(goodPieces), harmless] })), "failed-share");
    expect(beside).toMatchObject({ state: "cleared", marks: ["small-pieces-left-out"] });
    const harmful = piece(load({ ...bare, failures: 360_000 }), { digest: "load-2" });
    const against = indicator(verdictOf(pilot({ pieces: [...Object.values(goodPieces), harmful] })), "failed-share");
    expect(against.unknown).toEqual({ code: "small-piece-beyond-floor", estimate: 1 });
  });

  it("SUS and tasks pool", () => {
    const more = [piece(sus(40, 70, 9), { digest: "sus-2" }), piece(tasks(40, 4), { digest: "tasks-2" })];
    const result = verdictOf(pilot({ pieces: [...Object.values(goodPieces), ...more] }));
    expect(indicator(result, "sus").n).toBe(100);
    expect(indicator(result, "sus").measured?.estimate).toBeCloseTo((60 * 82 + 40 * 70) / 100, 9);
    expect(indicator(result, "task-success").measured?.estimate).toBeCloseTo((300 + 160) / 500, 9);
  });
});
