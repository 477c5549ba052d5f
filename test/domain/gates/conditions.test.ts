import { describe, expect, it } from "vitest";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import { registeredConditions } from "../../../src/domain/gates/register.ts";
import { conditionsAt, knownConditions } from "../../../src/domain/policy/conditions.ts";
import { gates } from "../../../src/domain/policy/policy.ts";
import type { Gate } from "../../../src/domain/policy/policy.ts";
import type { Tier } from "../../../src/domain/words/tier.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  aPlan,
  admitted,
  aRecord,
  day,
  digest,
  evaluating,
  happened,
  noon,
  piloting,
  planLocked,
  proposed,
  rollingOut,
  stateAfter,
  submitted,
  text,
  withEvidence,
} from "../../support/technology.ts";
import { everyEvent } from "../technology/every-event.ts";
import { aLook, atRolloutGate, revealed, rolloutPlan } from "../technology/gate-stories.ts";

/** "status variant {blanks}" of one condition on a day. */
const found = (gate: Gate, key: string, story: readonly Happened[], n: number) => {
  const result = assessGate(gate, stateAfter(...story), earlyPolicy, { today: day(n) }).find((one) => one.key === key);
  if (result === undefined) throw new Error(`${gate} does not ask for ${key}`);
  return { ...result, says: `${result.status} ${result.reason.code.split(".")[1] ?? ""}` };
};

const says = (gate: Gate, key: string, story: readonly Happened[], n = 41): string => found(gate, key, story, n).says;
const erased = (word: string): Happened =>
  happened("TextErased", { digest: digest(word), ground: text("law") }, "adam", 40);

describe("every condition", () => {
  it("stands behind the key that a policy may name", () => {
    for (const gate of gates) {
      const keys = conditionsAt(gate).map(({ key }) => key);
      const rules = keys.map((key) => ({ key, waivable: false, deferrable: false }));
      const policy = {
        ...earlyPolicy,
        gates: { ...earlyPolicy.gates, [gate]: { ...earlyPolicy.gates[gate], conditions: rules } },
      };
      const results = assessGate(gate, stateAfter(...proposed()), policy, { today: day(1) });
      expect(results.map(({ key }) => key)).toEqual(keys);
      for (const { key, reason } of results)
        expect(reason.code).toMatch(new RegExp(`^conditions:(${key}|safeguard)\\.`));
    }
  });

  it("is known to policies, and every one they know is judged here", () => {
    expect(knownConditions.map(({ key }) => key).toSorted()).toEqual(registeredConditions.toSorted());
  });

  it("is asked of the tiers that its rule names, and of all where it names none", () => {
    const asked = (tier: Tier): readonly string[] => {
      const conditions = [
        { key: "need-stated", waivable: false, deferrable: false },
        { key: "cost-stated", waivable: true, deferrable: true, tiers: ["III", "IV"] as const },
      ];
      const admission = { ...earlyPolicy.gates.admission, conditions };
      const policy = { ...earlyPolicy, gates: { ...earlyPolicy.gates, admission } };
      const state = { ...stateAfter(...proposed()), tier };
      return assessGate("admission", state, policy, { today: day(1) }).map(({ key }) => key);
    };
    expect(asked("II")).toEqual(["need-stated"]);
    expect(asked("III")).toEqual(["need-stated", "cost-stated"]);
  });

  it("says how to meet it exactly when it is open", () => {
    const results = gates.flatMap((gate) =>
      assessGate(gate, stateAfter(...proposed()), earlyPolicy, { today: day(1) }),
    );
    for (const { status, remedy } of results) expect(remedy === null).toBe(status === "met");
  });

  it("names what it is about exactly when it is open", () => {
    const all = gates.flatMap((gate) =>
      [proposed(), piloting(), withEvidence(), submitted(), rollingOut()].flatMap((story) =>
        assessGate(gate, stateAfter(...story), earlyPolicy, { today: day(50) }),
      ),
    );
    for (const { key, status, names = [] } of all) expect(names.length > 0, key).toBe(status !== "met");
  });

  it("is unknown, never met, where nothing is there yet", () => {
    const nothing = (gate: Gate) =>
      assessGate(gate, stateAfter(...proposed()), earlyPolicy, { today: day(1) })
        .filter(({ status }) => status === "met")
        .map(({ key }) => key);
    expect(nothing("completion")).toEqual(["incidents-closed"]);
    expect(nothing("rollout")).toEqual(["incidents-closed", "cost-stated"]);
    expect(nothing("adoption")).toEqual(["approval-conditions-fulfilled", "incidents-closed"]);
  });
});

