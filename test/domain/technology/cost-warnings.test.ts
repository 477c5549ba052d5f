import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { costsDefault, costsLater } from "../../../src/domain/policy/safeguards/costs.ts";
import type { CostRules } from "../../../src/domain/policy/safeguards/costs.ts";
import { isLate, isOn, warningsOf } from "../../../src/domain/technology/warnings.ts";
import type { Happened } from "../../support/technology.ts";
import { day, noon, piloting, stateAfter } from "../../support/technology.ts";
import { amended, aCostPlan, planned, reported } from "./cost-stories.ts";

/** Every tier reports after 30 days at most. */
const rules: CostRules = { ...costsDefault, reportDays: { I: 30, II: 30, III: 30, IV: 30 } };

function there(story: readonly Happened[], on: number, costs = rules): readonly string[] {
  const policy = { ...plainPolicy, safeguards: { ...plainPolicy.safeguards, costs } };
  const at = { now: noon(on), today: day(on) };
  const ground = { policy, today: day(on), dayOf: (instant: string) => instant.slice(0, 10), drifted: [] };
  return warningsOf(stateAfter(...piloting(), planned(), ...story), ground)
    .filter((warning) => isOn(warning, at))
    .filter(({ kind }) => kind.startsWith("cost") || kind.startsWith("schedule"))
    .map((warning) => `${warning.kind}${isLate(warning, at) ? " late" : ""} ${warning.person ?? ""}`);
}

describe("early warning of cost and schedule", () => {
  it("names each index under the limit of the policy, and none at it", () => {
    // Half of the trial is done where all of it was planned, at twice its cost.
    expect(there([reported(10, [0.5, 100_000], [0, 0])], 11)).toEqual(["cost-over pia", "schedule-behind pia"]);
    expect(there([reported(10, [0.9, 100_000], [0, 0])], 11)).toEqual([]);
    expect(there([reported(10, [1, 200_000], [0, 0])], 11)).toEqual(["cost-over pia"]);
    expect(there([reported(10, [0.89, 80_000], [0, 0])], 11)).toEqual(["schedule-behind pia"]);
  });

  it("is settled by a report that is better, by an amended plan, and by the work being done", () => {
    const behind = reported(10, [0.5, 50_000], [0, 0]);
    expect(there([behind, reported(12, [1, 100_000], [0, 0])], 13)).toEqual([]);
    expect(there([behind, amended(aCostPlan({ endsOn: day(30) }), 12)], 13)).toEqual([]);
    expect(there([reported(95, [1, 300_000], [1, 60_000])], 96)).toEqual([]);
  });

  it("says that a report is late from the day after its last, and not of a policy that asks for none", () => {
    // From the first day of the work on there is something to report.
    expect(there([], 31)).toEqual([]);
    expect(there([], 32)).toEqual(["cost-report-late late pia"]);
    expect(there([], 32, costsLater)).toEqual([]);
    expect(there([reported(31, [1, 100_000], [0, 0])], 32)).toEqual([]);
  });

  it("warns of nothing that nobody knows: without a report there is no index", () => {
    expect(there([], 20)).toEqual([]);
  });
});
