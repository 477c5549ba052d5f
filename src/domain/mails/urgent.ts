import { addDays } from "../words/days.ts";
import type { Day, Instant } from "../words/text.ts";

/** What does not wait for the day's mail. */
export const urgencies = ["clock", "held", "vote"] as const;
export type Urgency = (typeof urgencies)[number];

interface Candidate {
  readonly kind: Urgency;
  readonly due: Day | null;
  readonly dueAt: Instant | null;
  readonly since: Instant;
}

interface UrgencyGround {
  readonly now: Instant;
  readonly today: Day;
  /** Share of a clock's term, in percent, from which it is marked: the policy's. */
  readonly clockPercent: number;
}

/** Whether it is to be said at once: a clock by its share of the term, a vote on the day before its last, a hold always. */
export function isUrgent({ kind, due, dueAt, since }: Candidate, { now, today, clockPercent }: UrgencyGround): boolean {
  switch (kind) {
    case "held":
      return true;
    case "vote":
      return due !== null && due === addDays(today, 1);
    case "clock":
      return dueAt !== null && Date.parse(now) >= shareOf(since, dueAt, clockPercent);
  }
}

const shareOf = (since: Instant, due: Instant, percent: number): number =>
  Date.parse(since) + ((Date.parse(due) - Date.parse(since)) * percent) / 100;
