import type { Role } from "../../people/roles.ts";
import type { Gate, Policy } from "../../policy/policy.ts";
import type { Day, Instant, PersonId } from "../../words/text.ts";
import type { ConditionStatus } from "../state/condition-result.ts";
import type { DayOf } from "../state/gate-ahead.ts";
import type { Technology } from "../state/technology.ts";

/** Something that waits for one person, or for anybody with a role who is not excluded there. */
export interface WorkItem<Kind extends string = string> {
  readonly kind: Kind;
  readonly person?: PersonId;
  readonly role?: Role;
  readonly excluded?: readonly PersonId[];
  readonly gate?: Gate | null;
  /** Which one is meant, where there may be several. */
  readonly subject?: string;
  readonly due?: Day | null;
  /** Where it is due at an instant and not with the end of its day. */
  readonly dueAt?: Instant;
  /** It waits from then on; absent: at once. */
  readonly from?: Instant;
  /** Absent: since the stage was entered. */
  readonly since?: Instant;
}

/** What the list of what waits needs to know beside the technology. */
export interface WorkGround {
  readonly policy: Policy;
  readonly today: Day;
  readonly dayOf: DayOf;
  /** Of the gate ahead. */
  readonly conditions: readonly ConditionStatus[];
  /** Positions of decisions whose ground changed. */
  readonly drifted: readonly number[];
  /** Whoever has a vote that counts at the gate ahead, and the offices these votes are. */
  readonly voted: readonly PersonId[];
}

export interface WorkRule {
  /** Its place among those of all chapters. */
  readonly at: number;
  /** What is still owed after the technology's end; nothing else waits for anybody then. */
  readonly afterEnd?: true;
  readonly items: (t: Technology, ground: WorkGround) => readonly WorkItem[];
}