describe("admission", () => {
  it("needs the need, and notices when it was erased", () => {
    expect(says("admission", "need-stated", proposed())).toBe("met met");
    expect(says("admission", "need-stated", [...proposed(), erased("need")])).toBe("unknown erased");
  });

  it("needs the demand that a full rollout must carry, each part of it; zero is a statement", () => {
    const demand = (users: number | null, requestsPerSecond: number | null, recordsPerHour: number | null) =>
      found("admission", "demand-stated", proposed({ demand: { users, requestsPerSecond, recordsPerHour } }), 1);
    expect(demand(0, 0, 0).says).toBe("met met");
    expect(demand(1, null, null)).toMatchObject({
      status: "unknown",
      reason: { params: { missing: ["requestsPerSecond", "recordsPerHour"] } },
    });
  });

  it("needs sponsor, cost, tier, data class and personal information", () => {
    const open = proposed({
      sponsor: "",
      cost: { pilot: 0, annual: null, currency: "CNY" },
      tierStated: false,
      dataClass: "unstated",
      personalInformation: "unstated",
    });
    for (const key of [
      "sponsor-named",
      "cost-stated",
      "tier-stated",
      "data-class-declared",
      "personal-information-declared",
    ]) {
      expect(says("admission", key, proposed())).toBe("met met");
      expect(says("admission", key, open)).toBe("unknown unknown");
    }
    expect(found("admission", "cost-stated", open, 1).reason.params).toEqual({ missing: ["annual"] });
  });

  it("keeps what similar candidates were shown", () => {
    expect(says("admission", "similar-considered", proposed())).toBe("met none");
    expect(found("admission", "similar-considered", proposed({ similarSeen: ["a", "b"] }), 1).reason.params).toEqual({
      count: 2,
    });
  });
});

describe("completion", () => {
  it("needs the pilot to have run its length, and the tier's at least", () => {
    expect(says("completion", "pilot-length-run", planLocked(), 5)).toBe("unknown not-opened");
    expect(found("completion", "pilot-length-run", piloting(), 30)).toMatchObject({
      says: "unmet unmet",
      due: day(31),
      reason: { params: { days: 28, until: day(31) } },
    });
    expect(says("completion", "pilot-length-run", piloting(), 31)).toBe("met met");
    const short = [...admitted(), ...piloting({ days: 10 }).slice(admitted().length)];
    expect(says("completion", "pilot-length-run", short, 30)).toBe("unmet unmet");
  });

  it("needs evidence of every measured indicator that applies", () => {
    expect(says("completion", "plan-evidence-complete", piloting())).toBe("unknown unknown");
    expect(found("completion", "plan-evidence-complete", withEvidence(), 10).reason.params).toEqual({
      indicators: ["availability", "failed-share", "within-share", "headroom", "volume", "sus", "task-success"],
    });
    expect(says("completion", "plan-evidence-complete", withoutAll())).toBe("unknown nothing-measured");
    expect(says("completion", "plan-evidence-complete", admitted())).toBe("unknown no-plan");
  });

  it("tells too little from nothing", () => {
    const sus = aPiece(2, {
      kind: "sus",
      statistics: {
        kind: "sus",
        rows: 4,
        rejected: 0,
        n: 4,
        mean: 75,
        sd: 5,
        dropped: 0,
        alreadyCounted: 0,
        groups: [],
      },
      rows: 4,
    });
    const others = Object.fromEntries(Object.entries(measured()).filter(([key]) => key !== "sus"));
    const story = [...piloting({ indicators: others }), happened("EvidenceAttached", sus, "pia", 6)];
    expect(found("completion", "plan-evidence-complete", story, 10)).toMatchObject({
      says: "unmet below-minimum",
      reason: { params: { indicators: ["sus"] } },
    });
    const enough = { ...sus, statistics: { ...sus.statistics, n: 12, rows: 12 } as typeof sus.statistics, rows: 12 };
    const met = [...piloting({ indicators: others }), happened("EvidenceAttached", enough, "pia", 6)];
    expect(says("completion", "plan-evidence-complete", met, 10)).toBe("met met");
  });

  it("needs each kind of evidence in force, computed from today", () => {
    expect(says("completion", "evidence-fresh", piloting())).toBe("unknown no-evidence");
    expect(says("completion", "evidence-fresh", withEvidence(), 185)).toBe("met met");
    expect(found("completion", "evidence-fresh", withEvidence(), 186)).toMatchObject({
      says: "unmet unmet",
      reason: { params: { evidence: ["e1"] } },
    });
    const renewed = [...withEvidence(), happened("EvidenceAttached", aPiece(2, { expiresOn: day(300) }), "pia", 100)];
    expect(says("completion", "evidence-fresh", renewed, 186)).toBe("met met");
    const withdrawn = [
      ...withEvidence(),
      happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 7),
    ];
    expect(says("completion", "evidence-fresh", withdrawn)).toBe("unknown no-evidence");
  });

  it("keeps the reasons of amendments in front of the approvers", () => {
    const amended = [
      ...piloting(),
      happened(
        "PilotPlanAmended",
        { plan: aPlan({ siteCount: 4 }), changed: ["siteCount"], reason: text("one more"), afterData: true },
        "pia",
        9,
      ),
    ];
    expect(says("completion", "amendments-explained", piloting())).toBe("met none");
    expect(found("completion", "amendments-explained", amended, 10).reason.params).toEqual({ count: 1, afterData: 1 });
    expect(says("completion", "amendments-explained", [...amended, erased("one more")])).toBe("unknown erased");
  });
});

