import type { Technology } from "./technology.ts";

/** Closes the current round of the evaluation; the next assignment opens another. */
export const closeRound = (t: Technology): Technology =>
  t.evaluation === null ? t : { ...t, evaluation: null, pastEvaluations: [...t.pastEvaluations, t.evaluation] };
