import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/technology/decide.ts";
import { sweepEvents } from "../../../src/domain/technology/sweep.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, given, people, proposed, stateAfter, withEvidence } from "../../support/technology.ts";
import { aLook, atRolloutGate, vote } from "./gate-stories.ts";
import { evaluatedOn, goodEvidence, pilotWith } from "./look-stories.ts";
import { approvedWithCondition, attachSurvey, firstWave, followed, system } from "./rollout-stories.ts";

const types = (story: readonly Happened[], n: number, over = {}) =>
  sweepEvents(stateAfter(...story), { ...system(n), ...over }).map(({ type }) => type);

describe("the sweep", () => {
  it("is the system's alone", () => {
    given(...withEvidence())
      .when({ type: "Sweep" }, by("ada", 5))
      .thenRefused("RoleMissing");
    given(...withEvidence())
      .when({ type: "Sweep" }, system(5))
      .then();
  });

  it("expires evidence the day after its last", () => {
    expect(types(atRolloutGate(), 185)).toEqual([]);
    const decision = decide(stateAfter(...atRolloutGate()), { type: "Sweep" }, system(186));
    expect(decision).toEqual({
      kind: "accepted",
      events: [{ type: "EvidenceExpired", schema: 1, payload: { evidence: "e1" } }],
    });
  });

  it("lapses votes whose ground time has moved, and tells why", () => {
    const voted = followed(atRolloutGate(), vote(atRolloutGate(), by("ada", 41), "approve"), by("ada", 41));
    expect(types(voted, 42)).toEqual([]);
    expect(sweepEvents(stateAfter(...voted), system(186))).toMatchObject([
      { type: "EvidenceExpired" },
      { type: "VotesLapsed", payload: { gate: "rollout", voters: ["ada"], why: "ground-changed" } },
    ]);
  });

  it("lapses votes in the same breath as it takes a look that moves their ground", () => {
    const story = [...atRolloutGate().slice(0, -2), aLook("not-enough-evidence", 1, 39)];
    const voted = followed(story, vote(story, by("ada", 39), "return"), by("ada", 39));
    expect(types(voted, 40)).toEqual(["LookTaken", "VotesLapsed"]);
  });

  it("lapses votes of people who may not decide any more", () => {
    const voted = followed(atRolloutGate(), vote(atRolloutGate(), by("ada", 41), "approve"), by("ada", 41));
    const without = { people: people.filter(({ id }) => id !== "ada") };
    expect(sweepEvents(stateAfter(...voted), { ...system(42), ...without })).toMatchObject([
      { type: "VotesLapsed", payload: { voters: ["ada"], why: "no-longer-eligible" } },
    ]);
  });

  it("does nothing on a proposal", () => {
    expect(types(proposed(), 500)).toEqual([]);
  });

  it("finds nothing the second time, and never approves or resumes, on any day of any story", () => {
    const stories = [
      proposed(),
      withEvidence(),
      pilotWith(goodEvidence()),
      evaluatedOn(pilotWith(goodEvidence()), 36),
      followed(atRolloutGate(), vote(atRolloutGate(), by("ada", 41), "approve"), by("ada", 41)),
      approvedWithCondition(),
      firstWave(),
      followed(firstWave(), attachSurvey("bad", 30, 50), by("pia", 47)),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...stories), fc.integer({ min: 48, max: 600 }), (story, n) => {
        const events = sweepEvents(stateAfter(...story), system(n));
        const forbidden = ["GateDecided", "VoteCast", "RolloutResumed", "WaiverGranted", "WaveOpened", "WaveCompleted"];
        expect(events.filter(({ type }) => forbidden.includes(type))).toEqual([]);
        const swept = [...story, ...events.map((event): Happened => ({ event, actor: "system", time: system(n).now }))];
        expect(types(swept, n)).toEqual([]);
      }),
      { numRuns: 40 },
    );
    expect(day(600) > day(48)).toBe(true);
  });
});
