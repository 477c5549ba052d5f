import type { ClockDuty } from "../../policy/safeguards/clock-duty.ts";
import type { Instant } from "../../words/text.ts";
import { livesOf } from "./incident-lives.ts";
import type { IncidentLife, IncidentLives } from "./incident-lives.ts";
import { addMinutes, earlier, isAfter, termOf } from "./incident-terms.ts";
import type { TermRules } from "./incident-terms.ts";
import type { Delivery, Incident, IncidentFigures, IncidentsSlice } from "./incidents.ts";

/**
 * How a clock stands. "overdue" is not delivered and past its term, "late" was delivered after it: two states, and neither
 * becomes "in-time" again. "incomplete" was stopped in time by a report that says less than it has to: its supplement is a
 * clock of its own. "unknown": nobody can say until when it runs, which is never in time.
 */
export const clockStates = ["not-begun", "running", "in-time", "incomplete", "overdue", "late", "unknown"] as const;
export type ClockState = (typeof clockStates)[number];

export interface Clock {
  readonly incident: string;
  readonly duty: ClockDuty;
  /** What is missing of an incomplete report. */
  readonly supplement: boolean;
  readonly state: ClockState;
  /** Null while it has not begun. */
  readonly from: Instant | null;
  /** Null while it has not begun, and where it is unknown. */
  readonly due: Instant | null;
  /** When the entry was made that stopped it; null while it runs. */
  readonly stoppedAt: Instant | null;
}

/** Later than every instant: what is asked of the whole course of a clock. */
export const forever: Instant = "9999-12-31T00:00:00.000Z";

/** Its clocks in the order of the policy's table, each with its supplement after it: a function of the entries and the instant. */
export function clocksOf(incident: Incident, rules: TermRules, now: Instant): readonly Clock[] {
  const lives = livesOf(incident, now);
  return rules.safeguards.clocks.duties.flatMap((duty) => {
    const main = mainClock(duty, lives, rules, now);
    return main === null ? [] : [main, ...supplementClock(duty, lives)];
  });
}

/** Its key among those of a technology: "i1/first-report", "i1/first-report/supplement". */
export const clockKey = ({ incident, duty, supplement }: Pick<Clock, "incident" | "duty" | "supplement">): string =>
  [incident, duty.key, ...(supplement ? ["supplement"] : [])].join("/");

export const isOpenClock = ({ stoppedAt }: Clock): boolean => stoppedAt === null;

/** All clocks of a technology: closing what went wrong delivers nothing, so that those of closed ones are among them. */
export const clocksIn = ({ incidents }: IncidentsSlice, rules: TermRules, now: Instant): readonly Clock[] =>
  rules.safeguards.clocks.duties.length === 0 ? [] : incidents.flatMap((incident) => clocksOf(incident, rules, now));

/** Overdue and not delivered, of a duty that holds waves and bars promotion. */
export const isBarring = ({ state, duty }: Clock): boolean => duty.bars && state === "overdue";

function mainClock(duty: ClockDuty, lives: IncidentLives, rules: TermRules, now: Instant): Clock | null {
  const { incident } = lives.present;
  const stop = stopOf(duty, incident);
  const until = stop === null ? now : earlier(stop.at, now);
  const ranOut = firstIn(lives, (life) => termRunOut(duty, life, rules));
  const standing = incident.figures.findLast(({ since }) => !isAfter(since, until)) ?? incident.figures[0];
  const term = ranOut ?? (standing === undefined ? "not-asked" : termOf(duty, incident, standing, rules));
  // What was reported although nobody has to is a report all the same, and no clock.
  if (term === "not-asked") return null;
  const base = { incident: incident.incident, duty, supplement: false, stoppedAt: stop?.at ?? null };
  if (term === "not-begun") return { ...base, state: "not-begun", from: null, due: null };
  const { from, due } = term;
  if (due === null) return { ...base, from, due: null, state: "unknown" };
  return { ...base, from, due, state: stateOf(ranOut !== null, stop) };
}

const firstIn = <T>({ past, present }: IncidentLives, make: (life: IncidentLife) => T | null): T | null =>
  past.map(make).find((made) => made !== null) ?? make(present);

function stateOf(ranOut: boolean, stop: Stop | null): ClockState {
  if (stop === null) return ranOut ? "overdue" : "running";
  if (ranOut) return "late";
  return stop.complete ? "in-time" : "incomplete";
}

/**
 * The term that was over by the figures that stood then, before anything was delivered, the first of them. What came later
 * changes nothing about it: a lower severity or another moment of knowledge never lengthens a term that has run out.
 */
function termRunOut(duty: ClockDuty, { incident, until: end }: IncidentLife, rules: TermRules) {
  const until = earlier(stopOf(duty, incident)?.at ?? end, end);
  for (const [i, figures] of incident.figures.entries()) {
    if (isAfter(figures.since, until)) return null;
    const term = termOf(duty, incident, figures, rules);
    if (typeof term === "string" || term.due === null) continue;
    if (isAfter(stoodUntil(incident.figures, i, until), term.due)) return term;
  }
  return null;
}

function stoodUntil(figures: readonly IncidentFigures[], i: number, until: Instant): Instant {
  const next = figures[i + 1];
  return next === undefined ? until : earlier(next.since, until);
}

interface Stop {
  /** Of the entry: what was entered after the term cannot show that it came within. */
  readonly at: Instant;
  readonly complete: boolean;
}

/** The first entry that stops a clock; a second report never starts or stops it again. */
function stopOf(duty: ClockDuty, incident: Incident): Stop | null {
  switch (duty.stops) {
    case "report": {
      const first = deliveriesOf(duty, incident)[0];
      return first === undefined ? null : { at: first.enteredAt, complete: first.complete };
    }
    case "handling":
      return incident.handling === null ? null : { at: incident.handling.enteredAt, complete: true };
    case "review":
      return incident.review === null ? null : { at: incident.review.enteredAt, complete: true };
    default:
      return duty.stops satisfies never;
  }
}

const deliveriesOf = ({ key }: Pick<ClockDuty, "key">, { deliveries }: Incident): readonly Delivery[] =>
  deliveries.filter(({ duty }) => duty === key);

/** What ran out while a report stood has run out, whatever became of the report: only a complete one stops it. */
function supplementClock(duty: ClockDuty, lives: IncidentLives): readonly Clock[] {
  const { incident } = lives.present;
  const over = lives.past.map((life) => supplementTerm(duty, life)).find((term) => term?.ranOut === true);
  const term = over ?? supplementTerm(duty, lives.present);
  if (term === null) return [];
  const { ranOut, from, due } = term;
  const stoppedAt = deliveriesOf(duty, incident).find(({ complete }) => complete)?.enteredAt ?? null;
  const stop = stoppedAt === null ? null : { at: stoppedAt, complete: true };
  return [{ incident: incident.incident, duty, supplement: true, from, due, stoppedAt, state: stateOf(ranOut, stop) }];
}

/** It counts from the incomplete report, and what adds to it without completing it does not stop it. */
function supplementTerm(duty: ClockDuty, { incident, until }: IncidentLife) {
  const deliveries = deliveriesOf(duty, incident);
  const [first] = deliveries;
  if (first === undefined || first.complete || duty.supplementMinutes === null) return null;
  const from = first.deliveredAt;
  const due = addMinutes(from, duty.supplementMinutes);
  const stoppedAt = deliveries.find(({ complete }) => complete)?.enteredAt ?? until;
  return { from, due, ranOut: isAfter(earlier(stoppedAt, until), due) };
}
