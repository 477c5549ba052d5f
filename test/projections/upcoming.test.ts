import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { gateWaits } from "../../src/domain/technology/state/gate-ahead.ts";
import { recheckOn } from "../../src/domain/technology/dates.ts";
import { workRows } from "../../src/projections/work/rows.ts";
import type { Happened } from "../support/technology.ts";
import { day, happened, proposed, stateAfter, text } from "../support/technology.ts";
import { atRolloutGate, revealed } from "../domain/technology/gate-stories.ts";

const waiver = (until: number): Happened =>
  happened(
    "WaiverRequested",
    {
      waiver: "w1",
      gate: "admission",
      condition: "tier-stated",
      reason: text("why"),
      control: text("instead"),
      until: day(until),
    },
    "pia",
    1,
  );

describe("a technology is looked at again", () => {
  const next = (...story: readonly Happened[]) => recheckOn(stateAfter(...story), plainPolicy, day(2));

  it("on the day after its waiver ends, asked for or granted", () => {
    expect(next(...proposed())).toBeNull();
    expect(next(...proposed(), waiver(50))).toBe(day(51));
    const granted = happened("WaiverGranted", { waiver: "w1", by: ["ada", "abel"] }, "abel", 1);
    expect(next(...proposed(), waiver(50), granted)).toBe(day(51));
    const refused = happened("WaiverRefused", { waiver: "w1", by: "ada", reason: text("no") }, "ada", 1);
    expect(next(...proposed(), waiver(50), refused)).toBeNull();
  });

  it("at every sweep while votes are in: they lapse with what people may do", () => {
    const vote = {
      gate: "admission",
      option: "return",
      reason: text("r"),
      ground: "",
      onBehalfOf: null,
      lessons: null,
    };
    expect(next(...proposed(), happened("VoteCast", vote as never, "ada", 1))).toBe("");
  });
});

describe("a gate waits for votes", () => {
  it("once scores are revealed, but not while any is in moderation", () => {
    expect(gateWaits(stateAfter(...revealed()), day(40))).toBe(true);
    const apart = revealed({ moderate: ["learning"] });
    expect(gateWaits(stateAfter(...apart), day(40))).toBe(false);
    const restated = ["eva", "emil"].map((evaluator) =>
      happened(
        "ScoreModerated",
        { item: "learning", scores: [{ evaluator, score: 4 }], text: text("agreed") },
        evaluator,
        38,
      ),
    );
    expect(gateWaits(stateAfter(...apart, restated[0]!), day(40))).toBe(false);
    expect(gateWaits(stateAfter(...apart, ...restated), day(40))).toBe(true);
  });
});

describe("who is asked to vote", () => {
  const asked = (story: readonly Happened[], voted: readonly string[] = []) => {
    const ground = { policy: plainPolicy, today: day(41), dayOf: (at: string) => at.slice(0, 10) };
    const items = workRows("1", stateAfter(...story), { ...ground, conditions: [], drifted: [], voted });
    const vote = items.find(({ kind }) => kind === "vote");
    const excluded = JSON.parse(vote?.excluded ?? "[]") as readonly string[];
    return ["ada", "abel", "anna", "eva", "pia", "sven"].filter((person) => !excluded.includes(person));
  };

  it("is neither author nor evaluator, nobody who recused themself, and nobody whose vote counts", () => {
    expect(asked(atRolloutGate())).toEqual(["ada", "abel", "anna"]);
    const recused = happened("PersonRecused", { person: "anna", as: "approver" }, "anna", 40);
    expect(asked([...atRolloutGate(), recused])).toEqual(["ada", "abel"]);
    expect(asked([...atRolloutGate(), recused], ["ada"])).toEqual(["abel"]);
  });
});