describe("incidents", () => {
  const incident = (severity: 1 | 2 | 3 | 4): Happened =>
    happened(
      "IncidentRecorded",
      {
        incident: "i1",
        severity,
        occurredAt: noon(10),
        learnedAt: noon(10),
        timeZone: "UTC",
        dueOn: day(20),
        text: text("x"),
      },
      "pia",
      10,
    );
  const closed = happened("IncidentClosed", { incident: "i1", text: text("fixed") }, "pia", 25);

  it("bar the gate while severe and open, and any of them once overdue", () => {
    for (const severity of [1, 2] as const)
      expect(says("completion", "incidents-closed", [...piloting(), incident(severity)], 12)).toBe("unmet unmet");
    for (const severity of [3, 4] as const) {
      expect(says("completion", "incidents-closed", [...piloting(), incident(severity)], 20)).toBe("met met");
      expect(says("completion", "incidents-closed", [...piloting(), incident(severity)], 21)).toBe("unmet unmet");
    }
    expect(says("completion", "incidents-closed", [...piloting(), incident(1), closed], 30)).toBe("met met");
  });

  it("say which and by when", () => {
    expect(found("rollout", "incidents-closed", [...piloting(), incident(1)], 12)).toMatchObject({
      due: day(20),
      reason: { params: { incidents: ["i1"] } },
    });
  });
});

describe("the verdict at the rollout gate", () => {
  it.each([
    ["pass", "met pass"],
    ["fail", "unmet fail"],
    ["not-enough-evidence", "unknown not-enough-evidence"],
  ] as const)("%s is %s", (outcome, expected) => {
    expect(says("rollout", "verdict-of-evidence", atRolloutGate(outcome))).toBe(expected);
  });

  it("is unknown before the first look, whatever was attached, and says when the look is due", () => {
    expect(found("rollout", "verdict-of-evidence", evaluating(), 33)).toMatchObject({
      says: "unknown before-first-look",
      due: day(20),
    });
  });

  it("is the last look's", () => {
    expect(says("rollout", "verdict-of-evidence", [...evaluating(), aLook("pass", 1, 20), aLook("fail", 2)])).toBe(
      "unmet fail",
    );
    expect(says("rollout", "verdict-of-evidence", [...evaluating(), aLook("fail", 1, 20), aLook("pass", 2)])).toBe(
      "met pass",
    );
  });

  it("does not outlive the evidence it rests on, nor a rollback", () => {
    const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 41);
    const pieces = stateAfter(...atRolloutGate()).evidence;
    const { entry, remains } = { entry: pieces[0]?.position ?? 0, remains: everyEvent.EntryWithheld.remains };
    const payload = { ...aPiece(1), statistics: { kind: "withheld" } as const };
    const withheld = happened(
      "EntryWithheld",
      { entry, remains, standIn: { schema: 2, payload }, ground: text("court") },
      "adam",
      41,
    );
    expect(says("rollout", "verdict-of-evidence", [...atRolloutGate(), withheld])).toBe("unknown withheld");
    expect(says("rollout", "verdict-of-evidence", [...atRolloutGate(), withdrawn])).toBe("unknown withdrawn");
    expect(says("rollout", "verdict-of-evidence", [...atRolloutGate("fail"), withdrawn])).toBe("unmet fail");
    const back = [...rollingOut(), happened("RolledBack", { text: text("too slow") }, "ada", 50)];
    expect(says("rollout", "verdict-of-evidence", back, 51)).toBe("unknown rolled-back");
  });

  it("is that of the plan in force: an older plan's pass counts for nothing", () => {
    const again = [
      ...atRolloutGate(),
      happened(
        "GateDecided",
        { gate: "rollout", outcome: "return", conditions: [], lessons: null, record: aRecord() },
        "ada",
        42,
      ),
      happened("PilotPlanLocked", { number: 2, policyVersion: 1, plan: aPlan() }, "pia", 43),
    ];
    expect(says("rollout", "verdict-of-evidence", again, 44)).toBe("unknown before-first-look");
  });

  it("rests on evidence in force", () => {
    expect(says("rollout", "evidence-fresh", atRolloutGate(), 185)).toBe("met met");
    expect(says("rollout", "evidence-fresh", atRolloutGate(), 186)).toBe("unmet unmet");
    const withdrawn = happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 41);
    expect(says("rollout", "evidence-fresh", [...atRolloutGate(), withdrawn], 42)).toBe("unmet unmet");
    expect(says("rollout", "evidence-fresh", evaluating())).toBe("unknown no-evidence");
  });
});

