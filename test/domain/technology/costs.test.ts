import { describe, expect, it } from "vitest";
import { findingOf } from "../../../src/domain/gates/dossier-of.ts";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { gatesAsking } from "../../../src/domain/policy/default/gates.ts";
import type { Policy } from "../../../src/domain/policy/policy.ts";
import { costsLater } from "../../../src/domain/policy/safeguards/costs.ts";
import { costs as chapter } from "../../../src/domain/technology/costs/chapter.ts";
import { toDo } from "../../../src/domain/technology/costs/work.ts";
import { costStanding, costWarnings, standingBy } from "../../../src/domain/technology/state/cost-standing.ts";
import type { CostLine, TypedPackage } from "../../../src/domain/technology/state/costs.ts";
import type { CommandOf } from "../../../src/domain/technology/state/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { by, day, given, noText, piloting, proposed, stateAfter, text } from "../../support/technology.ts";
import { aCostPlan, amended, asTyped, planned, reported } from "./cost-stories.ts";

const lock = (packages: readonly TypedPackage[] = asTyped(aCostPlan())) =>
  ({ type: "LockCostPlan", estimate: "typical", packages }) as const;
const amend = (packages: readonly TypedPackage[], over: Partial<CommandOf<"AmendCostPlan">> = {}) =>
  ({ type: "AmendCostPlan", estimate: "typical", packages, reason: text("dearer"), ...over }) as const;
const trial: CostLine = { package: "w1", done: 0.5, spent: 60_000 };
const counters: CostLine = { package: "w2", done: 0, spent: 0 };
const report = (n: number, over: Partial<CommandOf<"ReportCosts">> = {}): CommandOf<"ReportCosts"> => ({
  type: "ReportCosts",
  asOf: day(n),
  lines: [trial, counters],
  text: null,
  ...over,
});
const one = (over: Partial<TypedPackage>): readonly TypedPackage[] => [{ ...asTyped(aCostPlan())[0]!, ...over }];

describe("the plan of cost and schedule", () => {
  it("numbers its work, keeps the currency of the proposal, and its writer is an author from then on", () => {
    given(...proposed())
      .when(lock(), by("pete", 1))
      .then({
        type: "CostPlanLocked",
        payload: { number: 1, on: day(1), currency: "EUR", plan: aCostPlan() },
      });
    expect(stateAfter(...proposed(), planned()).authors).toContain("pia");
  });

  it("is locked: another one is an amendment with its reason, and the first stays", () => {
    const story = [...piloting(), planned()];
    given(...story)
      .when(lock(), by("pia", 8))
      .thenRefused("CostPlanLockedAlready");
    const { packages } = aCostPlan({ budget: 130_000 });
    given(...story)
      .when(amend(packages, { reason: noText }), by("pia", 8))
      .thenRefused("TextMissing@reason");
    given(...story)
      .when(amend(packages), by("pia", 8))
      .then({
        type: "CostPlanAmended",
        payload: {
          number: 2,
          on: day(8),
          currency: "EUR",
          plan: aCostPlan({ budget: 130_000 }),
          changed: ["w1"],
          reason: text("dearer"),
        },
      });
    const t = stateAfter(...story, amended(aCostPlan({ budget: 130_000 }), 8));
    expect(t.costPlans.map(({ plan }) => plan.packages[0]?.budget)).toEqual([100_000, 130_000]);
  });

  it("gives new work a number that no plan had, and takes no number it does not know", () => {
    const onlyRollout = { ...aCostPlan(), packages: aCostPlan().packages.slice(1) };
    const story = [...piloting(), planned(), amended(onlyRollout, 7)];
    given(...story)
      .when(amend([...onlyRollout.packages, ...one({})]), by("pia", 8))
      .then({
        type: "CostPlanAmended",
        payload: {
          number: 3,
          on: day(8),
          currency: "EUR",
          plan: { ...onlyRollout, packages: [...onlyRollout.packages, { ...aCostPlan().packages[0]!, package: "w3" }] },
          changed: ["w3"],
          reason: text("dearer"),
        },
      });
    given(...story)
      .when(amend([...onlyRollout.packages, ...one({ package: "w1" })]), by("pia", 8))
      .thenRefused("PackageUnknown@packages");
    given(...story)
      .when(amend([...onlyRollout.packages, ...onlyRollout.packages]), by("pia", 8))
      .thenRefused("NothingChanged@packages", "PackageUnknown@packages");
  });

  it.each<readonly [string, readonly TypedPackage[], string]>([
    ["no work", [], "PackagesMissing@packages"],
    ["work without a name", one({ name: noText }), "TextMissing@packages.0.name"],
    ["an end before the beginning", one({ endsOn: day(0) }), "PeriodReversed@packages.0.endsOn"],
    ["a day that is none", one({ startsOn: "2026-02-30" }), "DayMalformed@packages.0.startsOn"],
    ["a day long ago", one({ startsOn: "0202-01-01" }), "DateTooEarly@packages.0.startsOn"],
    ["a day in another decade", one({ endsOn: day(4000) }), "DateTooFar@packages.0.endsOn"],
    ["a negative budget", one({ budget: -1 }), "MoneyMalformed@packages.0.budget"],
    ["a thousandth", one({ budget: 10.005 }), "MoneyMalformed@packages.0.budget"],
    ["no money at all", one({ budget: 0 }), "BudgetMissing@packages.0.budget"],
    ["another part", one({ part: "party" as "pilot" }), "WorkPartUnknown@packages.0.part"],
    ["too much", Array.from({ length: 41 }, () => one({})).flat(), "PackagesTooMany@packages"],
  ])("is refused with %s", (_, packages, reason) => {
    given(...proposed())
      .when(lock(packages), by("pia", 1))
      .thenRefused(reason);
  });

  it("is for planners who judge nothing here, and changes", () => {
    given(...proposed())
      .when(lock(), by("eva", 1))
      .thenRefused("RoleMissing");
    given(...piloting(), planned())
      .when(amend(aCostPlan().packages), by("pia", 8))
      .thenRefused("NothingChanged@packages");
    given(...piloting())
      .when(amend(aCostPlan().packages), by("pia", 8))
      .thenRefused("CostPlanMissing", "PackageUnknown@packages");
  });
});

