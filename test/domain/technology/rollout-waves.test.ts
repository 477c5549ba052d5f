import { describe, expect, it } from "vitest";
import { by, day, given, happened, rollingOut, stateAfter, text } from "../../support/technology.ts";
import { approved, attachSurvey, drilled, firstWave, opened, survey, followed } from "./rollout-stories.ts";

const open = (wave: number) => ({ type: "OpenWave", wave }) as const;
const complete = (wave: number) => ({ type: "CompleteWave", wave }) as const;
const within = happened("EvidenceAttached", survey(2, 30, 78), "pia", 47);
const assessed = (state: "within" | "too-few" | "breached", n = 47, wave = 1) =>
  happened(
    "GuardAssessed",
    { wave, indicator: "sus", state, estimate: 78, lower: 75, upper: 81, limit: 60, evidence: ["e2"] },
    "pia",
    n,
  );

describe("opening waves", () => {
  it("begins once a rollback was rehearsed recently enough", () => {
    given(...approved())
      .when(open(1), by("pia", 45))
      .thenRefused("DrillMissing");
    given(...approved(), drilled(43))
      .when(open(1), by("pia", 133))
      .then({ type: "WaveOpened", payload: { wave: 1 } });
    given(...approved(), drilled(43))
      .when(open(1), by("pia", 134))
      .thenRefused("DrillTooOld");
    given(...approved(), drilled(43), drilled(100))
      .when(open(1), by("pia", 134))
      .thenAccepted();
  });

  it("goes in order, each after the one before is complete and within its guards", () => {
    given(...firstWave())
      .when(open(2), by("pia", 50))
      .thenRefused("WaveNotComplete", "GuardTooFew");
    const done = [...firstWave(), within, assessed("within"), happened("WaveCompleted", { wave: 1 }, "pia", 60)];
    given(...done)
      .when(open(2), by("pia", 61))
      .then({ type: "WaveOpened", payload: { wave: 2 } });
    given(...done)
      .when(open(1), by("pia", 61))
      .thenRefused("WaveNotPlanned");
    given(...done)
      .when(open(3), by("pia", 61))
      .thenRefused("WaveUnknown");
  });

  it("is barred by guards with too few data, and by a breach", () => {
    const after = (state: "too-few" | "breached") => [
      ...firstWave(),
      assessed("within", 46),
      assessed(state, 47),
      happened("WaveCompleted", { wave: 1 }, "pia", 60),
    ];
    given(...after("too-few"))
      .when(open(2), by("pia", 61))
      .thenRefused("GuardTooFew");
    given(...after("breached"))
      .when(open(2), by("pia", 61))
      .thenRefused("GuardBreached");
  });

  it("stops while held", () => {
    const held = happened("RolloutHeld", { cause: { kind: "person" }, text: text("wait") }, "pia", 44);
    given(...approved(), held)
      .when(open(1), by("pia", 45))
      .thenRefused("RolloutIsHeld", "DrillMissing");
  });

  it("needs a plan", () => {
    given(...rollingOut())
      .when(open(1), by("pia", 45))
      .thenRefused("WaveUnknown");
  });

  it("does not count guards of a rollout that was taken back", () => {
    const again = [
      ...firstWave(),
      assessed("within"),
      happened("RolledBack", { text: text("too slow") }, "ada", 50),
      ...approved().slice(-3, -2),
      happened("GateDecided", (approved().at(-1)!.event as never as { payload: never }).payload, "ada", 80),
      happened(
        "RolloutPlanned",
        { ...stateAfter(...firstWave()).rollout!, waves: [...stateAfter(...approved()).rollout!.waves] },
        "pia",
        81,
      ),
      opened(1, 82),
    ];
    given(...again)
      .when(complete(1), by("pia", 83))
      .thenRefused("GuardTooFew");
  });
});

describe("completing a wave", () => {
  it("takes guards shown to be within", () => {
    const attached = followed(firstWave(), attachSurvey("wave one", 30, 78), by("pia", 47));
    expect(stateAfter(...attached).rollout?.assessments).toMatchObject([{ state: "within", wave: 1 }]);
    given(...attached)
      .when(complete(1), by("pia", 60))
      .then({ type: "WaveCompleted", payload: { wave: 1 } });
    given(...firstWave())
      .when(complete(1), by("pia", 60))
      .thenRefused("GuardTooFew");
  });

  it("is for an open wave that is not held", () => {
    given(...approved())
      .when(complete(1), by("pia", 60))
      .thenRefused("WaveNotOpen");
    const held = [
      ...firstWave(),
      assessed("within"),
      happened("RolloutHeld", { cause: { kind: "person" }, text: text("wait") }, "pia", 48),
    ];
    given(...held)
      .when(complete(1), by("pia", 60))
      .thenRefused("RolloutIsHeld");
    given(...firstWave())
      .when(complete(9), by("pia", 60))
      .thenRefused("WaveUnknown");
    expect(day(60)).toBe("2026-05-01");
  });
});
