import type { Reason } from "../../words/decision.ts";
import type { Named } from "../../words/named.ts";
import { namedShape } from "../../words/named-shape.ts";
import { when } from "../../words/reasons.ts";
import { each, integer, nullable, object, oneOf, text, truth } from "../../words/shape.ts";
import type { Shape } from "../../words/shape.ts";
import { wholeIn } from "../../words/check-number.ts";
import { severities } from "../../words/severity.ts";
import type { Severity } from "../../words/severity.ts";

/** What kind of body it is: the hours of a report follow from that, not from how grave the matter is. */
export const bodyKinds = ["infrastructure", "state-organ", "other"] as const;
export type BodyKind = (typeof bodyKinds)[number];

/**
 * From when a term counts: from when somebody learned of it, from the delivery of another duty, from when it was handled.
 * Never from when it was entered.
 */
const clockStarts = ["learned", "reported", "handled"] as const;
type ClockStart = (typeof clockStarts)[number];

/** Minutes by the wall clock; days end with the day, in the zone in which it was recorded. */
const termUnits = ["minutes", "days", "working-days"] as const;
type TermUnit = (typeof termUnits)[number];

/** The entry that stops the clock. */
const clockStops = ["report", "handling", "review"] as const;
type ClockStop = (typeof clockStops)[number];

/** A number of a term's unit for each kind of body and severity; null: not asked. */
export type TermTable = { readonly [B in BodyKind]: { readonly [S in Severity]: number | null } };

export interface ClockDuty {
  readonly key: string;
  readonly name: Named;
  /** Where the hours are from, with what is from memory and what is the house's own. */
  readonly source: string;
  readonly starts: ClockStart;
  /** The duty whose delivery starts it, where it starts on "reported". */
  readonly of: string | null;
  readonly stops: ClockStop;
  readonly unit: TermUnit;
  readonly within: TermTable;
  /** Who receives it. */
  readonly to: { readonly [B in BodyKind]: Named };
  /** Overdue, it holds waves and bars promotion. */
  readonly bars: boolean;
  /** Minutes after an incomplete report in which what is missing follows; null: it is complete or it is none. */
  readonly supplementMinutes: number | null;
}

const perBody = <T>(shape: Shape<T>): Shape<{ readonly [B in BodyKind]: T }> => each(bodyKinds, shape);

export const dutyShape: Shape<ClockDuty> = object({
  key: text,
  name: namedShape,
  source: text,
  starts: oneOf(...clockStarts),
  of: nullable(text),
  stops: oneOf(...clockStops),
  unit: oneOf(...termUnits),
  within: perBody(object({ 1: nullable(integer), 2: nullable(integer), 3: nullable(integer), 4: nullable(integer) })),
  to: perBody(namedShape),
  bars: truth,
  supplementMinutes: nullable(integer),
});

/** Of each unit, a year at most. */
const mostOf: { readonly [U in TermUnit]: number } = { minutes: 527_040, days: 366, "working-days": 250 };

/** It can start, waits for none that comes after it, and its numbers are of its unit. */
export function checkDuty(duty: ClockDuty, before: readonly ClockDuty[], field: string): readonly Reason[] {
  const { key, starts, of, unit, within, supplementMinutes } = duty;
  const isKnown = before.some((other) => other.key === of && other.stops === "report");
  return [
    ...when(
      before.some((other) => other.key === key),
      "PolicyClockTwice",
      field,
      { duty: key },
    ),
    ...when(starts === "reported" ? !isKnown : of !== null, "PolicyClockNeverStarts", field, { duty: key }),
    ...bodyKinds.flatMap((body) =>
      severities.flatMap((severity) => {
        const term = within[body][severity];
        return term === null ? [] : wholeIn(`${field}.within.${body}.${severity}`, term, 1, mostOf[unit]);
      }),
    ),
    ...(supplementMinutes === null ? [] : wholeIn(`${field}.supplementMinutes`, supplementMinutes, 1, mostOf.minutes)),
  ];
}
