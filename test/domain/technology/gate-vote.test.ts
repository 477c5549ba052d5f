import { describe, expect, it } from "vitest";
import { earlyPolicy } from "../../support/early-policy.ts";
import type { TechnologyEvent } from "../../../src/domain/technology/state/technology.ts";
import type { Facts } from "../../../src/domain/technology/state/facts.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Happened } from "../../support/technology.ts";
import {
  aPiece,
  aVerdict,
  by,
  day,
  decided,
  digest,
  given,
  happened,
  people,
  person,
  piloting,
  proposed,
  stateAfter,
  text,
} from "../../support/technology.ts";
import { aLook, atAdmission, atRolloutGate, atRolloutGateUnplanned, ground, vote } from "./gate-stories.ts";

/** Lets people vote one after the other and gives the story with everything that followed. */
const voting = (
  story: readonly Happened[],
  ...votes: readonly [string, Parameters<typeof vote>[2], Partial<Facts>?][]
) =>
  votes.reduce((so, [actor, option, more]) => {
    const facts = by(actor, 41, more);
    const decision = decide(stateAfter(...so), vote(so, facts, option), facts);
    if (decision.kind === "rejected") throw new Error(JSON.stringify(decision.reasons));
    return [...so, ...decision.events.map((event): Happened => ({ event, actor, time: facts.now }))];
  }, story);

const last = (story: readonly Happened[]): TechnologyEvent => story.at(-1)!.event;

describe("voting at a gate", () => {
  it("stays open until the quorum is in, then decides by itself", () => {
    const one = voting(atRolloutGate(), ["ada", "approve"]);
    expect(last(one).type).toBe("VoteCast");
    const two = voting(one, ["abel", "approve"]);
    expect(last(two)).toMatchObject({ type: "GateDecided", payload: { gate: "rollout", outcome: "approve" } });
    expect(stateAfter(...two).stage).toBe("rolling-out");
  });

  it("stays open while no option has more than half, however many have voted", () => {
    const split = voting(atRolloutGate(), ["ada", "approve"], ["abel", "return"]);
    expect(last(split).type).toBe("VoteCast");
    const four = voting(split, ["anna", "reject"], ["axel", "abstain"]);
    expect(last(four).type).toBe("VoteCast");
    expect(stateAfter(...four).stage).toBe("evaluating");
  });

  it("counts abstentions for nothing", () => {
    const abstained = voting(atRolloutGate(), ["ada", "abstain"], ["abel", "abstain"], ["anna", "approve"]);
    expect(last(abstained).type).toBe("VoteCast");
    expect(last(voting(abstained, ["axel", "approve"]))).toMatchObject({ payload: { outcome: "approve" } });
  });

  it("lets a vote be changed until it closes", () => {
    const changed = voting(atRolloutGate(), ["ada", "return"], ["abel", "approve"], ["ada", "approve"]);
    expect(last(changed)).toMatchObject({ type: "GateDecided", payload: { outcome: "approve" } });
    const { votes } = (last(changed) as Extract<TechnologyEvent, { type: "GateDecided" }>).payload.record;
    expect(votes.map(({ person, option }) => [person, option])).toEqual([
      ["abel", "approve"],
      ["ada", "approve"],
    ]);
  });

  it("asks three approvers where the tier does", () => {
    const [first, ...rest] = atRolloutGate();
    const iii = [...proposed({ tier: "III" }), ...rest];
    expect(first!.event.type).toBe("TechnologyProposed");
    const more = [
      happened("EvaluatorsAssigned", { round: 1, evaluators: ["edda"], dueOn: day(47) }, "ada", 37),
      happened("ScoresSubmitted", { evaluator: "edda", sheet: text("sheet edda") }, "edda", 37),
    ];
    const two = voting([...iii, ...more], ["ada", "approve"], ["abel", "approve"]);
    expect(last(two).type).toBe("VoteCast");
    expect(last(voting(two, ["anna", "approve"])).type).toBe("GateDecided");
  });

  it("is closed in a stage that has another gate, and before the pilot was opened", () => {
    const facts = by("ada", 41);
    given(...atRolloutGate())
      .when(
        {
          ...vote(atRolloutGate(), facts, "return"),
          gate: "adoption",
          ground: ground(atRolloutGate(), facts, "adoption"),
        },
        facts,
      )
      .thenRefused("GateNotOpen");
    const locked = piloting().slice(0, -1);
    given(...locked)
      .when(vote(locked, facts, "return", { gate: "completion" }), facts)
      .thenRefused("GateNotOpen");
  });
});

