import type { EndingKind } from "../../domain/technology/record/endings.ts";
import type { Instant } from "../../domain/words/text.ts";

/** A technology that ended, or whose rollout was taken back, with what was learned. */
export interface EndedTechnology {
  readonly slug: string;
  readonly name: string;
  readonly department: string;
  readonly ending: EndingKind;
  readonly endedAt: Instant;
  /** What was learned from this end is on record. */
  readonly learned: boolean;
  /** Digests of all its lessons, the oldest first. */
  readonly digests: readonly string[];
}

export interface LessonFilter {
  /** Words that all occur in name, summary, department or lessons. */
  readonly search?: string | undefined;
  readonly ending?: EndingKind | undefined;
  readonly department?: string | undefined;
  readonly learned?: boolean | undefined;
}

interface LessonQuery extends LessonFilter {
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface Lessons {
  /** The latest end first. */
  page(query: LessonQuery): { readonly ended: readonly EndedTechnology[]; readonly next: string | null };
  /** How many there are, counted up to one more than `mostLessonsCounted`. */
  count(filter: LessonFilter): number;
  /** A search that matches nothing, as a slip of one letter in its Latin words would have been meant; null where none. */
  respelt(search: string): string | null;
}
