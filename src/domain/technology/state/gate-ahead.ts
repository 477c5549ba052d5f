import type { Gate, Policy } from "../../policy/policy.ts";
import { addDays } from "../../words/days.ts";
import type { Day, Instant } from "../../words/text.ts";
import { inModeration } from "./moderation.ts";
import type { Evaluation, Revealed } from "./evaluation.ts";
import { pilotEnd } from "./pilot-end.ts";
import { gateAfter } from "./stage.ts";
import type { Technology } from "./technology.ts";

/** The day of an instant in the configured time zone. */
export type DayOf = (instant: Instant) => Day;

/** One behind it that is asked again comes before the next. */
export const gateAhead = (t: Technology): Gate | null => t.reopened?.gate ?? gateAfter[t.stage];

/** True where nothing else has to happen before people may well decide: the stage before the gate has run. */
export function gateWaits(t: Technology, today: Day): boolean {
  if (t.reopened !== null) return true;
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
    default:
      return t.stage satisfies never;
  }
}

/** By when a gate that waits is to be decided. */
export function gateDue(t: Technology, policy: Policy, today: Day, dayOf: DayOf): Day | null {
  if (!gateWaits(t, today)) return null;
  return addDays(waitingSince(t, dayOf), policy.deadlines.gateDays);
}

/** Votes lapse with what people may do and speak for, of which the technology knows nothing: the sweep looks every time. */
export function hasVotes(t: Technology): boolean {
  const gate = gateAhead(t);
  return gate !== null && (t.ballots[gate]?.votes ?? []).length > 0;
}

const isRevealed = (evaluation: Evaluation | null): evaluation is Evaluation & { readonly revealed: Revealed } =>
  evaluation !== null && evaluation.revealed !== null;

function waitingSince(t: Technology, dayOf: DayOf): Day {
  if (t.reopened !== null) return dayOf(t.reopened.at);
  const entered = dayOf(t.passages.at(-1)?.at ?? t.proposedAt);
  if (t.stage === "piloting") return pilotEnd(t) ?? entered;
  if (t.stage === "evaluating") return isRevealed(t.evaluation) ? dayOf(t.evaluation.revealed.at) : entered;
  if (t.stage === "rolling-out") {
    const completed = t.rollout?.waves.at(-1)?.completedAt ?? null;
    return completed === null ? entered : dayOf(completed);
  }
  return entered;
}
