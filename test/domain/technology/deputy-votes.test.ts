import { describe, expect, it } from "vitest";
import { hasDecided } from "../../../src/domain/technology/state/people.ts";
import type { VoteOption } from "../../../src/domain/technology/state/decision.ts";
import type { PersonFacts } from "../../../src/domain/people/facts.ts";
import { digestOfFinding, findingNow } from "../../../src/domain/technology/gate/waiver-finding.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, given, happened, noon, people, stateAfter, text } from "../../support/technology.ts";
import { atRolloutGate, vote } from "./gate-stories.ts";
import { followed } from "./rollout-stories.ts";

const changed = (id: string, change: Partial<PersonFacts>, from = people): readonly PersonFacts[] =>
  from.map((one) => (one.id === id ? { ...one, ...change } : one));

/** abel is ada's deputy, and was. */
const during = changed("abel", { deputyFor: ["ada"] });
const afterwards = people;

const cast = (
  story: readonly Happened[],
  actor: string,
  option: VoteOption,
  { office = null, staff = during }: { office?: string | null; staff?: readonly PersonFacts[] } = {},
): readonly Happened[] => {
  const facts = by(actor, 41, { people: staff });
  return followed(story, vote(story, facts, option, { onBehalfOf: office }), facts);
};
const trying = (story: readonly Happened[], actor: string, office: string | null, staff: readonly PersonFacts[]) => {
  const facts = by(actor, 41, { people: staff });
  return given(...story).when(vote(story, facts, "approve", { onBehalfOf: office }), facts);
};

const forAda = cast(atRolloutGate(), "abel", "reject", { office: "ada" });
const lapsed = (why: string) => ({ type: "VotesLapsed", payload: { gate: "rollout", voters: ["abel"], why } });

describe("the vote of a deputy", () => {
  it("is replaced by the office's own, until the gate closes", () => {
    const own = cast(forAda, "ada", "approve");
    expect(stateAfter(...own).ballots.rollout?.votes).toMatchObject([{ person: "ada", option: "approve" }]);
    const closed = cast(own, "anna", "approve");
    expect(closed.at(-1)?.event).toMatchObject({
      type: "GateDecided",
      payload: {
        outcome: "approve",
        record: { votes: [{ person: "ada" }, { person: "anna" }] },
      },
    });
  });

  it("does not take the place of the office's own", () => {
    trying(cast(atRolloutGate(), "ada", "return"), "abel", "ada", during).thenRefused("OfficeHasVoted@onBehalfOf");
  });

  it("lapses with the deputyship; the office votes, and so does whoever was its deputy, in their own name", () => {
    const office = trying(forAda, "ada", null, afterwards).decision;
    expect(office).toMatchObject({ events: [lapsed("no-longer-deputy"), { type: "VoteCast" }] });
    const voted = cast(cast(forAda, "ada", "approve", { staff: afterwards }), "abel", "approve", { staff: afterwards });
    expect(voted.at(-1)?.event).toMatchObject({ type: "GateDecided", payload: { outcome: "approve" } });
    expect(trying(forAda, "abel", null, afterwards).decision).toMatchObject({
      events: [lapsed("no-longer-deputy"), { type: "VoteCast", payload: { onBehalfOf: null } }],
    });
  });

  it("counts for no decision once the deputyship has ended", () => {
    const next = cast(forAda, "axel", "reject", { staff: afterwards });
    expect(next.at(-1)?.event.type).toBe("VoteCast");
    expect(stateAfter(...next)).toMatchObject({
      stage: "evaluating",
      ballots: { rollout: { votes: [{ person: "axel" }] } },
    });
  });

  it("lapses when the office may no longer decide, though the deputy may", () => {
    const noRole = changed("ada", { roles: ["auditor"] }, during);
    expect(trying(forAda, "axel", null, noRole).decision).toMatchObject({ events: [lapsed("no-longer-eligible"), {}] });
    const disabled = during.filter(({ id }) => id !== "ada");
    expect(trying(forAda, "axel", null, disabled).decision).toMatchObject({
      events: [lapsed("no-longer-eligible"), {}],
    });
    const conflict = [
      ...forAda,
      happened("InterestDeclared", { person: "ada", conflict: true, text: text("cousin") }, "ada", 41),
      happened("EvaluatorsAssigned", { round: 1, evaluators: ["ada"], dueOn: day(60) }, "anna", 41),
    ];
    expect(trying(conflict, "axel", null, during).decision).toMatchObject({
      events: [lapsed("no-longer-eligible"), {}],
    });
  });

  it("lapses when the office is an approver only as somebody's deputy", () => {
    const through = changed("ada", { roles: [], deputyFor: ["anna"] }, during);
    expect(trying(forAda, "axel", null, through).decision).toMatchObject({
      events: [lapsed("no-longer-eligible"), {}],
    });
    trying(atRolloutGate(), "abel", "ada", through).thenRefused("RoleMissing@onBehalfOf");
  });

  it("lapses by the sweep, and its voter is told why", () => {
    const system = { ...by("system", 41), actor: { id: "system", roles: [] } };
    given(...forAda)
      .when({ type: "Sweep" }, { ...system, people: during })
      .then();
    const swept = followed(forAda, { type: "Sweep" }, system);
    expect(stateAfter(...swept).ballots.rollout).toMatchObject({
      votes: [],
      lapsed: [{ vote: { person: "abel", option: "reject", onBehalfOf: "ada" }, why: "no-longer-deputy" }],
    });
    const again = cast(swept, "ada", "approve", { staff: afterwards });
    expect(stateAfter(...again).ballots.rollout?.lapsed).toEqual([]);
  });
});

