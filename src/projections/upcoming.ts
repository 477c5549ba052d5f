import type { Gate, Policy } from "../domain/policy/policy.ts";
import { addDays } from "../domain/words/days.ts";
import { inModeration } from "../domain/technology/state/moderation.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Evaluation, Revealed } from "../domain/technology/state/evaluation.ts";
import type { Stage } from "../domain/technology/state/stage.ts";
import type { Day, Instant } from "../domain/words/text.ts";
import type { NextWhat } from "./portfolio/types.ts";

export interface Upcoming {
  readonly what: NextWhat;
  readonly on: Day;
}

/** The day of an instant in the configured time zone. */
export type DayOf = (instant: Instant) => Day;

const gateAfter: { readonly [S in Stage]: Gate | null } = {
  proposed: "admission",
  piloting: "completion",
  evaluating: "rollout",
  "rolling-out": "adoption",
  adopted: null,
  retired: null,
  withdrawn: null,
  rejected: null,
  stopped: null,
};

export const gateAhead = (t: Technology): Gate | null => gateAfter[t.stage];

/** True where nothing else has to happen before people may well decide: the stage before the gate has run. */
export function gateWaits(t: Technology, today: Day): boolean {
  switch (t.stage) {
    case "proposed":
      return true;
    case "piloting":
      return pilotEnd(t) !== null && today >= (pilotEnd(t) ?? today);
    case "evaluating":
      return isRevealed(t.evaluation) && inModeration(t.evaluation).length === 0;
    case "rolling-out":
      return (
        t.rollout !== null && t.rollout.waves.length > 0 && t.rollout.waves.every(({ state }) => state === "complete")
      );
    case "adopted":
    case "retired":
    case "withdrawn":
    case "rejected":
    case "stopped":
      return false;
  }
}

/** The earliest of what is to come or overdue; null where nothing has a date. */
export function nextDate(t: Technology, policy: Policy, today: Day, dayOf: DayOf): Upcoming | null {
  return upcoming(t, policy, today, dayOf).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null;
}

/** By when a gate that waits is to be decided. */
export function gateDue(t: Technology, policy: Policy, today: Day, dayOf: DayOf): Day | null {
  if (!gateWaits(t, today)) return null;
  return addDays(waitingSince(t, dayOf), policy.deadlines.gateDays);
}

/**
 * The first day on which the passing of time alone changes something. What the sweep has still to put on record stays
 * due until it has; what only pages show is due when its day comes.
 */
export function recheckOn(t: Technology, policy: Policy, today: Day): Day | null {
  if (isEnded(t)) return null;
  const shown = datesShown(t, policy, today).filter((day) => day > today);
  return earliest([...datesSwept(t), ...shown]);
}

const isEnded = (t: Technology): boolean => gateAfter[t.stage] === null && t.stage !== "adopted";

const earliest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);

/** The day after the earliest of them, on which it is over. */
function endOf(days: readonly Day[]): Day[] {
  const first = earliest(days);
  return first === null ? [] : [addDays(first, 1)];
}

function datesSwept(t: Technology): Day[] {
  const taken = t.looks.filter(({ plan }) => plan === t.plan?.number).length;
  const looks = t.plan === null || t.plan.openedOn === null ? [] : t.plan.plan.looks.slice(taken);
  return [
    ...looks,
    ...(isComplete(t.evaluation) || hasVotes(t) ? [dueAtOnce] : []),
    ...endOf(t.evidence.filter(({ state }) => state === "in-force").map(({ expiresOn }) => expiresOn)),
    ...endOf(t.waivers.filter(({ state }) => state === "granted" || state === "asked").map(({ until }) => until)),
    ...endOf(t.conditions.filter(({ fulfilledAt }) => fulfilledAt === null).map(({ dueOn }) => dueOn)),
  ];
}

/** Earlier than every day: the sweep comes by at the next hour. */
export const dueAtOnce = "";

