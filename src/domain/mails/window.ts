import type { Day } from "../words/text.ts";
import type { MailPreferences, Weekday } from "./preferences.ts";

/** A person's own wall clock. */
export interface LocalTime {
  readonly day: Day;
  readonly weekday: Weekday;
  readonly hour: number;
}

export type DigestTurn =
  /** It is time to look, once. */
  | "now"
  /** It was looked before, or is too early, or not a day for it. */
  | "not-yet"
  /** Nobody has looked for this person before, and today's hour is over: the first mail comes at its hour. */
  | "begin-next";

/**
 * Whether the day's mail is to be made. A window is a day of the person's own calendar: whoever was away at the hour looks
 * later that day, nobody looks twice.
 *
 * @param looked the last day for which it was looked; null where it never was
 */
export function digestTurn(
  { digest, days, hour }: Pick<MailPreferences, "digest" | "days" | "hour">,
  local: LocalTime,
  looked: Day | null,
): DigestTurn {
  if (!digest || !days.includes(local.weekday) || local.hour < hour) return "not-yet";
  if (looked === null) return local.hour === hour ? "now" : "begin-next";
  return looked < local.day ? "now" : "not-yet";
}