describe("a report", () => {
  const story = [...piloting(), planned()];

  it("says of every part how far it is and what it cost, as of a day", () => {
    given(...story)
      .when(report(6), by("pia", 8))
      .then({ type: "CostReported", payload: { asOf: day(6), plan: 1, lines: report(6).lines, text: null } });
    given(...piloting())
      .when(report(6), by("pia", 8))
      .thenRefused("CostPlanMissing");
  });

  it.each<readonly [string, Partial<CommandOf<"ReportCosts">>, string]>([
    ["of a day to come", { asOf: day(9) }, "ReportInFuture@asOf"],
    ["of a day before the work", { asOf: day(0) }, "ReportBeforeWork@asOf"],
    ["of no day", { asOf: "soon" }, "DayMalformed@asOf"],
    ["that leaves a part out", { lines: [counters] }, "PackagesNotThese@lines"],
    ["that says one twice", { lines: [trial, trial] }, "PackagesNotThese@lines"],
    ["of more than all", { lines: [{ package: "w1", done: 1.2, spent: 0 }, counters] }, "ShareOutOfRange@lines.0.done"],
    [
      "of money that came back",
      { lines: [{ package: "w1", done: 1, spent: -5 }, counters] },
      "MoneyMalformed@lines.0.spent",
    ],
  ])("is refused %s", (_, over, reason) => {
    given(...story)
      .when(report(6, over), by("pia", 8))
      .thenRefused(reason);
  });

  it("goes forward; as of the same day it takes the place of the last", () => {
    given(...story, reported(6, [0.5, 60_000], [0, 0]))
      .when(report(5), by("pia", 8))
      .thenRefused("ReportBeforeLast@asOf");
    const t = stateAfter(...story, reported(6, [0.5, 60_000], [0, 0]), reported(6, [0.6, 50_000], [0, 0]));
    expect(costStanding(t)).toMatchObject({ earned: 60_000, spent: 50_000, costIndex: { value: 1.2 } });
    expect(t.costReports).toHaveLength(2);
  });

  it("on the old plan counts for nothing once the plan was amended", () => {
    const t = stateAfter(...story, reported(6, [0.5, 90_000], [0, 0]), amended(aCostPlan({ budget: 180_000 }), 8));
    expect(costStanding(t)).toBeNull();
    expect(standingBy(t.costPlans[0]!, t.costReports)).toMatchObject({ spent: 90_000 });
  });

  it("stands part by part too; a part without money has no figures", () => {
    const t = stateAfter(...story, reported(6, [0.5, 60_000], [0, 0]));
    const plan = t.costPlans[0]!;
    expect(standingBy(plan, t.costReports, "pilot")).toMatchObject({ budget: 100_000, planned: 60_000, daysLate: 1 });
    expect(standingBy(plan, t.costReports, "rollout")).toMatchObject({
      scheduleIndex: { unknown: "nothing-planned" },
      costIndex: { unknown: "no-cost" },
    });
    const free = { ...plan, plan: { ...plan.plan, packages: plan.plan.packages.map((w) => ({ ...w, budget: 0 })) } };
    expect(standingBy(free, t.costReports, "rollout")).toBeNull();
  });
});

const asking: Policy = {
  ...plainPolicy,
  gates: gatesAsking({
    admission: [],
    completion: [],
    rollout: [["costs-reported", ["I", "II", "III", "IV"]]],
    adoption: [["costs-reported", ["I", "II", "III", "IV"]]],
  }),
  safeguards: {
    ...plainPolicy.safeguards,
    costs: { ...plainPolicy.safeguards.costs, reportDays: { I: 30, II: 30, III: 30, IV: 30 } },
  },
};
const found = (n: number, ...story: readonly Happened[]) =>
  findingOf("costs-reported", "rollout", stateAfter(...story), asking, { today: day(n) });
