import type { WorkKind } from "../../domain/technology/work.ts";
import type { Gate } from "../../domain/policy/policy.ts";
import type { Role } from "../../domain/people/roles.ts";
import type { Day, Instant, PersonId } from "../../domain/words/text.ts";
import type { PortfolioRow } from "../portfolio/types.ts";

/** Something that waits for one person, or for anybody with a role who is not excluded there. */
export interface WorkItem {
  readonly technology: PortfolioRow;
  readonly kind: WorkKind;
  readonly gate: Gate | null;
  /** What is meant: a waiver or a rubric item, say; "condition@decision" for "condition"; decision position for "drifted". */
  readonly subject: string | null;
  readonly due: Day | null;
  /** Where it is due at an instant and not with the end of its day. */
  readonly dueAt: Instant | null;
  readonly late: boolean;
  readonly since: Instant;
}

/** The same, with whom it waits for: a person, or everybody with a role but these. */
export interface OpenWork extends WorkItem {
  readonly person: PersonId | null;
  readonly role: Role | null;
  readonly excluded: readonly PersonId[];
}

export interface WorkQuery {
  readonly kinds: readonly WorkKind[];
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface WorkPage {
  readonly items: readonly OpenWork[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export interface WorkCounts {
  readonly waiting: number;
  readonly late: number;
}
