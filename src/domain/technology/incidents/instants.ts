import { notTooEarly } from "../../words/day-limits.ts";
import { compareInstants, isInstant } from "../../words/days.ts";
import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { Instant } from "../../words/text.ts";
import type { Facts } from "../state/facts.ts";

/** An instant that has come, and of a time that is this house's matter. */
export const pastInstant = (instant: Instant, field: string, { now }: Pick<Facts, "now">): readonly Reason[] =>
  isInstant(instant)
    ? [...when(compareInstants(instant, now) > 0, "IncidentInFuture", field), ...notTooEarly(instant, field)]
    : when(true, "InstantMalformed", field);

/** Nothing is known of before it happened, and nothing is done about it before it is known. */
export const notBefore = (instant: Instant, earliest: Instant | null, code: string, field: string): readonly Reason[] =>
  when(
    earliest !== null && isInstant(instant) && isInstant(earliest) && compareInstants(instant, earliest) < 0,
    code,
    field,
    { earliest: earliest ?? "" },
  );
