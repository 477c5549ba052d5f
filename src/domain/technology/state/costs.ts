import type { EstimateRule } from "../../costs/earned-value.ts";
import type { PlannedWork } from "../../costs/work-package.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type CostsEvent =
  | Event<"CostPlanLocked", PlanAsOf>
  | Event<
      "CostPlanAmended",
      PlanAsOf & {
        /** Packages that are new, gone or planned otherwise. */
        readonly changed: readonly string[];
        readonly reason: TextRef;
      }
    >
  | Event<
      "CostReported",
      {
        readonly asOf: Day;
        /** Number of the plan that it reports on. */
        readonly plan: number;
        readonly lines: readonly CostLine[];
        readonly text: TextRef | null;
      }
    >;

interface PlanAsOf {
  /** 1 for the first. */
  readonly number: number;
  /** The day in the configured time zone. */
  readonly on: Day;
  /** ISO 4217, as the proposal had it then. */
  readonly currency: string;
  readonly plan: CostPlan;
}

export type CostsCommand =
  | { readonly type: "LockCostPlan"; readonly estimate: EstimateRule; readonly packages: readonly TypedPackage[] }
  | {
      readonly type: "AmendCostPlan";
      readonly estimate: EstimateRule;
      readonly packages: readonly TypedPackage[];
      readonly reason: TextRef;
    }
  | {
      readonly type: "ReportCosts";
      readonly asOf: Day;
      readonly lines: readonly CostLine[];
      readonly text: TextRef | null;
    };

/** What the work is for. */
export const workParts = ["pilot", "rollout"] as const;
export type WorkPart = (typeof workParts)[number];

export interface CostPlan {
  readonly estimate: EstimateRule;
  readonly packages: readonly WorkPackage[];
}

export interface WorkPackage extends PlannedWork {
  /** "w1", "w2" …; a later plan keeps it while it is the same work. */
  readonly package: string;
  readonly name: TextRef;
  readonly part: WorkPart;
}

/** `package` null: work that no earlier plan has. */
export type TypedPackage = Omit<WorkPackage, "package"> & { readonly package: string | null };

/** What became of one package by the day of the report. */
export interface CostLine {
  readonly package: string;
  /** 0–1 of the work. */
  readonly done: number;
  /** Spent since the beginning. */
  readonly spent: number;
}

export interface LockedCostPlan extends PlanAsOf {
  readonly at: Instant;
  readonly by: PersonId;
  /** Both of an amendment only. */
  readonly changed: readonly string[];
  readonly reason: TextRef | null;
}

export interface CostReport {
  readonly asOf: Day;
  readonly plan: number;
  readonly lines: readonly CostLine[];
  readonly text: TextRef | null;
  readonly at: Instant;
  readonly by: PersonId;
  readonly position: number;
}

export interface CostsSlice {
  /** Oldest first; the last is in force, the ones before stay on record. */
  readonly costPlans: readonly LockedCostPlan[];
  /** In the order in which they were made; of two on one day and one plan the later counts. */
  readonly costReports: readonly CostReport[];
}

export const noCosts: CostsSlice = { costPlans: [], costReports: [] };
