import type { ClockDuty } from "../../policy/safeguards/clock-duty.ts";
import type { ClockRules } from "../../policy/safeguards/clocks.ts";
import type { WorkingCalendar } from "../../words/working-days.ts";
import { addWorkingDays } from "../../words/working-days.ts";
import { dayIn, endOfDayIn } from "../../words/calendar-day.ts";
import { addDays, compareInstants } from "../../words/days.ts";
import type { Instant } from "../../words/text.ts";
import type { Incident, IncidentFigures } from "./incidents.ts";

/** What of a policy the terms of an incident are reckoned by. */
export interface TermRules {
  readonly safeguards: { readonly clocks: ClockRules; readonly workingDays: WorkingCalendar };
}

/**
 * Until when a duty's term runs. "not-asked": the table asks nothing of this body at this severity. "not-begun": it waits
 * for another entry. `due` is null where the calendar of working days does not reach so far, and nothing is reckoned through it.
 */
export type Term = "not-asked" | "not-begun" | { readonly from: Instant; readonly due: Instant | null };

/** By the figures that stood, whatever stands now. */
export function termOf(duty: ClockDuty, incident: Incident, figures: IncidentFigures, rules: TermRules): Term {
  const { clocks } = rules.safeguards;
  const amount = duty.within[clocks.body][figures.severity];
  if (amount === null || figures.learnedAt === null) return "not-asked";
  const from = startOf(duty, incident, figures.learnedAt);
  return from === null ? "not-begun" : { from, due: dueAfter(from, amount, duty, incident.timeZone, rules) };
}

/** Time counts from knowledge, delivery and handling as they are said to have been, never from their entry. */
function startOf({ starts, of }: ClockDuty, incident: Incident, learnedAt: Instant): Instant | null {
  switch (starts) {
    case "learned":
      return learnedAt;
    case "reported":
      return incident.deliveries.find(({ duty }) => duty === of)?.deliveredAt ?? null;
    case "handled":
      return incident.handling?.handledAt ?? null;
    default:
      return starts satisfies never;
  }
}

function dueAfter(
  from: Instant,
  amount: number,
  { unit }: ClockDuty,
  timeZone: string,
  { safeguards }: TermRules,
): Instant | null {
  if (unit === "minutes") return addMinutes(from, amount);
  const begun = dayIn(from, timeZone);
  const last = unit === "days" ? addDays(begun, amount) : addWorkingDays(safeguards.workingDays, begun, amount);
  return last === null ? null : endOfDayIn(last, timeZone);
}

export const addMinutes = (from: Instant, minutes: number): Instant =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();

export const isAfter = (a: Instant, b: Instant): boolean => compareInstants(a, b) > 0;

export const earlier = (a: Instant, b: Instant): Instant => (isAfter(a, b) ? b : a);