describe("who may vote", () => {
  it("is neither author, sponsor, evaluator nor someone with a conflict, whatever roles they hold", () => {
    const all = people.map((one) => ({
      ...one,
      roles: one.id === "adam" ? one.roles : ([...one.roles, "approver"] as const),
    }));
    const story = [...atRolloutGate(), happened("PersonRecused", { person: "anna", as: "approver" }, "anna", 40)];
    const refused = (actor: string) => {
      const facts = by(actor, 41, { people: all });
      return given(...story).when(vote(story, facts, "return"), facts);
    };
    refused("pia").thenRefused("AuthorMayNotDecide");
    refused("sven").thenRefused("AuthorMayNotDecide");
    refused("eva").thenRefused("EvaluatorMayNotDecide");
    refused("anna").thenRefused("ConflictDeclared");
    refused("edda").thenAccepted();
  });

  it("is no auditor, no administrator and nobody disabled", () => {
    for (const actor of ["otto", "adam", "dora"]) {
      const facts = by(actor, 41);
      const decision = given(...atRolloutGate()).when(vote(atRolloutGate(), facts, "return"), facts).decision;
      expect(decision.kind === "rejected" && decision.reasons.map(({ code }) => code)).toContain("RoleMissing");
    }
    const gone = by("ada", 41, { people: people.filter(({ id }) => id !== "ada") });
    const decision = given(...atRolloutGate()).when(vote(atRolloutGate(), gone, "return"), gone).decision;
    expect(decision.kind === "rejected" && decision.reasons.map(({ code }) => code)).toContain("PersonDisabled");
  });

  it("cannot reach a decision below the quorum: recusals never lower it", () => {
    const recused = ["abel", "anna", "axel"].map((one) =>
      happened("PersonRecused", { person: one, as: "approver" }, one, 40),
    );
    const story = [...atRolloutGate(), ...recused];
    const facts = by("ada", 41);
    const { decision } = given(...story).when(vote(story, facts, "approve"), facts);
    expect(decision).toEqual({
      kind: "rejected",
      reasons: [{ code: "QuorumImpossible", params: { gate: "rollout", eligible: 1, quorum: 2 } }],
    });
    const appointed = by("ada", 41, { people: [...people, person("alex", "approver")] });
    given(...story)
      .when(vote(story, appointed, "approve"), appointed)
      .thenAccepted();
  });

  it("says everything at once", () => {
    const facts = by("eva", 41, { people: [...people.filter(({ id }) => id !== "eva"), person("eva", "planner")] });
    const command = vote(atRolloutGateUnplanned(), facts, "approve", { ground: digest("old"), reason: "" as never });
    given(...atRolloutGateUnplanned())
      .when(command, facts)
      .thenRefused(
        "RoleMissing",
        "EvaluatorMayNotDecide",
        "GroundChanged@ground",
        "ConditionOpen@option",
        "TextMissing@reason",
      );
  });
});

describe("a deputy", () => {
  const withDeputy = (deputy: string, office: string) =>
    people.map((one) => (one.id === deputy ? { ...one, deputyFor: [office] } : one));

  it("votes for the office, once", () => {
    const more = { people: withDeputy("abel", "ada") };
    const facts = by("abel", 41, more);
    const story = atRolloutGate();
    const { decision } = given(...story).when(vote(story, facts, "approve", { onBehalfOf: "ada" }), facts);
    expect(decision).toMatchObject({ kind: "accepted", events: [{ payload: { onBehalfOf: "ada" } }] });
  });

  it("has one vote as a person, and the office has one", () => {
    const more = { people: withDeputy("abel", "ada") };
    const abel = by("abel", 41, more);
    const own = voting(atRolloutGate(), ["abel", "approve", more]);
    given(...own)
      .when(vote(own, abel, "approve", { onBehalfOf: "ada" }), abel)
      .thenRefused("OneVoteEach@onBehalfOf");
    const ada = voting(atRolloutGate(), ["ada", "approve", more]);
    given(...ada)
      .when(vote(ada, abel, "approve", { onBehalfOf: "ada" }), abel)
      .thenRefused("OfficeHasVoted@onBehalfOf");
  });

  it("is bound by the separations of the office, and of itself", () => {
    const conflict = [...atRolloutGate(), happened("PersonRecused", { person: "ada", as: "approver" }, "ada", 40)];
    const facts = by("abel", 41, { people: withDeputy("abel", "ada") });
    given(...conflict)
      .when(vote(conflict, facts, "return", { onBehalfOf: "ada" }), facts)
      .thenRefused("ConflictDeclared@onBehalfOf");
    const stranger = by("abel", 41);
    given(...atRolloutGate())
      .when(vote(atRolloutGate(), stranger, "return", { onBehalfOf: "ada" }), stranger)
      .thenRefused("NotTheDeputy@onBehalfOf");
  });

  it("must be an approver still", () => {
    const lost = people.map((one) => (one.id === "dora" ? { ...one, deputyFor: ["ada"] } : one));
    const facts = by("dora", 41, { people: lost });
    given(...atRolloutGate())
      .when(vote(atRolloutGate(), facts, "return", { onBehalfOf: "ada" }), facts)
      .thenRefused("RoleMissing");
  });
});

