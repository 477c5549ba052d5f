import type { EvidenceKind } from "../../../src/domain/evidence/kinds.ts";
import { describe, expect, it } from "vitest";
import type { Clustered, Statistics } from "../../../src/domain/evidence/statistics.ts";
import { tMargin, withOneMore } from "../../../src/domain/statistics/means.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Happened } from "../../support/technology.ts";
import { audit, checklist, chosen, fairnessBy, outcomes, satisfaction, scale } from "../scoring/optional.ts";
import type { Cells } from "../scoring/optional.ts";
import { aPlan, aRecord, by, day, given, happened, someEvidence, stateAfter, text } from "../../support/technology.ts";
import {
  approved,
  attachSurvey,
  drilled,
  firstWave,
  opened,
  rolloutPlan,
  survey,
  system,
  followed,
} from "./rollout-stories.ts";

const guardEvents = (
  story: readonly Happened[],
  command: Parameters<ReturnType<typeof given>["when"]>[0],
  n: number,
) => {
  const { decision } = given(...story).when(command, by("pia", n));
  if (decision.kind === "rejected") throw new Error(JSON.stringify(decision.reasons));
  return decision.events.slice(1);
};

describe("a guard", () => {
  it("is within when the lower bound clears the limit", () => {
    expect(guardEvents([...firstWave()], attachSurvey("w", 30, 78), 47)).toMatchObject([
      {
        type: "GuardAssessed",
        payload: { wave: 1, indicator: "sus", state: "within", estimate: 78, limit: 60, evidence: ["e2"] },
      },
    ]);
  });

  it("holds the rollout by itself when even the upper bound is under the limit", () => {
    const events = guardEvents([...firstWave()], attachSurvey("w", 30, 50), 47);
    expect(events).toMatchObject([
      { type: "GuardAssessed", payload: { state: "breached" } },
      { type: "RolloutHeld", payload: { cause: { kind: "guard", indicator: "sus", wave: 1 }, text: null } },
    ]);
  });

  it.each([
    ["straddles the limit", 30, 60.5],
    ["has under its minimum of answers, however bad", 4, 20],
  ])("has too few data when it %s", (_, n, mean) => {
    expect(guardEvents([...firstWave()], attachSurvey("w", n, mean), 47)).toMatchObject([
      { type: "GuardAssessed", payload: { state: "too-few" } },
    ]);
  });

  describe("pays for its looks", () => {
    const lookOf = (story: readonly Happened[], word: string, n: number) => {
      const [event] = guardEvents(story, attachSurvey(word, 30, 63.2), n);
      return event?.type === "GuardAssessed" ? event.payload : undefined;
    };

    it("with a bound that is surer than the policy's own, and no less sure for the other floors of the policy", () => {
      const first = lookOf(firstWave(), "w", 47);
      // 1 − .05/(1.5·1·2)
      expect(first).toMatchObject({ state: "too-few", look: { number: 1, confidence: 0.983333333333 } });
      const summary = { n: 30, mean: 63.2, sd: 8 };
      expect(first?.upper).toBeCloseTo(63.2 + tMargin(summary, 1 - 0.05 / 3), 8);
      const oneMore = withOneMore(summary, 0);
      expect(first?.lower).toBeCloseTo(oneMore.mean - tMargin(oneMore, 1 - 0.05 / 3), 8);
    });

    it("the more, the oftener it looked in this wave, also where older entries do not say how sure they were", () => {
      const once = followed(firstWave(), attachSurvey("one", 30, 63.2), by("pia", 47));
      // j = 1 + log₂ 2: 1 − .05/(1.5·2·3)
      expect(lookOf(once, "two", 48)?.look).toEqual({ number: 2, confidence: 0.994444444444 });
      const older = once.map((one) => {
        if (one.event.type !== "GuardAssessed") return one;
        const { look, ...withoutLook } = one.event.payload;
        expect(look?.number).toBe(1);
        return happened("GuardAssessed", withoutLook, "pia", 47);
      });
      expect(lookOf(older, "two", 48)?.look).toEqual({ number: 2, confidence: 0.994444444444 });
    });

    it("from one again where the wave was taken back and opened anew", () => {
      const again = [
        ...followed(firstWave(), attachSurvey("one", 30, 63.2), by("pia", 46)),
        happened("RolledBack", { text: text("too slow") }, "ada", 46),
        happened(
          "GateDecided",
          { gate: "rollout", outcome: "approve", conditions: [], lessons: null, record: aRecord() },
          "ada",
          46,
        ),
        happened("RolloutPlanned", rolloutPlan(), "pia", 46),
        opened(1, 46),
      ];
      expect(lookOf(again, "two", 47)?.look?.number).toBe(1);
    });
  });

  it("pools what was attached under the wave, and nothing from before it", () => {
    const story = [
      ...approved(),
      happened("EvidenceAttached", survey(2, 30, 90, { wave: null }), "pia", 44),
      drilled(),
      opened(1, 45),
      happened("EvidenceAttached", survey(3, 30, 78), "pia", 46),
      happened("EvidenceAttached", survey(4, 30, 10, { wave: null }), "pia", 46),
    ];
    expect(guardEvents(story, attachSurvey("w", 30, 78), 47)).toMatchObject([
      { payload: { evidence: ["e3", "e5"], estimate: 78 } },
    ]);
  });

  it("reads nothing of an earlier opening of the same wave that was rolled back, not even one of the same moment", () => {
    const again = (n: number): readonly Happened[] => [
      ...firstWave(),
      happened("EvidenceAttached", survey(2, 300, 90), "pia", n),
      happened("RolledBack", { text: text("too slow") }, "ada", n),
      happened(
        "GateDecided",
        { gate: "rollout", outcome: "approve", conditions: [], lessons: null, record: aRecord() },
        "ada",
        n,
      ),
      happened("RolloutPlanned", rolloutPlan(), "pia", n),
      opened(1, n),
    ];
    for (const n of [45, 46])
      expect(guardEvents(again(n), attachSurvey("w", 4, 20), 47)).toMatchObject([
        { type: "GuardAssessed", payload: { evidence: ["e3"], state: "too-few" } },
      ]);
  });

  it("is left alone by evidence of another kind", () => {
    const load = someEvidence("wave load", { from: `${day(46)}T08:00:00Z`, to: `${day(46)}T10:00:00Z` });
    expect(guardEvents([...firstWave()], load, 47)).toEqual([]);
  });

  it("mirrors for smaller is better", () => {
    const guards = [{ indicator: "failed-share", limit: 0.02, minimumSample: 30 }];
    const story = [
      ...approved(),
      happened("RolloutPlanned", { ...rolloutPlan(), guards }, "pia", 43),
      drilled(),
      opened(1, 45),
    ];
    const states = [0, 1, 60].map((failures) => {
      const failed = slices(7200, 100, failures);
      const load = someEvidence(`wave load ${failures}`, {
        from: `${day(46)}T08:00:00Z`,
        to: `${day(46)}T10:00:00Z`,
        statistics: {
          kind: "load",
          rows: 720_000,
          rejected: 0,
          requests: 720_000,
          failures: failed.events,
          durationSeconds: 72_000,
          throughputPerSecond: 10,
          failed,
          within: null,
          steps: null,
        },
        rows: 720_000,
      });
      return (guardEvents(story, load, 47)[0]?.payload as { state: string }).state;
    });
    expect(states).toEqual(["within", "within", "breached"]);
  });

  describe("on what the plan chose", () => {
    const choices = { fairness: fairnessBy("selection", "A", "B"), indicators: { fairness: chosen } };
    const story = (indicator: string, limit: number, minimumSample: number) => [
      ...approved().map((one) =>
        one.event.type === "PilotPlanLocked"
          ? happened("PilotPlanLocked", { number: 1, policyVersion: 1, plan: aPlan(choices) }, "pia", 2)
          : one,
      ),
      happened("RolloutPlanned", { ...rolloutPlan(), guards: [{ indicator, limit, minimumSample }] }, "pia", 43),
      drilled(),
      opened(1, 45),
    ];
    const half = (selected: number): Cells => [selected / 2, selected / 2, 500 - selected / 2, 500 - selected / 2];
    it.each<[string, number, number, Statistics, string]>([
      ["satisfaction", 60, 30, satisfaction({ mean: 4.4 }), "within"],
      ["satisfaction", 60, 30, satisfaction({ mean: 2.4 }), "breached"],
      ["satisfaction", 60, 30, satisfaction({ responses: 12 }), "too-few"],
      ["accessibility", 0, 5, checklist(), "within"],
      ["accessibility", 0, 5, checklist({ serious: 1 }), "breached"],
      ["accessibility", 0, 5, audit({ needsReview: 2 }), "too-few"],
      ["fairness", 0.1, 100, outcomes({ A: half(500), B: half(480) }), "within"],
      ["fairness", 0.1, 100, outcomes({ A: half(500), B: half(300) }), "breached"],
      ["fairness", 0.1, 100, outcomes({ A: half(500) }), "too-few"],
      ["umux-lite", 68, 12, scale("umux-lite", 40, 80, 10), "within"],
      ["seq", 5, 12, scale("seq", 40, 3, 1), "breached"],
    ])("%s with the limit %s: %#", (indicator, limit, minimumSample, statistics, state) => {
      const [from, to] = [`${day(46)}T08:00:00Z`, `${day(46)}T10:00:00Z`];
      const piece = someEvidence(indicator, { kind: statistics.kind as EvidenceKind, from, to, statistics });
      const events = guardEvents(story(indicator, limit, minimumSample), piece, 47);
      expect(events[0]).toMatchObject({ type: "GuardAssessed", payload: { indicator, state } });
      expect(events.some(({ type }) => type === "RolloutHeld")).toBe(state === "breached");
    });
  });

  it("takes no limit that nothing could ever break", () => {
    const reasonsOf = (indicator: string, limit: number) => {
      const guards = [{ indicator, limit, minimumSample: 30 }];
      const { decision } = given(...approved()).when({ type: "PlanRollout", ...rolloutPlan(), guards }, by("pia", 43));
      return decision.kind === "rejected" ? decision.reasons.map(({ code, field }) => `${code}@${field ?? ""}`) : [];
    };
    expect(reasonsOf("failed-share", 2)).toEqual(["LimitOffScale@guards.0.limit"]);
    expect(reasonsOf("failed-share", 0.02)).toEqual([]);
    expect(reasonsOf("sus", 101)).toEqual(["LimitOffScale@guards.0.limit"]);
  });

  it("holds once for one cause", () => {
    const held = followed(firstWave(), attachSurvey("one", 30, 50), by("pia", 47));
    expect(guardEvents([...held], attachSurvey("two", 30, 50), 48).map(({ type }) => type)).toEqual(["GuardAssessed"]);
  });
});

