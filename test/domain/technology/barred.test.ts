import { describe, expect, it } from "vitest";
import { decidingCommands } from "../../../src/domain/technology/terms.ts";
import { eligibleApprovers } from "../../../src/domain/technology/gate/eligible.ts";
import { openActions } from "../../../src/domain/technology/open-actions.ts";
import { actorReasons, decide } from "../../../src/domain/technology/decide.ts";
import { by, given, happened, noon, people, stateAfter, text } from "../../support/technology.ts";
import { atRolloutGate, vote } from "./gate-stories.ts";

/** Somebody made a link to the passwords of these; until the noon of day 42 their accounts decide nothing. */
const waiting = (...names: readonly string[]) => ({
  people: people.map((one) => (names.includes(one.id) ? { ...one, barredUntil: noon(42) } : one)),
});
const ada = waiting("ada");

describe("an account whose password somebody else may hold", () => {
  it("casts no vote before its wait is over, and is told until when", () => {
    const facts = by("ada", 41, ada);
    const { decision } = given(...atRolloutGate()).when(vote(atRolloutGate(), facts, "approve"), facts);
    expect(decision).toMatchObject({
      kind: "rejected",
      reasons: [{ code: "AccountBarred", params: { person: "ada", until: noon(42) } }],
    });
  });

  it("votes from the very instant at which the wait ends, and not a millisecond before", () => {
    const before = { ...by("ada", 41, ada), now: "2026-04-13T11:59:59.999Z" };
    given(...atRolloutGate())
      .when(vote(atRolloutGate(), before, "approve"), before)
      .thenRefused("AccountBarred");
    const end = by("ada", 42, ada);
    expect(given(...atRolloutGate()).when(vote(atRolloutGate(), end, "approve"), end).decision.kind).toBe("accepted");
  });

  it("is spoken for by no deputy, and speaks for no office", () => {
    const deputised = (names: readonly string[]) => ({
      people: waiting(...names).people.map((one) => (one.id === "abel" ? { ...one, deputyFor: ["ada"] } : one)),
    });
    const office = by("abel", 41, deputised(["ada"]));
    given(...atRolloutGate())
      .when(vote(atRolloutGate(), office, "approve", { onBehalfOf: "ada" }), office)
      .thenRefused("AccountBarred@onBehalfOf");
    const deputy = by("abel", 41, deputised(["abel"]));
    given(...atRolloutGate())
      .when(vote(atRolloutGate(), deputy, "approve", { onBehalfOf: "ada" }), deputy)
      .thenRefused("AccountBarred");
  });

  it("keeps the vote it gave before, and counts among those who can make the quorum", () => {
    const earlier = decide(
      stateAfter(...atRolloutGate()),
      vote(atRolloutGate(), by("ada", 41), "approve"),
      by("ada", 41),
    );
    const cast = earlier.kind === "accepted" ? earlier.events : [];
    const story = [...atRolloutGate(), ...cast.map((event) => ({ event, actor: "ada", time: noon(41) }))];
    const abel = by("abel", 41, ada);
    const { decision } = given(...story).when(vote(story, abel, "approve"), abel);
    expect(decision).toMatchObject({ kind: "accepted" });
    expect(decision.kind === "accepted" && decision.events.map(({ type }) => type)).toEqual([
      "VoteCast",
      "GateDecided",
    ]);
    expect(eligibleApprovers(stateAfter(...atRolloutGate()), abel)).toContain("ada");
  });

  it("gives none of the commands that decide, judge, stop or turn back; the rest of the work goes on", () => {
    const everyRole = ["planner", "evaluator", "approver"] as const;
    const people = waiting("ada").people.map((one) => (one.id === "ada" ? { ...one, roles: everyRole } : one));
    const facts = by("ada", 41, { people });
    const codes = (type: Parameters<typeof actorReasons>[0]) => actorReasons(type, facts).map(({ code }) => code);
    for (const type of decidingCommands) expect(codes(type), type).toContain("AccountBarred");
    for (const type of ["Propose", "AttachEvidence", "RecordIncident", "PlanRollout"] as const)
      expect(codes(type), type).toEqual([]);
    const offered = openActions(stateAfter(...atRolloutGate()), facts.actor, facts);
    expect(offered.filter((type) => decidingCommands.has(type))).toEqual([]);
  });

  it("grants no waiver, holds nothing and assigns nobody", () => {
    const asked = happened(
      "WaiverRequested",
      {
        waiver: "w1",
        gate: "rollout",
        condition: "cost-stated",
        reason: text("r"),
        control: text("c"),
        until: "2026-06-01",
      },
      "pete",
      40,
    );
    const story = [...atRolloutGate(), asked];
    given(...story)
      .when({ type: "GrantWaiver", waiver: "w1", shown: "" }, by("ada", 41, ada))
      .thenRefused("AccountBarred", "ConditionNotOpen", "FindingChanged@shown");
    given(...story)
      .when({ type: "RefuseWaiver", waiver: "w1", reason: text("no") }, by("ada", 41, ada))
      .thenRefused("AccountBarred");
    given(...story)
      .when({ type: "DraftConditions", gate: "rollout", conditions: [] }, by("ada", 41, ada))
      .thenRefused("AccountBarred", "NothingChanged@conditions");
  });

  it("does not become one that asks for waivers by waiting", () => {
    const both = waiting("ada").people.map((one) =>
      one.id === "ada" ? { ...one, roles: ["approver", "planner"] as const } : one,
    );
    const facts = by("ada", 41, { people: both });
    const command = {
      type: "RequestWaiver",
      gate: "rollout",
      condition: "cost-stated",
      reason: text("r"),
      control: text("c"),
      until: "2026-05-01",
    } as const;
    const { decision } = given(...atRolloutGate()).when(command, facts);
    expect(decision.kind === "rejected" && decision.reasons.map(({ code }) => code)).toContain("DeciderMayNotAsk");
  });
});
