import type { PlannedFairness } from "../../measures/planned-fairness.ts";
import type { PlannedIndicator } from "../../measures/planned-indicator.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { Event } from "./event.ts";
import type { EvidenceRef } from "./evidence.ts";

export type PilotEvent =
  | Event<"PilotPlanLocked", { readonly number: number; readonly policyVersion: number; readonly plan: PilotPlan }, 4>
  | Event<
      "PilotPlanAmended",
      {
        readonly plan: PilotPlan;
        readonly changed: readonly string[];
        readonly reason: TextRef;
        /** True where evidence was already attached under this plan. */
        readonly afterData: boolean;
      },
      4
    >
  | Event<"PilotOpened", { readonly on: Day }>
  | Event<
      "LookTaken",
      {
        readonly plan: number;
        readonly look: number;
        readonly of: number;
        readonly verdict: Verdict;
        readonly evidence: readonly EvidenceRef[];
      }
    >
  | Event<"PilotStopped", { readonly reason: TextRef; readonly lessons: TextRef }>;

export type PilotCommand =
  | { readonly type: "LockPilotPlan"; readonly plan: PilotPlan }
  | { readonly type: "AmendPilotPlan"; readonly plan: PilotPlan; readonly reason: TextRef }
  | { readonly type: "OpenPilot" }
  | { readonly type: "StopPilot"; readonly reason: TextRef; readonly lessons: TextRef };

export interface PilotPlan {
  readonly sites: TextRef;
  readonly siteCount: number;
  readonly startsOn: Day;
  readonly days: number;
  /** Services whose availability counts, named as the monitoring tool names them (titles). */
  readonly services: readonly string[];
  /** Latency level of the service, ms. */
  readonly latencyMs: number;
  /** Restore time promised, seconds; null = none promised, then no availability bound at zero outages. */
  readonly restoreSeconds: number | null;
  /** Days of the looks, ascending. */
  readonly looks: readonly Day[];
  /** By indicator key; one that is not named stands as the policy has it, an optional one does not apply. */
  readonly indicators: { readonly [key: string]: PlannedIndicator };
  /** How fairness is judged, named before the data; null where the plan does not choose that indicator. */
  readonly fairness: PlannedFairness | null;
  /** Groups of people who may need help, as evidence names them, that have to be in the usability sample. */
  readonly assisted: readonly string[];
  /** Why no group is named; null where groups are, or nobody has said. */
  readonly assistedWhy: TextRef | null;
  readonly exit: TextRef;
  readonly rollback: TextRef;
}

export interface LockedPlan {
  readonly number: number;
  readonly policyVersion: number;
  readonly plan: PilotPlan;
  readonly lockedAt: Instant;
  readonly openedOn: Day | null;
  readonly amendments: readonly Amendment[];
}

interface Amendment {
  readonly at: Instant;
  readonly by: PersonId;
  readonly changed: readonly string[];
  readonly reason: TextRef;
  readonly afterData: boolean;
}

export interface Look {
  readonly plan: number;
  readonly look: number;
  readonly of: number;
  readonly at: Instant;
  readonly position: number;
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceRef[];
}

export interface PilotSlice {
  readonly plan: LockedPlan | null;
  readonly pastPlans: readonly LockedPlan[];
  readonly looks: readonly Look[];
}

export const noPilot: PilotSlice = { plan: null, pastPlans: [], looks: [] };