/** Everybody who is to score has, and nobody has opened the sheets yet. */
export const isComplete = (evaluation: Evaluation | null): boolean =>
  evaluation !== null &&
  evaluation.revealed === null &&
  evaluation.evaluators.some(({ state }) => state === "submitted") &&
  evaluation.evaluators.every(({ state }) => state !== "assigned");

/** Votes lapse with what people may do and speak for, of which the technology knows nothing: the sweep looks every time. */
export function hasVotes(t: Technology): boolean {
  const gate = gateAhead(t);
  return gate !== null && (t.ballots[gate]?.votes ?? []).length > 0;
}

const isRevealed = (evaluation: Evaluation | null): evaluation is Evaluation & { readonly revealed: Revealed } =>
  evaluation !== null && evaluation.revealed !== null;

function datesShown(t: Technology, policy: Policy, today: Day): Day[] {
  const opened = t.plan?.openedOn ?? null;
  const dues = open(t.incidents).map(({ dueOn }) => dueOn);
  return [
    ...(opened === null ? [] : [addDays(opened, policy.tiers[t.tier].minimumPilotDays)]),
    ...(pilotEnd(t) === null ? [] : [pilotEnd(t) ?? ""]),
    ...endOf(dues.filter((day) => day >= today)),
    ...(t.rollout?.drills ?? []).map(({ on }) => addDays(on, policy.drillValidityDays + 1)),
  ];
}

function upcoming(t: Technology, policy: Policy, today: Day, dayOf: DayOf): Upcoming[] {
  const due = gateDue(t, policy, today, dayOf);
  return [
    ...ofStage(t, today),
    ...(due === null ? [] : [{ what: "gate", on: due } as const]),
    ...open(t.incidents).map(({ dueOn }) => ({ what: "incident", on: dueOn }) as const),
    ...t.conditions
      .filter(({ fulfilledAt }) => fulfilledAt === null)
      .map(({ dueOn }) => ({ what: "condition", on: dueOn }) as const),
  ];
}

function ofStage(t: Technology, today: Day): Upcoming[] {
  if (t.stage === "piloting") return ofPilot(t, today);
  if (t.stage === "evaluating" && t.evaluation?.revealed === null) return [{ what: "scoring", on: t.evaluation.dueOn }];
  const wave = t.stage === "rolling-out" ? t.rollout?.waves.find(({ state }) => state === "planned") : undefined;
  return wave === undefined ? [] : [{ what: "wave", on: wave.startsOn }];
}

function ofPilot(t: Technology, today: Day): Upcoming[] {
  if (t.plan === null) return [];
  if (t.plan.openedOn === null) return [{ what: "pilot-start", on: t.plan.plan.startsOn }];
  const end = pilotEnd(t);
  const look = t.plan.plan.looks[t.looks.filter(({ plan }) => plan === t.plan?.number).length];
  return [
    ...(look === undefined ? [] : [{ what: "look", on: look } as const]),
    ...(end === null || end <= today ? [] : [{ what: "pilot-end", on: end } as const]),
  ];
}

function pilotEnd(t: Technology): Day | null {
  return t.plan === null || t.plan.openedOn === null ? null : addDays(t.plan.openedOn, t.plan.plan.days);
}

function waitingSince(t: Technology, dayOf: DayOf): Day {
  const entered = dayOf(t.passages.at(-1)?.at ?? t.proposedAt);
  if (t.stage === "piloting") return pilotEnd(t) ?? entered;
  if (t.stage === "evaluating") return isRevealed(t.evaluation) ? dayOf(t.evaluation.revealed.at) : entered;
  if (t.stage === "rolling-out") {
    const completed = t.rollout?.waves.at(-1)?.completedAt ?? null;
    return completed === null ? entered : dayOf(completed);
  }
  return entered;
}

const open = (incidents: Technology["incidents"]) => incidents.filter(({ closedAt }) => closedAt === null);
