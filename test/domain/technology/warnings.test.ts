import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { isLate, isOn, warningsOf } from "../../../src/domain/technology/warnings.ts";
import type { Happened } from "../../support/technology.ts";
import { aRecord, day, happened, noon, stateAfter, text } from "../../support/technology.ts";
import { atRolloutGate } from "./gate-stories.ts";

/** What is there at noon of a day, as reckoned on another: nothing has to run in between. */
function there(story: readonly Happened[], on: number, reckoned = on): readonly string[] {
  const at = { now: noon(on), today: day(on) };
  const ground = { policy: plainPolicy, today: day(reckoned), dayOf: (now: string) => now.slice(0, 10), drifted: [] };
  return warningsOf(stateAfter(...story), ground)
    .filter((warning) => isOn(warning, at))
    .map((warning) => `${warning.kind}${isLate(warning, at) ? " late" : ""}`);
}

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

describe("a condition of an approval", () => {
  it("is warned of from the day after its own, and no day before", () => {
    expect(there(withCondition, 60, 43)).toEqual([]);
    expect(there(withCondition, 61, 43)).toEqual(["condition-overdue late"]);
  });

  it("is settled by being fulfilled, late as it is", () => {
    const payload = { condition: "extra-1", text: text("trained"), evidence: [] };
    expect(there([...withCondition, happened("ConditionFulfilled", payload, "pia", 70)], 71)).toEqual([]);
  });
});