describe("the evaluation at the rollout gate", () => {
  it("is blind until revealed", () => {
    for (const key of ["scores-revealed", "moderation-finished", "rater-agreement"]) {
      expect(says("rollout", key, submitted())).toBe("unknown blind");
    }
    expect(says("rollout", "scores-revealed", revealed())).toBe("met met");
    expect(says("rollout", "scores-revealed", evaluating())).toBe("unknown not-assigned");
  });

  it("needs items far apart to be moderated by everybody who scored", () => {
    const apart = revealed({ moderate: ["learning"] });
    expect(found("rollout", "moderation-finished", apart, 41)).toMatchObject({
      says: "unmet unmet",
      reason: { params: { items: ["learning"] } },
    });
    const restated = (evaluator: string) =>
      happened(
        "ScoreModerated",
        { item: "learning", scores: [{ evaluator, score: 4 }], text: text("agreed") },
        evaluator,
        38,
      );
    expect(says("rollout", "moderation-finished", [...apart, restated("eva")])).toBe("unmet unmet");
    expect(says("rollout", "moderation-finished", [...apart, restated("eva"), restated("emil")])).toBe("met met");
  });

  it("counts the sheets that stand, not the people who were asked", () => {
    const two = submitted();
    expect(found("rollout", "evaluators-enough", two, 36).reason.params).toEqual({ submitted: 2, needed: 2 });
    const waiting = two.slice(0, -1);
    expect(found("rollout", "evaluators-enough", waiting, 36)).toMatchObject({ says: "unknown awaited", due: day(47) });
    const released = [...waiting, happened("EvaluatorReleased", { evaluator: "emil", reason: text("ill") }, "ada", 36)];
    expect(says("rollout", "evaluators-enough", released)).toBe("unmet unmet");
  });

  it.each([
    ["reliable", 0.9, 0.9, "met met"],
    ["tentative", 0.7, 0.8, "met tentative"],
    ["unreliable", 0.4, 0.5, "unmet unmet"],
    ["undefined", null, 1, "met no-variation"],
    ["undefined", null, null, "unknown undefined"],
  ] as const)("reads %s agreement (α %s, raw %s) as %s", (level, alpha, raw, expected) => {
    expect(says("rollout", "rater-agreement", revealed({ agreement: { level, alpha, raw } }))).toBe(expected);
  });

  it.each([
    ["reliable", 0.84, 0.1, 0.75, "met met-ac2"],
    ["tentative", 0.7, 0.1, 0.75, "met tentative-ac2"],
    ["unreliable", 0.4, 0.1, 0.5, "unmet unmet-ac2"],
    ["undefined", 1, null, 1, "met no-variation"],
    ["undefined", null, null, null, "unknown undefined"],
  ] as const)("reads %s agreement by AC2 (%s, α %s, raw %s) as %s", (level, ac2, alpha, raw, expected) => {
    const events = revealed({ agreement: { level, alpha, raw, ac2 } });
    expect(says("rollout", "rater-agreement", events)).toBe(expected);
    const { reason, names } = found("rollout", "rater-agreement", events, 36);
    if (expected.includes("ac2")) expect(reason.params).toEqual({ ac2, alpha });
    expect(names).toEqual(level === "unreliable" ? [{ kind: "agreement", id: "ac2", of: 1, at: 0.4 }] : names);
  });
});

