import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unmet, unknown } = findings("evaluators-enough", "approver");

/** Counts sheets that stand, not people who were asked. */
export const evaluatorsEnough: Condition = ({ technology: { evaluation, tier }, policy }) => {
  const needed = policy.tiers[tier].minimumEvaluators;
  if (evaluation === null) return unknown("itself", "not-assigned", { needed });
  const there = evaluation.evaluators.filter(({ state }) => state === "submitted").length;
  // Whoever was released after the reveal is gone, and the sheet is not.
  const submitted = there >= needed ? there : Math.max(there, evaluation.revealed?.sheets.length ?? 0);
  if (submitted >= needed) return met("met", { submitted, needed });
  const awaited = evaluation.evaluators.filter(({ state }) => state === "assigned").length;
  return submitted + awaited >= needed
    ? unknown("itself", "awaited", { needed }, evaluation.dueOn)
    : unmet("itself", "unmet", { submitted, needed }, evaluation.dueOn);
};