const answer = (n: number, ...story: readonly Happened[]): string => {
  const { status, reason } = found(n, ...story);
  return `${status} ${reason.code.split(".")[1]}`;
};

describe("what a gate finds", () => {
  const story = [...piloting(), planned()];

  it.each<readonly [string, string, number, readonly Happened[]]>([
    ["no plan", "unknown none", 8, piloting()],
    [
      "a pilot without a rollout",
      "unmet pilotOnly",
      8,
      [...piloting(), planned({ ...aCostPlan(), packages: aCostPlan().packages.slice(0, 1) })],
    ],
    [
      "work that has not begun",
      "met ahead",
      8,
      [...piloting(), planned(aCostPlan({ startsOn: day(9), endsOn: day(12) }))],
    ],
    ["no report", "unknown unreported", 8, story],
    ["a fresh report", "met met", 8, [...story, reported(6, [0.6, 60_000], [0, 0])]],
    ["on the last day", "met met", 36, [...story, reported(6, [0.6, 60_000], [0, 0])]],
    ["a day later", "unmet overdue", 37, [...story, reported(6, [0.6, 60_000], [0, 0])]],
    ["dearer than planned", "met warnsCost", 8, [...story, reported(6, [0.6, 90_000], [0, 0])]],
    ["behind", "met warnsSchedule", 8, [...story, reported(6, [0.3, 30_000], [0, 0])]],
    ["both", "met warnsBoth", 8, [...story, reported(6, [0.3, 90_000], [0, 0])]],
    [
      "an amended plan",
      "unknown unreportedAnew",
      8,
      [...story, reported(6, [0.6, 60_000], [0, 0]), amended(aCostPlan({ budget: 1 }), 7)],
    ],
    ["a pilot that is done, before the rollout begins", "met met", 79, [...story, reported(11, [1, 99_000], [0, 0])]],
    ["and once it should have reported", "unmet overdue", 81, [...story, reported(11, [1, 99_000], [0, 0])]],
    ["all work done, long ago", "met met", 900, [...story, reported(90, [1, 99_000], [1, 60_000])]],
  ])("of %s: %s", (_, expected, n, events) => {
    expect(answer(n, ...events)).toBe(expected);
  });

  it("names the report that is missing, another than the next", () => {
    const at = (n: number, ...reports: readonly Happened[]) => found(n, ...story, ...reports).names;
    expect(at(37, reported(6, [0.6, 60_000], [0, 0]))).toEqual([{ kind: "costs", id: "2", of: 1 }]);
    expect(at(8)).toEqual([{ kind: "costs", id: "1", of: 1 }]);
  });

  it("says what is unknown by its reason", () => {
    expect(found(8, ...story, reported(6, [0.6, 0], [0, 0])).reason.params).toMatchObject({ cpi: "no-cost", spi: 1 });
  });
});

describe("limits of the policy", () => {
  it("warn under them, not at them", () => {
    const t = stateAfter(...piloting(), planned(), reported(10, [0.9, 100_000], [0, 0]));
    expect(costWarnings(costStanding(t)!, asking)).toEqual([]);
    const under = stateAfter(...piloting(), planned(), reported(10, [0.89, 100_000], [0, 0]));
    expect(costWarnings(costStanding(under)!, asking)).toEqual(["cost", "schedule"]);
  });

  it("ask nothing of a body that has not taken them on", () => {
    expect(Object.values(costsLater.reportDays)).toEqual([null, null, null, null]);
  });
});

describe("what waits", () => {
  const kinds = (n: number, policy: Policy, ...story: readonly Happened[]) =>
    toDo(stateAfter(...story), {
      policy,
      today: day(n),
      dayOf: (at) => at.slice(0, 10),
      conditions: [],
      drifted: [],
      voted: [],
    }).map(({ kind, due }) => [kind, due ?? null]);

  it("is the plan where a gate asks for it, then a report a week before it is due", () => {
    expect(kinds(8, asking, ...piloting())).toEqual([["plan-costs", null]]);
    expect(kinds(8, plainPolicy, ...piloting())).toEqual([]);
    const story = [...piloting(), planned(), reported(6, [0.6, 60_000], [0, 0])];
    expect(kinds(28, asking, ...story)).toEqual([]);
    expect(kinds(29, asking, ...story)).toEqual([["report-costs", day(36)]]);
  });

  it("is offered to those who write, where it is asked for", () => {
    const { LockCostPlan, ReportCosts } = chapter.acts;
    const t = stateAfter(...proposed());
    expect([LockCostPlan.offered(t, by("pia", 0, { policy: asking })), LockCostPlan.offered(t, by("pia"))]).toEqual([
      true,
      false,
    ]);
    expect(ReportCosts.offered(stateAfter(...piloting(), planned()), by("pia", 8))).toBe(true);
  });
});