describe("plans at the rollout gate", () => {
  it("are a rollback that can be read and waves with guards", () => {
    expect(says("rollout", "rollback-planned", evaluating())).toBe("met met");
    expect(says("rollout", "rollback-planned", [...evaluating(), erased("rollback")])).toBe("unknown erased");
    expect(says("rollout", "rollout-planned", evaluating())).toBe("unknown unknown");
    expect(says("rollout", "rollout-planned", atRolloutGate())).toBe("met met");
  });

  it("are made anew after a rollback", () => {
    const back = [
      ...rollingOut(),
      happened("RolloutPlanned", rolloutPlan(), "pia", 42),
      happened("WaveOpened", { wave: 1 }, "pia", 45),
      happened("RolledBack", { text: text("too slow") }, "ada", 50),
    ];
    expect(says("rollout", "rollout-planned", back, 51)).toBe("unmet rolled-back");
  });
});

describe("adoption", () => {
  const planned = [...rollingOut(), happened("RolloutPlanned", rolloutPlan(), "pia", 42)];
  const wave = (number: number, n: number): readonly Happened[] => [
    happened("WaveOpened", { wave: number }, "pia", n),
    happened("WaveCompleted", { wave: number }, "pia", n + 10),
  ];
  const guard = (number: number, state: "within" | "breached" | "too-few", n: number): Happened =>
    happened(
      "GuardAssessed",
      { wave: number, indicator: "sus", state, estimate: 70, lower: 65, upper: 75, limit: 60, evidence: ["e2"] },
      "pia",
      n,
    );

  it("needs every wave complete", () => {
    expect(says("adoption", "waves-complete", rollingOut())).toBe("unknown unknown");
    expect(found("adoption", "waves-complete", [...planned, ...wave(1, 45)], 60).reason.params).toEqual({ waves: [2] });
    expect(says("adoption", "waves-complete", [...planned, ...wave(1, 45), ...wave(2, 75)], 90)).toBe("met met");
  });

  it("needs the last wave's guards within, by their newest assessment", () => {
    const open = [...planned, ...wave(1, 45), happened("WaveOpened", { wave: 2 }, "pia", 75)];
    expect(says("adoption", "guards-within", rollingOut())).toBe("unknown no-guards");
    expect(says("adoption", "guards-within", [...open, guard(1, "within", 50)], 80)).toBe("unknown too-few");
    expect(says("adoption", "guards-within", [...open, guard(2, "too-few", 78), guard(2, "within", 80)], 80)).toBe(
      "met met",
    );
    expect(says("adoption", "guards-within", [...open, guard(2, "within", 78), guard(2, "breached", 80)], 80)).toBe(
      "unmet breached",
    );
  });

  it("needs approval conditions fulfilled and no hold", () => {
    const dated = { condition: "extra-1", text: text("x"), dueOn: day(60), owner: "pia" };
    const approved = [
      ...atRolloutGate(),
      happened(
        "GateDecided",
        { gate: "rollout", outcome: "approve-with-conditions", conditions: [dated], lessons: null, record: aRecord() },
        "ada",
        42,
      ),
    ];
    expect(found("adoption", "approval-conditions-fulfilled", approved, 45)).toMatchObject({
      says: "unmet unmet",
      due: day(60),
      reason: { params: { conditions: ["extra-1"], due: day(60) } },
    });
    const done = [
      ...approved,
      happened("ConditionFulfilled", { condition: "extra-1", text: text("y"), evidence: [] }, "pia", 46),
    ];
    expect(says("adoption", "approval-conditions-fulfilled", done)).toBe("met met");
    expect(says("adoption", "no-hold", approved)).toBe("met met");
    const held = [...approved, happened("RolloutHeld", { cause: { kind: "person" }, text: text("stop") }, "pia", 46)];
    expect(found("adoption", "no-hold", held, 47).reason.params).toEqual({ causes: ["person"] });
  });
});

function measured() {
  const keys = ["availability", "failed-share", "within-share", "headroom", "volume", "sus", "task-success"];
  return Object.fromEntries(
    keys.map((key) => [
      key,
      { applicable: false, reason: text("none"), floor: null, minimumSample: null, margin: null, anytime: false },
    ]),
  );
}

function withoutAll(): readonly Happened[] {
  return piloting({ indicators: measured() });
}
