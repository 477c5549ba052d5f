import type { Role } from "../../people/roles.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Day, Instant, PersonId } from "../../words/text.ts";
import type { DayOf } from "../state/gate-ahead.ts";
import type { Technology } from "../state/technology.ts";

/** A day; where days are too coarse, as for the hours of a clock, an instant. */
export type DayOrInstant = Instant;

/** Whether what it warns of bars or binds already, or is to come. */
export type WarningWeight = "serious" | "notice";

/**
 * Something that will go wrong, or stands open, unless somebody acts. It is settled by the event after which its rule no
 * longer names it, never by being read. Rules name what is ahead too: a warning is there from its moment on, whether or
 * not anything has run since.
 */
export interface EarlyWarning<Kind extends string = string> {
  readonly kind: Kind;
  /** Which one is meant, where there may be several of its kind. */
  readonly subject?: string;
  readonly from: DayOrInstant;
  /** From when on it is there no longer, whatever happens: something else says what is the matter then. */
  readonly until?: DayOrInstant;
  /** When what it warns of comes true, or was to be done; null where there is no such day. */
  readonly due: DayOrInstant | null;
  readonly weight: WarningWeight;
  /** Who has it: one person, or everybody with a role but these. */
  readonly person?: PersonId;
  readonly role?: Role;
  readonly excluded?: readonly PersonId[];
  /** For its sentence: ids, keys, numbers, days; never words that people wrote. */
  readonly params?: { readonly [name: string]: string | number };
}

/** What warnings need to know beside the technology. */
export interface WarningGround {
  readonly policy: Policy;
  readonly today: Day;
  readonly dayOf: DayOf;
  /** Positions of decisions whose ground changed. */
  readonly drifted: readonly number[];
}

export interface WarningRule {
  /** Its place among those of all chapters. */
  readonly at: number;
  readonly items: (t: Technology, ground: WarningGround) => readonly EarlyWarning[];
}
