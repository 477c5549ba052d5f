import type { Consultation, ContributionCounts } from "../../domain/technology/state/consultations.ts";
import type { Day } from "../../domain/words/text.ts";
import type { ConsultationRow, ContributionRow } from "./tables.ts";

/** How a list of consultations can be narrowed; `owed`: over and not answered, overdue or not. */
export const listedStates = ["ahead", "open", "owed", "overdue", "answered", "withdrawn"] as const;
export type ListedState = (typeof listedStates)[number];

export interface ContributionFilter {
  readonly technology: string;
  readonly consultation: string;
  /** In one of these points; "none": in no point, and owed one. */
  readonly points?: readonly string[] | "none" | undefined;
  readonly channel?: string | undefined;
  /** Only those that are hidden, for whatever reason. */
  readonly hidden?: boolean | undefined;
}

interface Paged {
  readonly after: string | null;
  readonly limit: number;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

export interface ConsultationQueries {
  /** Open ones by their last day, owed ones by the day of the answer, answered and withdrawn ones the newest first; absent: newest first. */
  list(query: Paged & { readonly state: ListedState | null; readonly technology?: string }): Page<ConsultationRow>;
  /** By state, at most a thousand and one each. */
  listed(state: ListedState): number;
  of(technology: string, consultation: string): ConsultationRow | null;
  /** Newest first. */
  contributions(query: Paged & ContributionFilter): Page<ContributionRow>;
  /** At most a thousand and one. */
  countOf(filter: ContributionFilter): number;
  /** By its id; null where there is none. */
  contribution(id: string): ContributionRow | null;
  /** By consultation; one in which nobody has written is absent. */
  counts(technology: string): { readonly [consultation: string]: ContributionCounts };
  /** How many contributions are in each point, and in what became a part of it, by the point. */
  inPoints(technology: string, asking: Pick<Consultation, "consultation" | "points">): ReadonlyMap<string, number>;
  /** Technologies whose streams do not say how the contributions of what is over stand. */
  uncounted(today: Day): readonly string[];
  isUncounted(technology: string, today: Day): boolean;
  /** Polls that are over and not counted. */
  pollsToCount(today: Day): readonly Pick<ConsultationRow, "technology" | "consultation">[];
}
