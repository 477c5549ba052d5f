import type { Reason } from "../../words/decision.ts";
import { when } from "../../words/reasons.ts";
import type { PersonId } from "../../words/text.ts";
import type { Technology } from "./technology.ts";
import type { AssignedEvaluator } from "./evaluation.ts";

export const evaluatorOf = (t: Technology, person: PersonId): AssignedEvaluator | undefined =>
  t.evaluation?.evaluators.find((one) => one.person === person);

export const notAssigned = (t: Technology, person: PersonId): readonly Reason[] => {
  const state = evaluatorOf(t, person)?.state;
  return when(state === undefined || state === "released" || state === "recused", "NotAssigned", undefined, { person });
};

export const isActive = ({ state }: AssignedEvaluator): boolean => state === "assigned" || state === "submitted";
