import type { WeekCount } from "../../domain/feedback/trend.ts";
import type { FeedbackStanding } from "../../domain/technology/state/feedback.ts";
import type { Day } from "../../domain/words/text.ts";
import type { FeedbackRow } from "./table.ts";

/** What a list may show: `owed` in the order of their days, the others newest first. */
export const feedbackStates = ["open", "waiting", "overdue", "answered", "reopened", "call"] as const;
export type FeedbackState = (typeof feedbackStates)[number];

export interface FeedbackFilter {
  readonly technology: string;
  readonly state?: FeedbackState | undefined;
  readonly severity?: string | undefined;
  readonly category?: string | undefined;
  readonly place?: string | undefined;
  readonly group?: string | undefined;
}

/** How the messages of a technology stand, from counts that were kept. */
export interface FeedbackSum {
  readonly received: number;
  readonly open: number;
  readonly overdue: number;
  readonly veryOverdue: number;
  readonly answered: number;
  readonly reopened: number;
  readonly calls: number;
  /** Working days that half of the answers took at most; null: there is none. */
  readonly medianDays: number | null;
}

/** Messages of one place and group in one week, and how many of them are severe. */
export interface FeedbackWeek extends WeekCount {
  readonly severe: number;
}

export interface FeedbackQueries {
  /** Newest first; what is owed by its day first, where that is asked for. */
  page(query: FeedbackFilter & { readonly after: string | null; readonly limit: number }): {
    readonly items: readonly FeedbackRow[];
    readonly next: string | null;
  };
  /** At most a thousand and one. */
  count(filter: FeedbackFilter): number;
  /** By its id; null where there is none. */
  of(message: string): FeedbackRow | null;
  sum(technology: string, today: Day): FeedbackSum;
  /** Of the last half year, oldest first. */
  weeks(technology: string): readonly FeedbackWeek[];
  owed(technology: string): Omit<FeedbackStanding, "turns">;
  /** Of which a message tells, by their ids. */
  technologies(): readonly string[];
  /** What the technology's own stream says, as feedbackKey() has it. */
  noted(technology: string): string;
}
