import type { Day } from "../domain/words/text.ts";

/** How people who wrote can be reached, in their own words. It leaves this table for no other place. */
export interface FeedbackContacts {
  /** Durable when it returns; a second one for a message takes the place of the first. */
  keep(message: string, contact: string): Promise<void>;
  /** Null where nobody said, or its time is over on this day, whether anything has swept since or not. */
  of(message: string, today: Day): Promise<string | null>;
  /** @param day the last day of keeping; null: not known yet */
  endOn(message: string, day: Day | null): Promise<void>;
  forget(message: string): Promise<void>;
  /** Forgets all whose time is over. */
  sweep(today: Day): Promise<void>;
}
