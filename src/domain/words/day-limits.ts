import type { Reason } from "./decision.ts";
import { isBefore, isDay } from "./days.ts";
import { when } from "./reasons.ts";
import type { Day } from "./text.ts";

/** What happened before is no matter of this house: such a day was mistyped. */
const earliest: Day = "1990-01-01";

export const notAfter = (day: Day, latest: Day, field: string): readonly Reason[] =>
  when(isDay(day) && isBefore(latest, day), "DateTooFar", field, { latest });

export const notTooEarly = (day: string, field: string): readonly Reason[] =>
  when(isBefore(day, earliest), "DateTooEarly", field, { earliest });
