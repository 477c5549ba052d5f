import { describe, expect, it } from "vitest";
import type { PayloadOf } from "../../../src/domain/technology/state/technology.ts";
import { sweepEvents } from "../../../src/domain/technology/sweep.ts";
import type { Happened } from "../../support/technology.ts";
import { aPiece, aRecord, day, happened, planLocked, stateAfter, text } from "../../support/technology.ts";
import { sus } from "../scoring/pilot.ts";
import { attached, evaluatedOn, goodEvidence, measured, pilotWith } from "./look-stories.ts";
import { followed, system } from "./rollout-stories.ts";

const looks = (story: readonly Happened[], n: number): readonly PayloadOf<"LookTaken">[] =>
  sweepEvents(stateAfter(...story), system(n)).flatMap((event) => (event.type === "LookTaken" ? [event.payload] : []));

const ids = (look: PayloadOf<"LookTaken"> | undefined) => look?.evidence.map(({ evidence }) => evidence);

describe("a look", () => {
  it("is taken at its date, not before, and once", () => {
    const story = pilotWith(goodEvidence());
    expect(looks(story, 19)).toEqual([]);
    expect(looks(story, 20)).toMatchObject([{ plan: 1, look: 1, of: 2 }]);
    expect(looks(followed(story, { type: "Sweep" }, system(20)), 20)).toEqual([]);
    expect(looks(followed(story, { type: "Sweep" }, system(20)), 40)).toMatchObject([{ look: 2, of: 2 }]);
  });

  it("shares the confidence among the looks of the plan", () => {
    const [two] = looks(pilotWith(goodEvidence()), 20);
    expect(two?.verdict).toMatchObject({ confidence: 0.95, looks: 2, lookConfidence: 0.975 });
    const [one] = looks(pilotWith(goodEvidence(), { looks: [day(20)] }), 20);
    expect(one?.verdict).toMatchObject({ looks: 1, lookConfidence: 0.95 });
  });

  it("finds not enough evidence while the scores are blind, and a pass once they are revealed", () => {
    const story = evaluatedOn(pilotWith(goodEvidence()), 36);
    const [first, second] = looks(story, 40);
    expect(first?.verdict.outcome).toBe("not-enough-evidence");
    expect(first?.verdict.indicators.filter(({ state }) => state === "unknown").map(({ measure }) => measure)).toEqual([
      "rubric",
      "rubric",
      "rubric",
      "rubric",
    ]);
    expect(second?.verdict.outcome).toBe("pass");
  });

  it("finds a fail in bad evidence", () => {
    const bad = [...goodEvidence().slice(0, 3), attached(measured(4, sus(60, 40, 9)), 10), ...goodEvidence().slice(4)];
    expect(looks(pilotWith(bad), 20)[0]?.verdict.outcome).toBe("fail");
  });
});

describe("missed looks", () => {
  it("are each taken in order, on what was attached by their own date", () => {
    const late = attached(measured(6, sus(40, 80, 9)), 30);
    const story = pilotWith([...goodEvidence(), late]);
    const [first, second] = looks(story, 55);
    expect([first?.look, second?.look]).toEqual([1, 2]);
    expect(ids(first)).toEqual(["e1", "e2", "e3", "e4", "e5"]);
    expect(ids(second)).toEqual(["e1", "e2", "e3", "e4", "e5", "e6"]);
  });

  it("see a day as the evidence's time zone has it", () => {
    const inShanghai = (n: number, at: string): Happened => ({
      ...attached(measured(n, sus(40, 80, 9), { timeZone: "Asia/Shanghai" }), 20),
      time: at,
    });
    const story = pilotWith([inShanghai(1, `${day(20)}T15:00:00.000Z`), inShanghai(2, `${day(20)}T17:00:00.000Z`)]);
    expect(ids(looks(story, 25)[0])).toEqual(["e1"]);
  });

  it("do not see scores revealed after them", () => {
    const story = evaluatedOn(pilotWith(goodEvidence(), { looks: [day(20), day(34)] }), 36);
    expect(looks(story, 50).map(({ verdict }) => verdict.outcome)).toEqual([
      "not-enough-evidence",
      "not-enough-evidence",
    ]);
  });

  it("judge expiry by their own date", () => {
    const soon = attached(measured(6, sus(40, 80, 9), { expiresOn: day(25) }), 12);
    const [first, second] = looks(pilotWith([...goodEvidence(), soon]), 45);
    expect(ids(first)).toContain("e6");
    expect(ids(second)).not.toContain("e6");
  });
});

describe("a look leaves out", () => {
  it("withdrawn evidence, documents, evidence of a wave and of an older plan", () => {
    const story = pilotWith([
      ...goodEvidence(),
      happened("EvidenceWithdrawn", { evidence: "e2", reason: text("wrong") }, "pia", 11),
      attached(aPiece(6, { kind: "document", statistics: { kind: "document" } }), 12),
      attached(measured(7, sus(40, 80, 9), { wave: 1 }), 12),
      attached(measured(8, sus(40, 80, 9), { plan: 0 }), 12),
    ]);
    expect(ids(looks(story, 20)[0])).toEqual(["e1", "e3", "e4", "e5"]);
  });

  it("a pilot that was not opened, and every stage but piloting and evaluating", () => {
    expect(looks(planLocked(), 20)).toEqual([]);
    const out = [
      ...evaluatedOn(pilotWith(goodEvidence()), 36),
      happened(
        "GateDecided",
        { gate: "rollout", outcome: "approve", conditions: [], lessons: null, record: aRecord() },
        "ada",
        37,
      ),
    ];
    expect(looks(out, 60)).toEqual([]);
    const stopped = [
      ...pilotWith(goodEvidence()),
      happened("PilotStopped", { reason: text("r"), lessons: text("l") }, "pia", 12),
    ];
    expect(sweepEvents(stateAfter(...stopped), system(600))).toEqual([]);
  });
});
