import { describe, expect, it } from "vitest";
import { assessGate } from "../../../src/domain/gates/assess.ts";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { Role } from "../../../src/domain/people/roles.ts";
import { mayAuthor, mayEvaluate } from "../../../src/domain/technology/state/people.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { digestOfFinding, findingNow } from "../../../src/domain/technology/gate/waiver-finding.ts";
import type { TechnologyCommand } from "../../../src/domain/technology/state/technology.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, given, happened, noon, people, piloting, stateAfter, text } from "../../support/technology.ts";
import { atRolloutGate, vote } from "./gate-stories.ts";

type RequestWaiver = Extract<TechnologyCommand, { type: "RequestWaiver" }>;

const incident = happened(
  "IncidentRecorded",
  {
    incident: "i1",
    severity: 1,
    occurredAt: noon(38),
    learnedAt: noon(38),
    timeZone: "UTC",
    dueOn: day(45),
    text: text("outage"),
  },
  "pia",
  38,
);
const barred = [...atRolloutGate(), incident];
const names = [{ kind: "incident", id: "i1", at: 1 }] as const;

const asked = {
  gate: "rollout",
  condition: "incidents-closed",
  reason: text("why"),
  control: text("instead"),
  until: day(100),
} as const;

const ask = (over: Partial<RequestWaiver> = {}): RequestWaiver => ({ type: "RequestWaiver", ...asked, ...over });

const requested = happened("WaiverRequested", { waiver: "w1", ...asked }, "pia", 39);
const supported = happened("WaiverSupported", { waiver: "w1", by: "ada" }, "ada", 40);
const granted = happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"] }, "abel", 40);
/** As a form sends it: with the finding that it showed. */
const grant = (story: readonly Happened[], facts: Facts) => {
  const t = stateAfter(...story);
  const waiver = t.waivers.find((one) => one.waiver === "w1");
  const shown = waiver === undefined ? "" : digestOfFinding(findingNow(t, waiver, facts));
  return { type: "GrantWaiver", waiver: "w1", shown } as const;
};
const granting = (story: readonly Happened[], facts: Facts) => given(...story).when(grant(story, facts), facts);
const refuse = { type: "RefuseWaiver", waiver: "w1", reason: text("no") } as const;

const statusOn = (story: readonly Happened[], n: number) =>
  assessGate("rollout", stateAfter(...story), earlyPolicy, { today: day(n) }).find(
    ({ key }) => key === "incidents-closed",
  );

describe("asking for a waiver", () => {
  it("is for anyone who does not decide here", () => {
    for (const actor of ["pia", "pete", "eva"]) {
      given(...barred)
        .when(ask(), by(actor, 41))
        .then({ type: "WaiverRequested", payload: { waiver: "w1", ...asked, names } });
    }
    given(...barred)
      .when(ask(), by("ada", 41))
      .thenRefused("RoleMissing", "DeciderMayNotAsk");
    const both = people.map((one) => (one.id === "pete" ? { ...one, roles: ["planner", "approver"] as const } : one));
    given(...barred)
      .when(ask(), by("pete", 41, { people: both }))
      .thenRefused("DeciderMayNotAsk");
  });

  it("is not for whoever supported or refused one: they have decided here, and neither evaluate nor write either", () => {
    const refusedBy = (id: string) => happened("WaiverRefused", { waiver: "w1", by: id, reason: text("no") }, id, 40);
    const now = (id: string, ...roles: readonly Role[]) => ({
      people: people.map((one) => (one.id === id ? { ...one, roles } : one)),
    });
    for (const [id, story] of [
      ["ada", [...barred, requested, supported, refusedBy("abel")]],
      ["abel", [...barred, requested, supported, refusedBy("abel")]],
      ["abel", [...barred, requested, supported, granted, happened("WaiverLapsed", { waiver: "w1" }, "system", 101)]],
    ] as const) {
      given(...story)
        .when(ask({ until: day(150) }), by(id, 102, now(id, "planner")))
        .thenRefused("DeciderMayNotAsk");
      const t = stateAfter(...story);
      expect(mayAuthor(t, id).map(({ code }) => code)).toEqual(["DeciderMayNotAuthor"]);
      const evaluator = by(id, 102, now(id, "evaluator"));
      expect(mayEvaluate(t, id, evaluator).map(({ code }) => code)).toEqual(["DeciderMayNotEvaluate"]);
    }
  });

  it("is refused through the last day of one that waits, and open again on the next", () => {
    const again = ask({ until: day(150) });
    given(...barred, requested)
      .when(again, by("pete", 100))
      .thenRefused("WaiverExists@condition");
    given(...barred, requested)
      .when(again, by("pete", 101))
      .thenAccepted();
  });

  it("needs reason, compensating control and an end the policy allows", () => {
    given(...barred)
      .when(ask({ reason: "" as never, control: "" as never, until: day(41 + 181) }), by("pia", 41))
      .thenRefused("TextMissing@reason", "TextMissing@control", "WaiverTooLong@until");
    given(...barred)
      .when(ask({ until: day(41 + 180) }), by("pia", 41))
      .thenAccepted();
    given(...barred)
      .when(ask({ until: day(41) }), by("pia", 41))
      .thenRefused("DateNotAhead@until");
    given(...barred)
      .when(ask({ until: "soon" }), by("pia", 41))
      .thenRefused("DayMalformed@until");
  });

  it("is refused for what cannot be waived, is met, unknown to the gate, or asked for already", () => {
    const refused = (condition: string, ...codes: readonly string[]) =>
      given(...barred)
        .when(ask({ condition }), by("pia", 41))
        .thenRefused(...codes);
    refused("verdict-of-evidence", "ConditionNotWaivable@condition", "ConditionNotOpen@condition");
    refused("cost-stated", "ConditionNotOpen@condition");
    refused("waves-complete", "ConditionUnknown@condition");
    given(...barred, requested)
      .when(ask(), by("pete", 41))
      .thenRefused("WaiverExists@condition");
    given(...barred, requested, granted)
      .when(ask(), by("pete", 41))
      .thenRefused("WaiverExists@condition");
  });

  it("never waives a verdict, even one that fails", () => {
    given(...atRolloutGate("fail"))
      .when(ask({ condition: "verdict-of-evidence" }), by("pia", 41))
      .thenRefused("ConditionNotWaivable@condition");
  });

  it("is for the open gate", () => {
    given(...piloting())
      .when(ask(), by("pia", 41))
      .thenRefused("GateNotOpen", "ConditionNotOpen@condition");
  });
});

