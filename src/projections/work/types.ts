import type { Gate } from "../../domain/policy/policy.ts";
import type { Day, Instant } from "../../domain/words/text.ts";
import type { PortfolioRow } from "../portfolio/types.ts";

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