describe("what is voted on", () => {
  it("is what the form showed, or the vote is refused", () => {
    const before = atRolloutGate("not-enough-evidence");
    const facts = by("ada", 41);
    const stale = vote(before, facts, "return");
    given(...before, aLook("pass", 2, 40))
      .when(stale, facts)
      .thenRefused("GroundChanged@ground");
  });

  it("stays the same when a piece of evidence arrives between looks", () => {
    const facts = by("ada", 41);
    const before = atRolloutGate();
    const after = [...before, happened("EvidenceAttached", aPiece(2, { to: `${day(39)}T10:00:00Z` }), "pia", 40)];
    expect(ground(after, facts)).toBe(ground(before, facts));
  });

  it("moves with conditions, verdict and draft", () => {
    const facts = by("ada", 41);
    const grounds = [
      atRolloutGate(),
      atRolloutGate("fail"),
      atRolloutGateUnplanned(),
      [
        ...atRolloutGateUnplanned(),
        happened(
          "ConditionsDrafted",
          { gate: "rollout", conditions: [{ condition: "extra-1", text: text("x"), dueOn: day(60), owner: "pia" }] },
          "ada",
          41,
        ),
      ],
    ].map((story) => ground(story, facts));
    expect(new Set(grounds).size).toBe(grounds.length);
  });

  it("moves with the numbers of a verdict, though its outcome stays", () => {
    const facts = by("ada", 41);
    const shaky = {
      ...aVerdict(),
      reachesPassMark: { ...aVerdict().reachesPassMark, lower: { independent: 0.98, correlated: 0.99 } },
    };
    const look = { plan: 1, look: 2, of: 2, evidence: [{ evidence: "e1", digest: digest("piece load 1") }] };
    const again = [...atRolloutGate().slice(0, -1), happened("LookTaken", { ...look, verdict: shaky }, "system", 40)];
    expect(ground(again, facts)).not.toBe(ground(atRolloutGate(), facts));
  });

  it("takes the earlier votes with it when it changes, and says so before the next vote", () => {
    const voted = voting(atRolloutGate("fail"), ["ada", "return"]);
    const moved = [...voted, happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong file") }, "pia", 41)];
    const facts = by("abel", 41);
    const { decision } = given(...moved).when(vote(moved, facts, "return"), facts);
    expect(decision).toMatchObject({
      kind: "accepted",
      events: [
        { type: "VotesLapsed", payload: { gate: "rollout", voters: ["ada"], why: "ground-changed" } },
        { type: "VoteCast" },
      ],
    });
    expect(decision.kind === "accepted" && decision.events).toHaveLength(2);
  });

  it("loses the vote of somebody who may not decide any more", () => {
    const voted = voting(atRolloutGate(), ["ada", "approve"]);
    const facts = by("abel", 41, { people: people.map((one) => (one.id === "ada" ? { ...one, roles: [] } : one)) });
    const { decision } = given(...voted).when(vote(voted, facts, "approve"), facts);
    expect(decision).toMatchObject({
      events: [{ type: "VotesLapsed", payload: { voters: ["ada"], why: "no-longer-eligible" } }, { type: "VoteCast" }],
    });
  });
});

describe("what may be voted for", () => {
  it("is approval only when every condition is met or waived", () => {
    const facts = by("ada", 41);
    const story = atRolloutGateUnplanned();
    given(...story)
      .when(vote(story, facts, "approve"), facts)
      .thenRefused("ConditionOpen@option");
    given(...story)
      .when(vote(story, facts, "return"), facts)
      .thenAccepted();
    given(...story)
      .when(vote(story, facts, "abstain"), facts)
      .thenAccepted();
  });

  it.each(["fail", "not-enough-evidence"] as const)("is never approval on a verdict of %s", (outcome) => {
    const facts = by("ada", 41);
    const story = atRolloutGate(outcome);
    given(...story)
      .when(vote(story, facts, "approve"), facts)
      .thenRefused("VerdictNotPass@option");
    given(...story)
      .when(vote(story, facts, "approve-with-conditions"), facts)
      .thenRefused("VerdictNotPass@option", "ConditionsNotDrafted@option");
  });

  it("is rejection only with lessons", () => {
    const facts = by("ada", 41);
    const story = atRolloutGate();
    given(...story)
      .when(vote(story, facts, "reject", { lessons: null }), facts)
      .thenRefused("TextMissing@lessons");
    const rejected = voting(story, ["ada", "reject"], ["abel", "reject"]);
    expect(last(rejected)).toMatchObject({ payload: { outcome: "reject", lessons: text("lessons abel") } });
    expect(stateAfter(...rejected)).toMatchObject({ stage: "rejected", lessons: [text("lessons abel")] });
  });

  it("is return, always: back to the pilot", () => {
    const returned = voting(atRolloutGate("fail"), ["ada", "return"], ["abel", "return"]);
    expect(stateAfter(...returned)).toMatchObject({ stage: "piloting" });
  });

  it("is open to one approver at admission of a small thing", () => {
    const facts = by("ada", 1);
    const { decision } = given(...atAdmission()).when(
      vote(atAdmission(), facts, "approve", { gate: "admission" }),
      facts,
    );
    expect(decision).toMatchObject({
      events: [{ type: "VoteCast" }, { type: "GateDecided", payload: { outcome: "approve" } }],
    });
  });

  it("is not admission on data that nobody stated", () => {
    const facts = by("ada", 1);
    const story = atAdmission({
      dataClass: "unstated",
      demand: { users: null, requestsPerSecond: 1, recordsPerHour: 1 },
    });
    const { decision } = given(...story).when(vote(story, facts, "approve", { gate: "admission" }), facts);
    expect(decision.kind === "rejected" && decision.reasons.map(({ params }) => params)).toEqual([
      { gate: "admission", condition: "demand-stated", status: "unknown" },
      { gate: "admission", condition: "data-class-declared", status: "unknown" },
    ]);
  });
});

describe("the decision record", () => {
  it("holds everything the decision looked at", () => {
    const story = [...atRolloutGate(), happened("DissentRecorded", { by: "eva", text: text("dissent") }, "eva", 40)];
    const facts = by("abel", 41);
    const decidedStory = voting(story, ["ada", "approve"], ["abel", "approve"]);
    const { record } = (last(decidedStory) as Extract<TechnologyEvent, { type: "GateDecided" }>).payload;
    expect(record).toMatchObject({
      policyVersion: 1,
      position: 10 * (story.length + 1),
      decidedAt: facts.now,
      today: day(41),
      ground: ground(story, facts),
      evidence: [{ evidence: "e1", digest: digest("piece load 1") }],
      votes: [
        { person: "ada", option: "approve", reason: text("reason ada") },
        { person: "abel", option: "approve", reason: text("reason abel") },
      ],
      dissents: [text("dissent")],
      quorum: 2,
      eligible: 4,
      verdict: { outcome: "pass" },
      methods: { conditions: "2.0", ground: "2.0", verdict: "1" },
    });
    expect(record.conditions.map(({ key, status }) => `${key} ${status}`)).toEqual(
      earlyPolicy.gates.rollout.conditions.map(({ key }) => `${key} met`),
    );
  });

  it("carries no verdict at the other gates", () => {
    const facts = by("ada", 1);
    const { decision } = given(...atAdmission()).when(
      vote(atAdmission(), facts, "approve", { gate: "admission" }),
      facts,
    );
    expect(decision).toMatchObject({ events: [{}, { payload: { record: { verdict: null, evidence: [] } } }] });
    expect(decided("admission", "approve", 1).event.type).toBe("GateDecided");
  });
});
