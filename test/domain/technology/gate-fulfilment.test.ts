import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/technology/decide.ts";
import { toFulfil } from "../../../src/domain/technology/gate/work.ts";
import type { Happened } from "../../support/technology.ts";
import { aRecord, by, day, given, happened, noon, people, person, stateAfter, text } from "../../support/technology.ts";
import { atRolloutGate } from "./gate-stories.ts";

const withCondition: readonly Happened[] = [
  ...atRolloutGate(),
  happened(
    "GateDecided",
    {
      gate: "rollout",
      outcome: "approve-with-conditions",
      conditions: [{ condition: "extra-1", text: text("train staff"), dueOn: day(60), owner: "sven" }],
      lessons: null,
      record: aRecord(),
    },
    "ada",
    42,
  ),
];
const named = { condition: "extra-1", decision: 10 * withCondition.length } as const;
const fulfil = { type: "FulfilCondition", condition: "extra-1", text: text("trained"), evidence: ["e1"] } as const;

describe("fulfilling a condition of an approval", () => {
  it("is done by its owner or a planner, late or in time", () => {
    const owner = [...people.filter(({ id }) => id !== "sven"), person("sven", "approver")];
    for (const facts of [by("pete", 50), by("pia", 99), by("sven", 50, { people: owner })]) {
      given(...withCondition)
        .when(fulfil, facts)
        .then({ type: "ConditionFulfilled", payload: { ...named, text: fulfil.text, evidence: ["e1"] } });
    }
    given(...withCondition)
      .when(fulfil, by("eva", 50))
      .thenRefused("NotTheOwner@condition");
  });

  it("is owed and can be done while a gate has sent the technology back to its proposal", () => {
    const back = happened(
      "GateDecided",
      { gate: "rollout", outcome: "return", conditions: [], lessons: null, record: aRecord() },
      "ada",
      43,
    );
    const proposal = { ...stateAfter(...withCondition, back), stage: "proposed" } as const;
    expect(decide(proposal, fulfil, by("pia", 50)).kind).toBe("accepted");
    expect(toFulfil(proposal).map(({ person: owner }) => owner)).toEqual(["sven"]);
  });

  it("fulfils the condition of one approval, not another of the same name", () => {
    const position = 10 * withCondition.length;
    const again = [
      ...withCondition,
      happened("RolledBack", { text: text("slow") }, "ada", 43),
      { ...withCondition.at(-1)!, time: noon(44) },
    ];
    given(...again)
      .when(fulfil, by("pia", 50))
      .thenRefused("SeveralConditions@condition");
    const first = { ...fulfil, decision: position } as const;
    const { type: _, ...payload } = first;
    given(...again)
      .when(first, by("pia", 50))
      .then({ type: "ConditionFulfilled", payload });
    const done = stateAfter(...again, happened("ConditionFulfilled", payload, "pia", 50));
    expect(done.conditions.map(({ fulfilledAt }) => fulfilledAt !== null)).toEqual([true, false]);
  });

  it("meant every condition of a name, before it said of which approval", () => {
    const again = [...withCondition, withCondition.at(-1)!];
    const before = { condition: "extra-1", text: fulfil.text, evidence: [] };
    const done = stateAfter(...again, happened("ConditionFulfilled", before, "pia", 50));
    expect(done.conditions.map(({ fulfilledAt }) => fulfilledAt !== null)).toEqual([true, true]);
  });

  it("may name evidence through its last day, and no longer, whether or not the sweep has come by", () => {
    given(...withCondition)
      .when(fulfil, by("pia", 185))
      .thenAccepted();
    given(...withCondition)
      .when(fulfil, by("pia", 186))
      .thenRefused("EvidenceNotInForce@evidence.0");
  });

  it("is done once", () => {
    const done = [
      ...withCondition,
      happened("ConditionFulfilled", { condition: "extra-1", text: fulfil.text, evidence: [] }, "pia", 50),
    ];
    expect(stateAfter(...done).conditions[0]?.fulfilledAt).not.toBeNull();
    given(...done)
      .when(fulfil, by("pia", 51))
      .thenRefused("ConditionNotOpen@condition");
  });

  it("names a condition that exists and evidence in force", () => {
    const withdrawn = [
      ...withCondition,
      happened("EvidenceWithdrawn", { evidence: "e1", reason: text("wrong") }, "pia", 43),
    ];
    given(...withdrawn)
      .when({ ...fulfil, condition: "extra-2", text: "" as never, evidence: ["e1", "e9"] }, by("pia", 50))
      .thenRefused(
        "ConditionUnknown@condition",
        "TextMissing@text",
        "EvidenceNotInForce@evidence.0",
        "EvidenceUnknown@evidence.1",
      );
  });
});