describe("the sweep and guards", () => {
  const sweep = (story: readonly Happened[], n: number) => {
    const decision = decide(stateAfter(...story), { type: "Sweep" }, system(n));
    return decision.kind === "accepted" ? decision.events : [];
  };

  it("assesses again when evidence was withdrawn, and holds on what is left", () => {
    const good = followed(firstWave(), attachSurvey("good", 60, 90), by("pia", 47));
    const mixed = followed(good, attachSurvey("bad", 10, 45), by("pia", 48));
    expect(stateAfter(...mixed).rollout?.hold).toBeNull();
    const withdrawn = [
      ...mixed,
      happened("EvidenceWithdrawn", { evidence: "e2", reason: text("wrong people") }, "pia", 49),
    ];
    expect(sweep([...withdrawn], 49)).toMatchObject([
      { type: "GuardAssessed", payload: { state: "breached", evidence: ["e3"] } },
      { type: "RolloutHeld", payload: { cause: { kind: "guard" } } },
    ]);
  });

  it("finds too few once the evidence expired", () => {
    const attached = followed(firstWave(), attachSurvey("good", 60, 90), by("pia", 47));
    expect(
      sweep([...attached], 46 + 365 + 1).map(({ type, payload }) => [type, (payload as { state?: string }).state]),
    ).toContainEqual(["GuardAssessed", "too-few"]);
  });

  it("never resumes a hold, nor holds again what an approver let go on", () => {
    const held = followed(firstWave(), attachSurvey("bad", 30, 50), by("pia", 47));
    expect(sweep([...held], 48)).toEqual([]);
    const resumed = followed(held, { type: "ResumeRollout", text: text("patched") }, by("ada", 48));
    expect(stateAfter(...resumed).rollout?.hold).toBeNull();
    expect(sweep([...resumed], 49)).toEqual([]);
  });
});

/** `failures` of `size` requests failed in one slice of `count`; with 60 of 100, in every second slice. */
function slices(count: number, size: number, failures: number): Clustered {
  const hit = failures > 1 ? count / 2 : failures;
  return {
    clusters: count,
    trials: count * size,
    events: hit * failures,
    sumEE: hit * failures * failures,
    sumET: hit * failures * size,
    sumTT: count * size * size,
  };
}