describe("granting a waiver", () => {
  it("takes two approvers: the first supports, the second grants", () => {
    granting([...barred, requested], by("ada", 41)).then({
      type: "WaiverSupported",
      payload: { waiver: "w1", by: "ada", names },
    });
    granting([...barred, requested, supported], by("abel", 41)).then({
      type: "WaiverGranted",
      payload: { waiver: "w1", by: ["ada", "abel"], names },
    });
  });

  it("is not done twice by one person", () => {
    granting([...barred, requested, supported], by("ada", 41)).thenRefused("AlreadySupported");
  });

  it("does not count a supporter who may not decide any more", () => {
    const gone = people.filter(({ id }) => id !== "ada");
    granting([...barred, requested, supported], by("abel", 41, { people: gone })).then({
      type: "WaiverSupported",
      payload: { waiver: "w1", by: "abel", names },
    });
  });

  it("is not for planners, nor for whoever asked and became an approver since", () => {
    granting([...barred, requested], by("pete", 41)).thenRefused("RoleMissing");
    const byPete = happened("WaiverRequested", { waiver: "w1", ...asked }, "pete", 39);
    const now = people.map((one) => (one.id === "pete" ? { ...one, roles: ["approver"] as const } : one));
    granting([...barred, byPete], by("pete", 41, { people: now })).thenRefused("AskerMayNotGrant");
  });

  it("is too late once refused, granted or past its date", () => {
    const refused = happened("WaiverRefused", { waiver: "w1", by: "ada", reason: text("no") }, "ada", 40);
    granting([...barred, requested, refused], by("abel", 41)).thenRefused("WaiverNotPending");
    granting([...barred, requested, granted], by("anna", 41)).thenRefused("WaiverNotPending");
    granting([...barred, requested], by("ada", 100)).thenAccepted();
    granting([...barred, requested], by("ada", 101)).thenRefused("WaiverExpired");
    granting([...barred], by("ada", 41)).thenRefused("WaiverUnknown");
  });

  it("or refusing it, with a reason", () => {
    given(...barred, requested)
      .when(refuse, by("ada", 41))
      .then({ type: "WaiverRefused", payload: { waiver: "w1", by: "ada", reason: text("no") } });
    given(...barred, requested)
      .when({ ...refuse, reason: "" as never }, by("pia", 41))
      .thenRefused("RoleMissing", "AuthorMayNotDecide", "TextMissing@reason");
  });
});

describe("a granted waiver", () => {
  it("covers its condition through its last day, saying what it covers", () => {
    const story = [...barred, requested, granted];
    expect(statusOn(story, 100)).toMatchObject({
      status: "waived",
      reason: { params: { waiver: "w1", until: day(100), without: "conditions:incidents-closed.unmet" } },
    });
    expect(statusOn(story, 101)?.status).toBe("unmet");
    expect(statusOn([...barred, requested, supported], 41)?.status).toBe("unmet");
  });

  it("lets the gate be approved, and no longer once it lapsed", () => {
    const story = [...barred, requested, granted];
    const facts = by("anna", 41);
    given(...story)
      .when(vote(story, facts, "approve"), facts)
      .thenAccepted();
    const late = by("anna", 101);
    given(...story)
      .when(vote(story, late, "approve"), late)
      .thenRefused("ConditionOpen@option");
  });

  it("counts for nothing where the policy does not let the condition be waived", () => {
    const verdict = happened(
      "WaiverRequested",
      { waiver: "w1", ...asked, condition: "verdict-of-evidence" },
      "pia",
      39,
    );
    const story = [...atRolloutGate("fail"), verdict, granted];
    const facts = by("anna", 41);
    given(...story)
      .when(vote(story, facts, "approve"), facts)
      .thenRefused("VerdictNotPass@option");
    const results = assessGate("rollout", stateAfter(...story), earlyPolicy, { today: day(41) });
    expect(results.find(({ key }) => key === "verdict-of-evidence")?.status).toBe("unmet");
  });

  it("lapses with its date by the sweep, asked or granted", () => {
    const system = { ...by("system", 101), actor: { id: "system", roles: [] } };
    for (const story of [
      [...barred, requested],
      [...barred, requested, granted],
    ]) {
      const decision = decide(stateAfter(...story), { type: "Sweep" }, system);
      expect(decision.kind === "accepted" && decision.events).toContainEqual({
        type: "WaiverLapsed",
        schema: 1,
        payload: { waiver: "w1" },
      });
    }
  });
});
