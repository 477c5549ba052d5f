import type { Role } from "../people/roles.ts";
import type { Gate, Policy } from "../policy/policy.ts";
import type { Technology } from "../technology/state/technology.ts";
import type { Look } from "../technology/state/pilot.ts";
import type { Day, Instant } from "../words/text.ts";
import type { ConditionStatus, Sentence } from "../technology/state/condition-result.ts";
import type { Thing } from "../technology/state/thing.ts";

/** Everything a condition may look at. */
export interface Dossier {
  readonly gate: Gate;
  readonly technology: Technology;
  /** The pinned one. */
  readonly policy: Policy;
  readonly today: Day;
  /** Null: only the day is known, and what ends within it is unknown. */
  readonly now: Instant | null;
  /** The last look recorded under the plan in force; null before the first. */
  readonly look: Look | null;
}

/** What one condition found; the gate's rule adds whether it may be waived or deferred. */
export interface ConditionFinding {
  readonly status: Exclude<ConditionStatus, "waived">;
  readonly reason: Sentence;
  /** What it is about while open, each thing with how bad it is; none once met. */
  readonly names: readonly Thing[];
  readonly remedy: Sentence | null;
  readonly owner: Role;
  readonly due: Day | null;
}

export type Condition = (dossier: Dossier) => ConditionFinding;
