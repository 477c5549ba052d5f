import { describe, expect, it } from "vitest";
import type { DatedCondition } from "../../../src/domain/technology/state/decision.ts";
import { decide } from "../../../src/domain/technology/decide.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, given, happened, piloting, stateAfter, text } from "../../support/technology.ts";
import { followed } from "./rollout-stories.ts";
import { atRolloutGate, atRolloutGateUnplanned, ground, vote } from "./gate-stories.ts";

const item = (condition: string, over: Partial<DatedCondition> = {}): DatedCondition => ({
  condition,
  text: text(`do ${condition}`),
  dueOn: day(60),
  owner: "pia",
  ...over,
});

const draft = (...conditions: readonly DatedCondition[]) =>
  ({ type: "DraftConditions", gate: "rollout", conditions }) as const;
const drafted = (...conditions: readonly DatedCondition[]): Happened =>
  happened("ConditionsDrafted", { gate: "rollout", conditions }, "ada", 41);

const unplanned = atRolloutGateUnplanned();

describe("drafting conditions", () => {
  it("dates open conditions that may be deferred, and others the approvers add", () => {
    const list = [item("rollout-planned"), item("extra-1")];
    given(...unplanned)
      .when(draft(...list), by("ada", 41))
      .then({
        type: "ConditionsDrafted",
        payload: {
          gate: "rollout",
          conditions: [item("rollout-planned", { names: [{ kind: "state", id: "unknown" }] }), item("extra-1")],
        },
      });
  });

  it("is for those who may decide, at the open gate", () => {
    given(...unplanned)
      .when(draft(item("rollout-planned")), by("pia", 41))
      .thenRefused("RoleMissing", "AuthorMayNotDecide");
    given(...piloting())
      .when(draft(item("extra-1")), by("ada", 41))
      .thenRefused("GateNotOpen");
  });

  it("names every fault of the list", () => {
    given(...unplanned)
      .when(
        draft(
          item("verdict-of-evidence"),
          item("cost-stated"),
          item("sunny-weather"),
          item("extra-1", { dueOn: day(41), owner: "ghost" }),
          item("extra-1", { text: "" as never, dueOn: "2026-13-01" }),
        ),
        by("ada", 41),
      )
      .thenRefused(
        "ConditionRepeated@conditions",
        "ConditionNotDeferrable@conditions.0",
        "ConditionNotOpen@conditions.0",
        "ConditionNotOpen@conditions.1",
        "ConditionUnknown@conditions.2",
        "DateNotAhead@conditions.3.dueOn",
        "PersonUnknown@conditions.3.owner",
        "TextMissing@conditions.4.text",
        "DayMalformed@conditions.4.dueOn",
      );
  });

  it("gives nobody what they hold no role to report as done", () => {
    const owned = (owner: string) => given(...unplanned).when(draft(item("extra-1", { owner })), by("ada", 41));
    owned("eva").thenAccepted();
    owned("adam").thenAccepted();
    owned("otto").thenRefused("OwnerCannotReport@conditions.0.owner");
    owned("dora").thenRefused("OwnerCannotReport@conditions.0.owner");
  });

  it("dates nothing further ahead than the policy lets a condition be due", () => {
    const due = (n: number) => given(...unplanned).when(draft(item("extra-1", { dueOn: day(n) })), by("ada", 41));
    due(41 + 365).thenAccepted();
    due(41 + 366).thenRefused("ConditionTooFar@conditions.0.dueOn");
  });

  it("changes something, or is refused", () => {
    given(...unplanned, drafted(item("extra-1")))
      .when(draft(item("extra-1")), by("abel", 41))
      .thenRefused("NothingChanged@conditions");
  });

  it("voids the votes on the old list, and only these", () => {
    const listed = [...unplanned, drafted(item("rollout-planned"))];
    const facts = by("ada", 41);
    const cast = (actor: string, option: "approve-with-conditions" | "return"): Happened => {
      const decision = decide(stateAfter(...listed), vote(listed, by(actor, 41), option), by(actor, 41));
      if (decision.kind === "rejected") throw new Error(JSON.stringify(decision.reasons));
      return { event: decision.events[0]!, actor, time: facts.now };
    };
    const voted = [...listed, cast("ada", "approve-with-conditions"), cast("abel", "return")];
    const { decision } = given(...voted).when(draft(item("rollout-planned", { dueOn: day(50) })), by("anna", 41));
    expect(decision).toMatchObject({
      kind: "accepted",
      events: [
        { type: "ConditionsDrafted" },
        { type: "VotesLapsed", payload: { gate: "rollout", voters: ["ada"], why: "conditions-edited" } },
      ],
    });
    const events = decision.kind === "accepted" ? decision.events : [];
    const edited = [...voted, ...events.map((event): Happened => ({ event, actor: "anna", time: facts.now }))];
    expect(stateAfter(...edited).ballots.rollout?.votes.map(({ person }) => person)).toEqual(["abel"]);
    const sweep = decide(
      stateAfter(...edited),
      { type: "Sweep" },
      { ...by("system", 41), actor: { id: "system", roles: [] } },
    );
    expect(sweep).toEqual({ kind: "accepted", events: [] });
  });
});

