import { describe, it } from "vitest";
import { by, day, given, happened, stateAfter, text } from "../../support/technology.ts";
import { expect } from "vitest";
import { atRolloutGate, atRolloutGateUnplanned, vote } from "./gate-stories.ts";
import { approved, firstWave, rolloutPlan } from "./rollout-stories.ts";

const plan = (over: Partial<ReturnType<typeof rolloutPlan>> = {}) =>
  ({ type: "PlanRollout", ...rolloutPlan(), ...over }) as const;

describe("planning a rollout", () => {
  it("is the planner's, before the gate or after it", () => {
    given(...atRolloutGateUnplanned())
      .when(plan(), by("pia", 38))
      .then({ type: "RolloutPlanned", payload: rolloutPlan() });
    given(...approved())
      .when(plan(), by("pete", 43))
      .then({ type: "RolloutPlanned", payload: rolloutPlan() });
    given(...approved())
      .when(plan(), by("ada", 43))
      .thenRefused("RoleMissing");
  });

  it("is planned anew until a wave was opened", () => {
    given(...firstWave())
      .when(plan(), by("pia", 45))
      .thenRefused("WaveAlreadyOpened@waves");
  });

  it("names every fault of waves and guards", () => {
    const waves = [
      { name: "" as never, reach: 0, startsOn: day(50) },
      { name: text("two"), reach: 1.5, startsOn: day(49) },
      { name: text("three"), reach: 5, startsOn: day(1) },
      { name: text("four"), reach: 5, startsOn: "tomorrow" },
    ];
    const guards = [
      { indicator: "mood", limit: 1, minimumSample: 1 },
      { indicator: "learning", limit: 3, minimumSample: 2 },
      { indicator: "sus", limit: 0, minimumSample: 0.5 },
      { indicator: "sus", limit: 60, minimumSample: 5 },
    ];
    given(...approved())
      .when(plan({ waves, guards }), by("pia", 43))
      .thenRefused(
        "TextMissing@waves.0.name",
        "NotPositive@waves.0.reach",
        "NotPositive@waves.1.reach",
        "WavesNotAscending@waves.1.startsOn",
        "StartInPast@waves.2.startsOn",
        "WavesNotAscending@waves.2.startsOn",
        "DayMalformed@waves.3.startsOn",
        "IndicatorUnknown@guards.0.indicator",
        "GuardNotMeasured@guards.1.indicator",
        "NotPositive@guards.2.limit",
        "NotPositive@guards.2.minimumSample",
        "GuardRepeated@guards.3.indicator",
      );
    given(...approved())
      .when(plan({ waves: [], guards: [] }), by("pia", 43))
      .thenRefused("WaveMissing@waves", "GuardMissing@guards");
  });

  it("guards no indicator that the plan says does not apply", () => {
    const [first, second, , ...rest] = approved();
    const inapplicable = happened(
      "PilotPlanLocked",
      {
        number: 1,
        policyVersion: 1,
        plan: {
          ...stateAfter(...approved()).plan!.plan,
          indicators: {
            sus: {
              applicable: false,
              reason: text("no people"),
              floor: null,
              minimumSample: null,
              margin: null,
              anytime: false,
            },
          },
        },
      },
      "pia",
      2,
    );
    given(first!, second!, inapplicable, ...rest)
      .when(plan(), by("pia", 43))
      .thenRefused("IndicatorNotApplicable@guards.0.indicator");
  });

  it("makes its author one of those who never decide here", () => {
    const both = by("pete", 41);
    const people = both.people.map((one) =>
      one.id === "pete" ? { ...one, roles: ["planner", "approver"] as const } : one,
    );
    const story = [...atRolloutGateUnplanned(), happened("RolloutPlanned", rolloutPlan(), "pete", 40)];
    const facts = by("pete", 41, { people });
    given(...story)
      .when(vote(story, facts, "approve"), facts)
      .thenRefused("AuthorMayNotDecide");
    given(...atRolloutGate())
      .when(vote(atRolloutGate(), facts, "approve"), facts)
      .thenAccepted();
  });
});

describe("a drill", () => {
  const drill = { type: "RecordDrill", on: day(43), minutes: 25, text: text("went well") } as const;

  it("goes on record", () => {
    given(...approved())
      .when(drill, by("pia", 44))
      .then({ type: "DrillRecorded", payload: { on: day(43), minutes: 25, text: drill.text } });
  });

  it("lies in the past, took some time and is described", () => {
    given(...approved())
      .when({ ...drill, on: day(45), minutes: 0, text: "" as never }, by("pia", 44))
      .thenRefused("DrillInFuture@on", "NotPositive@minutes", "TextMissing@text");
    given(...approved())
      .when({ ...drill, on: "2026-02-30" }, by("pia", 44))
      .thenRefused("DayMalformed@on");
    expect(stateAfter(...approved()).rollout?.drills).toEqual([]);
  });
});
