import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { PersonId } from "../../words/text.ts";
import type { Technology } from "./technology.ts";
import type { AssignedEvaluator, Evaluation } from "./evaluation.ts";

export const evaluatorOf = (t: Technology, person: PersonId): AssignedEvaluator | undefined =>
  t.evaluation?.evaluators.find((evaluator) => evaluator.person === person);

export function notAssigned(t: Technology, person: PersonId): readonly Reason[] {
  const state = evaluatorOf(t, person)?.state;
  return when(state === undefined || state === "released" || state === "recused", "NotAssigned", undefined, { person });
}

export const isActive = ({ state }: AssignedEvaluator): boolean => state === "assigned" || state === "submitted";

/** Everybody who is to score has, and nobody has opened the sheets yet. */
export const isComplete = (evaluation: Evaluation | null): boolean =>
  evaluation !== null &&
  evaluation.revealed === null &&
  evaluation.evaluators.some(({ state }) => state === "submitted") &&
  evaluation.evaluators.every(({ state }) => state !== "assigned");
