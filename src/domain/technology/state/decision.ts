import type { Gate } from "../../policy/policy.ts";
import type { Verdict } from "../../scoring/verdict-types.ts";
import type { Day, Instant, PersonId, TextRef } from "../../words/text.ts";
import type { ConditionResult } from "./condition-result.ts";
import type { EvidenceRef } from "./evidence.ts";
import type { Thing } from "./thing.ts";

export type VoteOption = "approve" | "approve-with-conditions" | "return" | "reject" | "abstain";

export type GateOutcome = Exclude<VoteOption, "abstain">;

export interface DatedCondition {
  /** Condition key of the gate, or "extra-1" … for one the approvers add. */
  readonly condition: string;
  readonly text: TextRef;
  readonly dueOn: Day;
  readonly owner: PersonId;
  /** What an open condition named when it was deferred, and nothing beyond it; absent where the approvers add one. */
  readonly names?: readonly Thing[];
}

export interface GateDecision {
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly conditions: readonly DatedCondition[];
  /** Required on reject. */
  readonly lessons: TextRef | null;
  readonly record: DecisionRecord;
}

/** What the decision looked at: enough to recompute it from ledger and vault. */
export interface DecisionRecord {
  readonly policyVersion: number;
  /** Ledger position of the last event of this technology that the decision considered. */
  readonly position: number;
  readonly decidedAt: Instant;
  readonly today: Day;
  readonly ground: string;
  readonly conditions: readonly ConditionResult[];
  /** Only at the rollout gate. */
  readonly verdict: Verdict | null;
  readonly evidence: readonly EvidenceRef[];
  readonly votes: readonly {
    readonly person: PersonId;
    readonly option: VoteOption;
    readonly reason: TextRef;
    /** The approver in whose office a deputy voted. */
    readonly onBehalfOf?: PersonId;
  }[];
  readonly dissents: readonly TextRef[];
  readonly quorum: number;
  /** Approvers who could have voted. */
  readonly eligible: number;
  /** Name and version of every method that took part. */
  readonly methods: { readonly [name: string]: string };
}
