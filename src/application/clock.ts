import type { Day, Instant } from "../domain/words/text.ts";
import { dayIn } from "../domain/words/calendar-day.ts";

/** The only source of time for decisions and pages; the demonstration has one that can be advanced. */
export interface Clock {
  now(): Instant;
  /** Only the demonstration's clock has it: goes forward by whole days. */
  advance?(days: number): void;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** The calendar day of an instant in an IANA time zone: "2026-11-22". */
export const dayOf = (instant: Instant, timeZone: string): Day => dayIn(instant, timeZone);