describe("support for a waiver", () => {
  const incident = {
    incident: "i1",
    severity: 1,
    occurredAt: noon(38),
    learnedAt: noon(38),
    timeZone: "UTC",
    dueOn: day(45),
    text: text("outage"),
  } as const;
  const waiver = { waiver: "w1", gate: "rollout", condition: "incidents-closed", until: day(100) } as const;
  const asked = [
    ...atRolloutGate(),
    happened("IncidentRecorded", incident, "pia", 38),
    happened("WaiverRequested", { ...waiver, reason: text("why"), control: text("instead") }, "pia", 39),
  ];
  const supported = [...asked, happened("WaiverSupported", { waiver: "w1", by: "abel" }, "abel", 40)];
  const supporting = (story: readonly Happened[], actor: string, staff: readonly PersonFacts[]) => {
    const facts = by(actor, 41, { people: staff });
    const t = stateAfter(...story);
    const shown = digestOfFinding(findingNow(t, t.waivers[0]!, facts));
    return given(...story).when({ type: "GrantWaiver", waiver: "w1", shown }, facts);
  };

  it("does not count once its giver is an approver no more, a deputy least of all", () => {
    const merely = changed("abel", { roles: [], deputyFor: ["ada"] });
    expect(supporting(supported, "anna", merely).decision).toMatchObject({ events: [{ type: "WaiverSupported" }] });
    expect(supporting(supported, "anna", during).decision).toMatchObject({ events: [{ type: "WaiverGranted" }] });
  });

  it("is not given by whoever is an approver only as a deputy: with the office they would be two who are one", () => {
    const merely = changed("abel", { roles: ["auditor"], deputyFor: ["ada"] });
    supporting(asked, "abel", merely).thenRefused("RoleMissing");
  });

  it("is a decision: whoever gave it, or refused one, neither authors nor evaluates", () => {
    const refused = happened("WaiverRefused", { waiver: "w1", by: "anna", reason: text("no") }, "anna", 40);
    const t = stateAfter(...supported, refused);
    expect(["abel", "anna", "axel"].map((id) => hasDecided(t, id))).toEqual([true, true, false]);
    const both = changed("abel", { roles: ["evaluator", "planner"] }, changed("axel", { roles: ["evaluator"] }));
    const assign = (...evaluators: readonly string[]) => ({ type: "AssignEvaluators", evaluators }) as const;
    const unrevealed = [
      ...atRolloutGate()
        .slice(0, -4)
        .filter(({ event }) => event.type !== "ScoresRevealed"),
      ...supported.slice(-3),
    ];
    given(...unrevealed)
      .when(assign("abel"), by("ada", 41, { people: both }))
      .thenRefused("DeciderMayNotEvaluate@evaluators");
    given(...unrevealed)
      .when(assign("axel"), by("ada", 41, { people: both }))
      .thenAccepted();
    given(...unrevealed)
      .when(
        {
          type: "PlanRollout",
          waves: [{ name: text("w"), reach: 1, startsOn: day(50) }],
          guards: [{ indicator: "sus", limit: 60, minimumSample: 5 }],
        },
        by("abel", 41, { people: both }),
      )
      .thenRefused("DeciderMayNotAuthor");
  });

  it("stays a decision when it no longer counts, and so does a vote that lapsed", () => {
    const granted = happened("WaiverGranted", { waiver: "w1", by: ["anna", "axel"] }, "axel", 41);
    expect(hasDecided(stateAfter(...supported, granted), "abel")).toBe(true);
    const swept = followed(forAda, { type: "Sweep" }, { ...by("system", 41), actor: { id: "system", roles: [] } });
    expect(hasDecided(stateAfter(...swept), "abel")).toBe(true);
  });
});
