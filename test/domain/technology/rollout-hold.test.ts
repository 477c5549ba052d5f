import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/technology/decide.ts";
import { by, day, given, happened, stateAfter, text } from "../../support/technology.ts";
import { vote } from "./gate-stories.ts";
import { approved, approvedWithCondition, firstWave, system, followed } from "./rollout-stories.ts";

const hold = { type: "HoldRollout", text: text("complaints") } as const;
const resume = { type: "ResumeRollout", text: text("sorted out") } as const;
const held = (n = 46) => happened("RolloutHeld", { cause: { kind: "person" }, text: hold.text }, "pia", n);

describe("holding a rollout", () => {
  it("is for anyone who runs or decides, with a reason, once", () => {
    for (const actor of ["pia", "pete", "ada"]) {
      given(...firstWave())
        .when(hold, by(actor, 46))
        .then({ type: "RolloutHeld", payload: { cause: { kind: "person" }, text: hold.text } });
    }
    given(...firstWave(), held())
      .when({ ...hold, text: "" as never }, by("eva", 47))
      .thenRefused("RoleMissing", "AlreadyHeld", "TextMissing@text");
  });

  it("comes by itself when a condition of the approval is overdue, the day after its date", () => {
    const sweep = (n: number) => {
      const decision = decide(stateAfter(...approvedWithCondition()), { type: "Sweep" }, system(n));
      return decision.kind === "accepted" ? decision.events : [];
    };
    expect(sweep(60)).toEqual([]);
    expect(sweep(61)).toEqual([
      {
        type: "RolloutHeld",
        schema: 2,
        payload: { cause: { kind: "condition-overdue", condition: "extra-1", dueOn: day(60) }, text: null },
      },
    ]);
    const swept = followed(approvedWithCondition(), { type: "Sweep" }, system(61));
    expect(decide(stateAfter(...swept), { type: "Sweep" }, system(61))).toEqual({ kind: "accepted", events: [] });
  });

  it("comes once for each day: a condition that another approval gave the same name holds on its own day", () => {
    const t = stateAfter(...followed(approvedWithCondition(), { type: "Sweep" }, system(61)));
    const both = { ...t, conditions: t.conditions.flatMap((one) => [one, { ...one, decision: 1, dueOn: day(65) }]) };
    const sweep = (n: number) => decide(both, { type: "Sweep" }, system(n));
    expect(sweep(65)).toEqual({ kind: "accepted", events: [] });
    const cause = { kind: "condition-overdue", condition: "extra-1", dueOn: day(65) };
    expect(sweep(66)).toMatchObject({ events: [{ type: "RolloutHeld", payload: { cause } }] });
  });
});

describe("resuming", () => {
  it("takes an approver who may decide here, and a reason", () => {
    given(...firstWave(), held())
      .when(resume, by("ada", 47))
      .then({ type: "RolloutResumed", payload: { text: resume.text } });
    given(...firstWave(), held())
      .when(resume, by("pia", 47))
      .thenRefused("RoleMissing", "AuthorMayNotDecide");
    const conflicted = happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 46);
    given(...firstWave(), conflicted)
      .when({ ...resume, text: "" as never }, by("ada", 47))
      .thenRefused("ConflictDeclared", "NotHeld", "TextMissing@text");
  });

  it("waits until overdue conditions are fulfilled", () => {
    const overdue = followed(approvedWithCondition(), { type: "Sweep" }, system(61));
    given(...overdue)
      .when(resume, by("ada", 62))
      .thenRefused("ConditionOverdue");
    const fulfilled = followed(
      overdue,
      { type: "FulfilCondition", condition: "extra-1", text: text("done"), evidence: [] },
      by("pia", 62),
    );
    expect(stateAfter(...fulfilled).rollout?.hold).not.toBeNull();
    given(...fulfilled)
      .when(resume, by("ada", 62))
      .thenAccepted();
  });
});

describe("rolling back", () => {
  const back = { type: "RollBack", text: text("too many failures") } as const;

  it("is an approver's, and takes the technology back to evaluation", () => {
    const story = followed(firstWave(), back, by("ada", 50));
    expect(stateAfter(...story)).toMatchObject({
      stage: "evaluating",
      rollout: { hold: null, waves: [{ state: "rolled-back" }, { state: "planned" }] },
    });
    given(...firstWave())
      .when({ ...back, text: "" as never }, by("pia", 50))
      .thenRefused("RoleMissing", "AuthorMayNotDecide", "TextMissing@text");
  });

  it("takes the votes for adoption along", () => {
    const facts = by("ada", 50);
    const voted = followed(firstWave(), vote(firstWave(), facts, "return", { gate: "adoption" }), by("ada", 50));
    // One vote is enough at adoption of a tier II technology, so it is decided and no vote is left.
    expect(stateAfter(...voted).ballots.adoption).toBeUndefined();
    const abstained = followed(firstWave(), vote(firstWave(), facts, "abstain", { gate: "adoption" }), by("ada", 50));
    expect(followed(abstained, back, by("abel", 51)).slice(-2)).toMatchObject([
      { event: { type: "VotesLapsed", payload: { gate: "adoption", voters: ["ada"] } } },
      { event: { type: "RolledBack" } },
    ]);
  });

  it("leaves no verdict behind that would carry the next rollout", () => {
    const story = followed(firstWave(), back, by("ada", 50));
    const facts = by("ada", 51);
    const { decision } = given(...story).when(vote(story, facts, "approve"), facts);
    expect(decision.kind === "rejected" && decision.reasons.map(({ code }) => code)).toContain("VerdictNotPass");
  });
});

describe("retiring", () => {
  const retire = { type: "Retire", reason: text("replaced") } as const;
  const adopted = [
    ...approved(),
    happened(
      "GateDecided",
      { ...(approved().at(-1)!.event.payload as never as object), gate: "adoption" } as never,
      "ada",
      90,
    ),
  ];

  it("is an approver's, of what was adopted", () => {
    given(...adopted)
      .when(retire, by("ada", 900))
      .then({ type: "TechnologyRetired", payload: { reason: retire.reason } });
    given(...approved())
      .when(retire, by("ada", 900))
      .thenRefused("NotInThisStage");
    given(...adopted)
      .when({ ...retire, reason: "" as never }, by("pete", 900))
      .thenRefused("RoleMissing", "TextMissing@reason");
  });
});
