import type { Condition } from "./dossier.ts";
import { findings } from "./finding.ts";

const { met, unknown } = findings("scores-revealed", "evaluator");

export const scoresRevealed: Condition = ({ technology: { evaluation } }) => {
  if (evaluation === null) return unknown("itself", "not-assigned");
  return evaluation.revealed === null ? unknown("itself", "blind", {}, evaluation.dueOn) : met();
};
