import { describe, expect, it } from "vitest";
import { endedWithResult, endings, isResult, lastEnding } from "../../../src/domain/technology/record/endings.ts";
import { aRecord, happened, piloting, stateAfter, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { firstWave } from "./rollout-stories.ts";

const lessons = (n: number): Happened => happened("LessonsRecorded", { text: text("learned") }, "pia", n);
const rolledBack = (n: number): Happened => happened("RolledBack", { text: text("worse") }, "ada", n);
const decided = (gate: "rollout" | "adoption", outcome: "approve" | "reject", n: number): Happened =>
  happened(
    "GateDecided",
    {
      ...{ gate, outcome, conditions: [], record: aRecord() },
      lessons: outcome === "reject" ? text("learned") : null,
    },
    "ada",
    n,
  );

describe("how a technology ended", () => {
  it("is nothing while it is under way or adopted", () => {
    expect(lastEnding(stateAfter(...firstWave()))).toBeNull();
    expect(lastEnding(stateAfter(...firstWave(), decided("adoption", "approve", 60)))).toBeNull();
    expect(endedWithResult(stateAfter(...firstWave(), lessons(46)))).toBe(false);
  });

  it("is a result with a stop and with a rejection, which bring their lessons", () => {
    const rejected = stateAfter(...firstWave(), decided("adoption", "reject", 60));
    expect(lastEnding(rejected)).toMatchObject({ of: "rejected", learned: true });
    expect(endedWithResult(rejected)).toBe(true);
    const stop = happened("PilotStopped", { reason: text("enough"), lessons: text("learned") }, "ada", 9);
    expect(lastEnding(stateAfter(...piloting(), stop))).toMatchObject({ of: "stopped", learned: true });
  });

  it("of a rollout taken back and of what is out of use waits for the lessons", () => {
    const back = [...firstWave(), rolledBack(50)];
    expect(lastEnding(stateAfter(...back))).toMatchObject({ of: "rolled-back", learned: false });
    expect(lastEnding(stateAfter(...back, lessons(52)))).toMatchObject({ of: "rolled-back", learned: true });
    // It goes on: a mark of its own end would say that it is over.
    expect(endedWithResult(stateAfter(...back, lessons(52)))).toBe(false);
    const retired = [
      ...firstWave(),
      decided("adoption", "approve", 60),
      happened("TechnologyRetired", { reason: text("old") }, "ada", 90),
    ];
    expect(endedWithResult(stateAfter(...retired))).toBe(false);
    expect(endedWithResult(stateAfter(...retired, lessons(91)))).toBe(true);
  });

  it("is the last of several", () => {
    const again = [...firstWave(), rolledBack(50), decided("rollout", "reject", 70)];
    expect(endings(stateAfter(...again)).map(({ of }) => of)).toEqual(["rolled-back", "rejected"]);
    expect(lastEnding(stateAfter(...again))?.of).toBe("rejected");
  });

  it("is no result where a proposal was withdrawn: no trial began", () => {
    expect(isResult({ of: "withdrawn", learned: true })).toBe(false);
    expect(isResult({ of: "retired", learned: true })).toBe(true);
  });
});
