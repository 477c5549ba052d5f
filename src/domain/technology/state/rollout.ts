import type { GuardLimit } from "../../scoring/guard.ts";
import type { Day, Instant, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";

export type RolloutEvent =
  | Event<"RolloutPlanned", { readonly waves: readonly WavePlan[]; readonly guards: readonly GuardLimit[] }>
  | Event<"DrillRecorded", { readonly on: Day; readonly minutes: number; readonly text: TextRef }>
  | Event<"WaveOpened", { readonly wave: number }>
  | Event<"GuardAssessed", GuardAssessment>
  | Event<"RolloutHeld", { readonly cause: HoldCause; readonly text: TextRef | null }, 2>
  | Event<"RolloutResumed", { readonly text: TextRef }>
  | Event<"WaveCompleted", { readonly wave: number }>
  | Event<"RolledBack", { readonly text: TextRef }>
  | Event<"TechnologyRetired", { readonly reason: TextRef }>;

export type RolloutCommand =
  | { readonly type: "PlanRollout"; readonly waves: readonly WavePlan[]; readonly guards: readonly GuardLimit[] }
  | { readonly type: "RecordDrill"; readonly on: Day; readonly minutes: number; readonly text: TextRef }
  | { readonly type: "OpenWave"; readonly wave: number }
  | { readonly type: "HoldRollout"; readonly text: TextRef }
  | { readonly type: "ResumeRollout"; readonly text: TextRef }
  | { readonly type: "CompleteWave"; readonly wave: number }
  | { readonly type: "RollBack"; readonly text: TextRef }
  | { readonly type: "Retire"; readonly reason: TextRef };

export interface WavePlan {
  readonly name: TextRef;
  /** Units reached: counters, hospitals, users. */
  readonly reach: number;
  readonly startsOn: Day;
}

export interface GuardAssessment {
  readonly wave: number;
  readonly indicator: string;
  readonly state: "breached" | "within" | "too-few";
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly limit: number;
  readonly evidence: readonly string[];
  /** Which assessment of the guard in this wave it was, from 1 on, and the confidence of either bound; absent: the policy's own, at every one. */
  readonly look?: { readonly number: number; readonly confidence: number };
}

export type HoldCause =
  | { readonly kind: "guard"; readonly indicator: string; readonly wave: number }
  | { readonly kind: "condition-overdue"; readonly condition: string; readonly dueOn: Day }
  /** A duty with a term that ran out: its key. */
  | { readonly kind: "clock-overdue"; readonly clock: string }
  | { readonly kind: "person" };

export interface Rollout {
  readonly waves: readonly Wave[];
  readonly guards: readonly GuardLimit[];
  readonly drills: readonly Drill[];
  readonly assessments: readonly (GuardAssessment & { readonly at: Instant; readonly position: number })[];
  readonly hold: {
    readonly causes: readonly HoldCause[];
    readonly since: Instant;
    readonly text: TextRef | null;
  } | null;
}

/** A rehearsal of bringing the service, or the way before it, up again; the figures as they stand. */
export interface Drill {
  readonly on: Day;
  readonly minutes: number;
  readonly text: TextRef;
  readonly position: number;
  readonly recordedAt: Instant;
  /** What stood before each correction, oldest first. */
  readonly was: readonly { readonly on: Day; readonly minutes: number; readonly until: Instant }[];
}

export interface Wave extends WavePlan {
  readonly number: number;
  readonly state: "planned" | "open" | "complete" | "rolled-back";
  readonly openedAt: Instant | null;
  /** Ledger position of its opening. */
  readonly openedIn: number | null;
  readonly completedAt: Instant | null;
}

/** That a rollout stood still, whatever became of it since. */
interface PastHold {
  readonly kind: HoldCause["kind"];
  readonly at: Instant;
  readonly position: number;
}

export interface RolloutSlice {
  readonly rollout: Rollout | null;
  /** Every time it was held, oldest first. */
  readonly holds: readonly PastHold[];
}

export const noRollout: RolloutSlice = { rollout: null, holds: [] };

/** Figures of a drill that a correction may replace. */
export interface DrillChanges {
  readonly drillMinutes?: number;
  readonly drillOn?: Day;
}