describe("approving with conditions", () => {
  const facts = by("ada", 41);
  const approve = (story: readonly Happened[]) =>
    given(...story).when(vote(story, facts, "approve-with-conditions"), facts);

  it("needs a list, and on it every open condition", () => {
    approve(unplanned).thenRefused("ConditionsNotDrafted@option");
    approve([...unplanned, drafted(item("extra-1"))]).thenRefused("ConditionNotCovered@option");
    approve([...unplanned, drafted(item("rollout-planned"))]).thenAccepted();
  });

  it("needs every open condition to be one that may be deferred", () => {
    const incident = happened("PersonRecused", { person: "eva", as: "evaluator" }, "eva", 40);
    approve([...unplanned, incident, drafted(item("rollout-planned"))]).thenRefused("ConditionNotDeferrable@option");
  });

  it("needs dates that are not past: due today is not overdue", () => {
    const story = [...unplanned, drafted(item("rollout-planned", { dueOn: day(42) }))];
    const onTheDay = by("ada", 42);
    given(...story)
      .when(vote(story, onTheDay, "approve-with-conditions"), onTheDay)
      .thenAccepted();
    const late = by("ada", 43);
    given(...story)
      .when(vote(story, late, "approve-with-conditions"), late)
      .thenRefused("DraftOverdue@option");
  });

  it("may add conditions where none is open", () => {
    approve([...atRolloutGate(), drafted(item("extra-1"))]).thenAccepted();
  });

  it("is the only approval that takes the list along", () => {
    const story: readonly Happened[] = [...atRolloutGate(), drafted(item("extra-1"))];
    const plain = ["ada", "abel"].reduce(
      (so, actor) => followed(so, vote(so, by(actor, 41), "approve"), by(actor, 41)),
      story,
    );
    expect(stateAfter(...plain)).toMatchObject({ stage: "rolling-out", conditions: [] });
  });

  it("leaves the dated conditions open behind it", () => {
    const story = [...unplanned, drafted(item("rollout-planned"))];
    const both = ["ada", "abel"].reduce<readonly Happened[]>((so, actor) => {
      const as = by(actor, 41);
      const decision = decide(stateAfter(...so), vote(so, as, "approve-with-conditions"), as);
      const events = decision.kind === "accepted" ? decision.events : [];
      return [...so, ...events.map((event): Happened => ({ event, actor, time: as.now }))];
    }, story);
    expect(stateAfter(...both)).toMatchObject({
      stage: "rolling-out",
      conditions: [{ condition: "rollout-planned", dueOn: day(60), owner: "pia", gate: "rollout", fulfilledAt: null }],
      decisions: [{}, {}, { outcome: "approve-with-conditions", record: { ground: ground(story, facts) } }],
    });
  });
});
