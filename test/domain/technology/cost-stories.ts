import type { CostPlan, TypedPackage, WorkPackage } from "../../../src/domain/technology/state/costs.ts";
import { day, happened, text } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";

/** A pilot of ten days for 100,000, then a rollout of forty for 60,000. */
export const aCostPlan = (over: Partial<WorkPackage> = {}): CostPlan => ({
  estimate: "typical",
  packages: [
    {
      package: "w1",
      name: text("trial"),
      part: "pilot",
      startsOn: day(1),
      endsOn: day(10),
      budget: 100_000,
      ...over,
    },
    { package: "w2", name: text("counters"), part: "rollout", startsOn: day(50), endsOn: day(89), budget: 60_000 },
  ],
});

export const asTyped = ({ packages }: CostPlan): readonly TypedPackage[] =>
  packages.map((one) => ({ ...one, package: null }));

export const planned = (plan = aCostPlan(), n = 0): Happened =>
  happened("CostPlanLocked", { number: 1, on: day(n), currency: "CNY", plan }, "pia", n);

export const amended = (plan: CostPlan, n: number, number = 2): Happened =>
  happened(
    "CostPlanAmended",
    { number, on: day(n), currency: "CNY", plan, changed: ["w1"], reason: text("dearer") },
    "pia",
    n,
  );

export const reported = (n: number, w1: readonly [number, number], w2: readonly [number, number], plan = 1): Happened =>
  happened(
    "CostReported",
    {
      asOf: day(n),
      plan,
      lines: [
        { package: "w1", done: w1[0], spent: w1[1] },
        { package: "w2", done: w2[0], spent: w2[1] },
      ],
      text: null,
    },
    "pia",
    n,
  );
