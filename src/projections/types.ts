import type { Deputy, PersonState } from "../domain/people/person.ts";
import type { Role } from "../domain/people/roles.ts";
import type { Gate } from "../domain/policy/policy.ts";
import type { GateOutcome } from "../domain/technology/state/decision.ts";
import type { Day, Instant, PersonId } from "../domain/words/text.ts";
import type { LedgerEvent } from "../ledger/port.ts";
import type { PortfolioRow } from "./portfolio/types.ts";

export type TimelineEntry = Pick<
  LedgerEvent,
  "position" | "stream" | "version" | "type" | "schema" | "time" | "actor" | "role" | "payload"
>;

export interface TimelinePage {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
  /** Give as `before` for the next page; null at the end. */
  readonly next: number | null;
}

export type WorkKind =
  /** approver: votes are possible */
  | "vote"
  /** evaluator: declare an interest, then score */
  | "declare"
  | "score"
  /** planner: a pilot plan is to be locked, a locked pilot to be opened, a rollout to be planned or its next wave opened */
  | "plan-pilot"
  | "open-pilot"
  | "plan-rollout"
  | "wave"
  /** planner: an incident is open */
  | "incident"
  /** the owner of a dated condition */
  | "condition"
  /** planner: conditions of the gate ahead that planners can meet */
  | "evidence"
  /** approver: a waiver is asked for */
  | "waiver"
  /** approver: evaluators are to be assigned, a score to be moderated, a held rollout to be looked at */
  | "assign"
  | "moderate"
  | "held"
  /** approver: the ground of a decision changed */
  | "drifted";

/** Something that waits for one person, or for anybody with a role who is not excluded there. */
export interface WorkItem {
  readonly technology: PortfolioRow;
  readonly kind: WorkKind;
  readonly gate: Gate | null;
  /** Incident, waiver or rubric item meant; "condition@decision" for "condition"; decision position for "drifted". */
  readonly subject: string | null;
  readonly due: Day | null;
  readonly late: boolean;
  readonly since: Instant;
}

export interface PersonView {
  readonly id: PersonId;
  readonly roles: readonly Role[];
  readonly department: string | null;
  readonly disabled: boolean;
  /** The deputy this person named, with the days. */
  readonly deputy: Deputy | null;
  /** From this instant on the account decides; null where no link was ever made for it by others. */
  readonly barredUntil: Instant | null;
  /** A link to a new password that waits for a confirmation, until it expires. */
  readonly request: PersonState["request"];
  /** The newest link. */
  readonly link: PersonState["link"];
  /** Positions of what others did to the account and this person has not acknowledged. */
  readonly untold: readonly number[];
  readonly version: number;
}

export interface DecisionView {
  readonly position: number;
  readonly technology: string;
  readonly gate: Gate;
  readonly outcome: GateOutcome;
  readonly decidedAt: Instant;
  readonly policyVersion: number;
  /** Why its ground is no longer what it was; empty while it stands. */
  readonly drift: readonly Drift[];
}

export type Drift = {
  readonly kind: "evidence-withdrawn" | "evidence-expired" | "evidence-erased" | "evidence-withheld";
  /** Evidence id. */
  readonly subject: string;
};
